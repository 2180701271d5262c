package io.milliwatt.workbench.check;

/** What has to reach the monitoring station's wall, in its order. */
enum WardPart {
    SIGNAL("signal"),
    EVENT("event"),
    ALARM("alarm");

    private final String field;

    WardPart(String field) {
        this.field = field;
    }

    /** Its name in a report's JSON. */
    String field() {
        return field;
    }
}
