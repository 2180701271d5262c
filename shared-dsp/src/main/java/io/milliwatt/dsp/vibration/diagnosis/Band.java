package io.milliwatt.dsp.vibration.diagnosis;

import java.util.ArrayList;
import java.util.List;

/** A band of carrier frequencies, in Hz, whose envelope is looked at. */
public record Band(double lowHz, double highHz) {

    /** Below this, shaft harmonics and gear mesh rule. */
    private static final double LOWEST_HZ = 500;

    /** A band this many shaft frequencies wide shows modulation up to half of it: four harmonics of most fault orders. */
    private static final double ORDERS_WIDE = 40;

    /** Everything at once, then octaves at half-octave steps: a resonance may lie anywhere, and the sensor may end anywhere. */
    static List<Band> covering(double nyquistHz, double shaftHz) {
        double top = 0.96 * nyquistHz;
        double lowest = Math.min(LOWEST_HZ, nyquistHz / 8);
        List<Band> bands = new ArrayList<>();
        bands.add(new Band(lowest, top));
        for (double low = lowest; low < 0.7 * nyquistHz; low *= Math.sqrt(2)) {
            double high = Math.min(Math.max(2 * low, low + ORDERS_WIDE * shaftHz), top);
            bands.add(new Band(low, high));
        }
        return List.copyOf(bands);
    }
}
