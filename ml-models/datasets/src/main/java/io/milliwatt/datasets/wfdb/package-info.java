/**
 * Recordings of PhysioNet's WFDB formats, read and written: headers (header(5) of the WFDB Applications Guide), signal files
 * (signal(5)) and annotation files (annot(5)). A bad file gives a {@code RecordingException} with a sentence, and no other exception;
 * a damaged one can be read all the same, with every damage named.
 */
package io.milliwatt.datasets.wfdb;
