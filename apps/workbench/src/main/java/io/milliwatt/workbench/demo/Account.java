package io.milliwatt.workbench.demo;

/** The names of the demo's log-ins. */
final class Account {
    static final String TECHNICIAN = "technician";
    static final String AGRONOMIST = "agronomist";
    static final String CLINICIAN = "clinician";
    static final String ADMINISTRATOR = "administrator";
    static final String VIEWER = "viewer";

    private Account() {}
}
