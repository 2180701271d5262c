package io.milliwatt.workbench.demo;

/** The names of the demo's two log-ins. */
final class Account {
    static final String TECHNICIAN = "technician";
    static final String VIEWER = "viewer";

    private Account() {}
}
