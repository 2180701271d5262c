/**
 * Readers of recordings: MATLAB level 5, delimited text, and raw little-endian samples, each of them also inside gzip, which is
 * recognised by its first bytes. Whatever a file holds, a reader returns a {@code Recording} or throws a
 * {@code RecordingException}; no other exception leaves this package for a bad file.
 */
package io.milliwatt.datasets.reader;
