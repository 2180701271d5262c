package io.milliwatt.energy;

/** What a board measures with; a board's sampling current is its sensor's. */
public enum Sensor {
    ACCELEROMETER("an accelerometer"),
    SOIL_PROBE("a soil probe");

    private final String words;

    Sensor(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
