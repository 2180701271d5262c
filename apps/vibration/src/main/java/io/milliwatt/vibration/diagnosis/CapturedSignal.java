package io.milliwatt.vibration.diagnosis;

import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.spectrum.AmplitudeSpectrum;
import io.milliwatt.dsp.spectrum.Spectrum;
import io.milliwatt.dsp.vibration.EnvelopeSpectrum;
import io.milliwatt.dsp.vibration.FaultLine;
import io.milliwatt.dsp.vibration.FaultOrders;
import io.milliwatt.dsp.window.WindowShape;
import java.time.Instant;
import java.util.List;

/** A node's capture, long enough to be looked at by frequency. */
public record CapturedSignal(Signal signal, Instant capturedAt) {

    /** A spectrum of fewer samples resolves no line. */
    public static final int FEWEST_SAMPLES = 256;

    private static final int HARMONICS = 4;

    /** An envelope spectrum and the lines in it, by the shaft speed. */
    public record Envelope(Spectrum spectrum, List<FaultLine> lines) {}

    public CapturedSignal {
        if (signal.size() < FEWEST_SAMPLES) {
            throw new IllegalArgumentException(
                    "The capture has " + signal.size() + " samples; a spectrum needs at least " + FEWEST_SAMPLES + ".");
        }
    }

    /** Peak amplitudes over frequency, Hann window. */
    public Spectrum spectrum() {
        return AmplitudeSpectrum.of(signal, WindowShape.HANN);
    }

    /** The envelope spectrum with the first harmonics of all fault frequencies. {@code speedRpm} must be positive. */
    public Envelope envelope(FaultOrders orders, double speedRpm) {
        Spectrum spectrum = EnvelopeSpectrum.of(signal);
        return new Envelope(spectrum, FaultLine.find(spectrum, orders, speedRpm, HARMONICS));
    }
}
