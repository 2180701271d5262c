package io.milliwatt.energy;

/** Where a node's energy goes. */
public enum Part {
    COMPUTE("computing"),
    SENSOR("sensor"),
    RADIO("radio"),
    SLEEP("asleep"),
    FLASH("flash");

    private final String title;

    Part(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
