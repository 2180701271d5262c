/** What becomes of a node's frames: rows, rollups, captures, alarms, and news for open pages. */
package io.milliwatt.vibration.adapter.kafka;
