package io.milliwatt.dsp.vibration;

/** Evaluation zones of ISO 20816-1:2016, 6.3.2. */
public enum SeverityZone {
    A("as newly commissioned"),
    B("fit for unrestricted long-term operation"),
    C("fit for a limited time only"),
    D("severe enough to cause damage");

    private final String meaning;

    SeverityZone(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}
