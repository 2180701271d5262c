package io.milliwatt.training.soil.forecast;

/** What a forecast is told of the rain to come. */
public enum Rain {
    /** Nothing: from the past alone. */
    UNKNOWN("past only"),
    /** What really fell, the best that a forecast of rain could say. */
    KNOWN("future rain known"),
    /** That none falls; judged where less than 1 mm fell. */
    DRY("if it stays dry");

    private final String words;

    Rain(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
