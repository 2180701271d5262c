package io.milliwatt.platform.security;

import java.util.Set;

/** What a person may do. */
public final class Roles {

    /** Looks at everything. */
    public static final String VIEWER = "viewer";
    /** Also acknowledges alarms and changes assets. */
    public static final String TECHNICIAN = "technician";

    static final Set<String> ALL = Set.of(VIEWER, TECHNICIAN);

    private Roles() {}
}
