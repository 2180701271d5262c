/**
 * Time series in PostgreSQL: day partitions with retention, feature rows with rollups per minute and hour, and waveforms
 * as one-second blocks with a pyramid, so that a page zooms from a year to a sample.
 */
package io.milliwatt.platform.storage;
