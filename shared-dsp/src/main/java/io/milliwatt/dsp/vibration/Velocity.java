package io.milliwatt.dsp.vibration;

import io.milliwatt.dsp.filter.Butterworth;
import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.signal.SignalUnit;
import io.milliwatt.dsp.spectrum.AmplitudeSpectrum;
import io.milliwatt.dsp.spectrum.Spectrum;
import io.milliwatt.dsp.statistics.Moments;
import io.milliwatt.dsp.window.WindowShape;

/**
 * Vibration velocity in mm/s from an acceleration, as machine standards rate it (ISO 20816-3:2022: r.m.s. within 10-1000 Hz, or 2-1000 Hz below
 * 600 rpm).
 */
public final class Velocity {

    /** Upper edge of the rated band, in Hz. */
    public static final double UPPER_EDGE_HZ = 1000;

    private static final int FILTER_ORDER = 4;

    private Velocity() {}

    /** Lower edge of the rated band for a shaft speed, in Hz. */
    public static double lowerEdgeHz(double speedRpm) {
        return speedRpm < 600 ? 2 : 10;
    }

    /**
     * Integrates by the trapezoid rule, then takes out by a zero-phase high-pass the drift that any sensor's offset turns into. The signal must be
     * an acceleration of known unit, sampled at 25 times the low edge or faster, and last for at least two periods of it.
     */
    public static Signal fromAcceleration(Signal acceleration, double lowEdgeHz) {
        double factor = 1000
                * acceleration
                        .unit()
                        .metresPerSecondSquared()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "Velocity needs an acceleration in g or m/s², but the signal is in "
                                        + acceleration.unit().symbol()));
        if (acceleration.durationSeconds() * lowEdgeHz < 2) {
            throw new IllegalArgumentException("Velocity from " + lowEdgeHz + " Hz up needs at least " + 2 / lowEdgeHz
                    + " s of signal, but there are " + acceleration.durationSeconds() + " s");
        }
        var highPass = Butterworth.highPass(FILTER_ORDER, lowEdgeHz, acceleration.sampleRateHz());
        return new Signal(
                highPass.applyZeroPhase(integral(acceleration, factor)),
                acceleration.sampleRate(),
                SignalUnit.MILLIMETRES_PER_SECOND);
    }

    /** The r.m.s. velocity in mm/s between {@code lowEdgeHz} and 1000 Hz (or 0.45 of the sampling rate, if that is less). */
    public static double rmsMillimetresPerSecond(Signal acceleration, double lowEdgeHz) {
        Signal velocity = fromAcceleration(acceleration, lowEdgeHz);
        double upper = Math.min(UPPER_EDGE_HZ, 0.45 * acceleration.sampleRateHz());
        double[] limited = Butterworth.lowPass(FILTER_ORDER, upper, acceleration.sampleRateHz())
                .apply(velocity.values());
        return Moments.of(limited).rms();
    }

    /** Velocity amplitudes (peak, mm/s) over frequency: the picture for imbalance, misalignment and looseness. */
    public static Spectrum spectrum(Signal acceleration, double lowEdgeHz) {
        return AmplitudeSpectrum.of(fromAcceleration(acceleration, lowEdgeHz), WindowShape.HANN);
    }

    private static double[] integral(Signal acceleration, double factor) {
        double[] values = acceleration.values();
        double mean = Moments.of(values).mean();
        double[] integral = new double[values.length];
        for (int i = 1; i < values.length; i++) {
            integral[i] =
                    integral[i - 1] + factor * ((values[i] + values[i - 1]) / 2 - mean) / acceleration.sampleRateHz();
        }
        return integral;
    }
}
