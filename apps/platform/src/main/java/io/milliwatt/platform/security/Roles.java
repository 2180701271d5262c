package io.milliwatt.platform.security;

import java.util.List;

/** What a person may do. A user may have several roles. Which of them open what is said at each resource. */
public final class Roles {

    /** Looks at everything but people's identities. */
    public static final String VIEWER = "viewer";
    /** Also acknowledges alarms, looks after nodes and assets, and judges what models said. */
    public static final String TECHNICIAN = "technician";
    /** Also acknowledges and pauses alarms, sets limits, admits and discharges patients. */
    public static final String CLINICIAN = "clinician";
    /** Also decides on irrigation, opens valves, acknowledges alarms and sets up fields. */
    public static final String AGRONOMIST = "agronomist";
    /** Sees who a patient is; opens nothing else. */
    public static final String IDENTITY_READER = "identity-reader";
    /** Does everything but see identities, and reads the log of who saw them. */
    public static final String ADMINISTRATOR = "administrator";

    static final List<String> ALL = List.of(VIEWER, TECHNICIAN, CLINICIAN, AGRONOMIST, IDENTITY_READER, ADMINISTRATOR);

    private Roles() {}
}
