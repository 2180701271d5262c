/**
 * Comma-separated values (RFC 4180) for spreadsheets and statistics: a table of samples for each node, one of beats and one of events,
 * in a ZIP archive.
 */
package io.milliwatt.ecg.exchange.csv;
