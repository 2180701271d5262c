package io.milliwatt.dsp.vibration;

import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.spectrum.AmplitudeSpectrum;
import io.milliwatt.dsp.spectrum.BandEnvelope;
import io.milliwatt.dsp.spectrum.Spectrum;
import io.milliwatt.dsp.window.WindowShape;

/**
 * Amplitude spectrum of the Hilbert envelope of one band, in the signal's unit: where impacts repeat, a line stands at their rate
 * (McFadden and Smith 1984, "Vibration monitoring of rolling element bearings by the high-frequency resonance technique").
 */
public final class EnvelopeSpectrum {

    private EnvelopeSpectrum() {}

    /** Demodulates {@code lowHz..highHz} (within 0 and half the rate); reaches up to half the band's width. */
    public static Spectrum of(Signal signal, double lowHz, double highHz) {
        BandEnvelope envelope = BandEnvelope.of(signal, lowHz, highHz);
        return AmplitudeSpectrum.of(
                Signal.of(envelope.magnitude(), envelope.sampleRateHz(), signal.unit()), WindowShape.HANN);
    }

    /** Demodulates everything above 500 Hz (above a tenth of the half rate for slow sampling). */
    public static Spectrum of(Signal signal) {
        double nyquistHz = signal.sampleRate().nyquistHz();
        return of(signal, Math.min(500, nyquistHz / 10), 0.98 * nyquistHz);
    }
}
