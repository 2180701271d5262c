package io.milliwatt.dsp.ecg;

/** Where a beat began, as far as variability is concerned; AAMI's F and Q are {@link #OTHER}. */
public enum BeatOrigin {
    SINUS,
    SUPRAVENTRICULAR,
    VENTRICULAR,
    OTHER
}
