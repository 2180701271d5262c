package io.milliwatt.workbench.agronomy.vector;

/** What became of a row. */
public enum Status {
    PASS,
    FAIL,
    UNKNOWN_METHOD
}
