package io.milliwatt.irrigation.zone;

/** What a zone lacks before its water can be reckoned. */
public enum SetupGap {
    NO_SOIL("The zone has no soil yet: set its texture, so that per cent become millimetres."),
    NO_CROP("The zone has no crop yet: set what grows there and when it was planted.");

    private final String words;

    SetupGap(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
