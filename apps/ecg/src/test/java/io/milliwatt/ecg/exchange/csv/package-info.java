/** Tables, cell by cell. */
package io.milliwatt.ecg.exchange.csv;
