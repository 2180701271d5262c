/** Frames of ECG nodes on their way into the tables, and what alarms see of them. */
package io.milliwatt.ecg.adapter.kafka;
