package io.milliwatt.ec57.text;

/** One record's line in a table. */
public record NamedFigures<F>(String record, F figures) {}
