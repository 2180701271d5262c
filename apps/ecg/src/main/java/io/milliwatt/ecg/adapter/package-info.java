/** Where the monitoring station meets the world: Kafka, PostgreSQL, REST and live pages. */
package io.milliwatt.ecg.adapter;
