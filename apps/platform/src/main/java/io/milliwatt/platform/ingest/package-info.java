/**
 * Frames from Kafka and from the urgent HTTP door into PostgreSQL, each with effect once: rows and consumer offsets change
 * in one transaction, the key (node, boot, sequence) makes a repeat harmless, and what cannot be stored becomes a dead
 * letter with its reason.
 */
package io.milliwatt.platform.ingest;
