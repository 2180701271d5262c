/** News for open pages: rows and alarms for all of them, signal for those that show it. */
package io.milliwatt.ecg.adapter.live;
