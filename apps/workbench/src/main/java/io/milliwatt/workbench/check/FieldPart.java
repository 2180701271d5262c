package io.milliwatt.workbench.check;

/** What has to happen on the farm, in its order. */
enum FieldPart {
    READING("reading"),
    ADVICE("advice"),
    ACCEPTANCE("acceptance"),
    OPENING("opening"),
    CLOSING("closing");

    private final String field;

    FieldPart(String field) {
        this.field = field;
    }

    /** Its name in a report's JSON. */
    String field() {
        return field;
    }
}
