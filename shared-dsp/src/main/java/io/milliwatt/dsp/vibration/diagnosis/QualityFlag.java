package io.milliwatt.dsp.vibration.diagnosis;

/** One thing found wrong with a recording, with a sentence that gives the figures and says what to do. */
public record QualityFlag(QualityIssue issue, String message) {}
