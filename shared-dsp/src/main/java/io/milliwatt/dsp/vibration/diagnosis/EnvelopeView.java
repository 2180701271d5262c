package io.milliwatt.dsp.vibration.diagnosis;

import io.milliwatt.dsp.spectrum.BandEnvelope;
import io.milliwatt.dsp.spectrum.Welch;
import io.milliwatt.dsp.statistics.OrderStatistics;

/**
 * One band's squared envelope: its spectrum over the local floor, and how impulsive it is.
 *
 * @param impulsiveness mean square over squared mean of the squared envelope, median of 3 to 8 windows of a turn or more so that one knock does not count:
 *     2 for Gaussian noise, more for impacts
 */
record EnvelopeView(Band band, LineHeights heights, double impulsiveness) {

    private static final int LEAST_WINDOWS = 3;
    private static final int MOST_WINDOWS = 8;

    /** Modulation above this many shaft frequencies is not looked at. */
    private static final double HIGHEST_ORDER = 40;

    static EnvelopeView of(WhitenedSpectrum spectrum, Band band, double shaftHz, double segmentSeconds) {
        BandEnvelope envelope = spectrum.envelope(band);
        double[] power = envelope.power();
        double mean = 0;
        for (double value : power) {
            mean += value / power.length;
        }
        double[] relative = new double[power.length];
        for (int i = 0; i < power.length; i++) {
            relative[i] = mean > 0 ? power[i] / mean - 1 : 0;
        }
        int segment = Math.max(16, (int) Math.round(segmentSeconds * envelope.sampleRateHz()));
        LineHeights heights = LineHeights.of(
                Welch.hann(segment).of(relative, envelope.sampleRateHz()), shaftHz, HIGHEST_ORDER * shaftHz);
        return new EnvelopeView(band, heights, impulsiveness(power, power.length / envelope.sampleRateHz() * shaftHz));
    }

    private static double impulsiveness(double[] power, double turns) {
        int windows = (int) Math.clamp(turns, LEAST_WINDOWS, MOST_WINDOWS);
        double[] perWindow = new double[windows];
        for (int window = 0; window < windows; window++) {
            int from = (int) ((long) window * power.length / windows);
            int to = (int) ((long) (window + 1) * power.length / windows);
            double sum = 0;
            double squares = 0;
            for (int i = from; i < to; i++) {
                sum += power[i];
                squares += power[i] * power[i];
            }
            perWindow[window] = sum > 0 ? squares * (to - from) / (sum * sum) : 0;
        }
        return OrderStatistics.median(perWindow);
    }
}
