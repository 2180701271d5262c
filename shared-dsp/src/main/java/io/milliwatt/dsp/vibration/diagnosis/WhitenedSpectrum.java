package io.milliwatt.dsp.vibration.diagnosis;

import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.spectrum.BandEnvelope;
import io.milliwatt.dsp.spectrum.ComplexValues;
import io.milliwatt.dsp.spectrum.FourierTransform;
import io.milliwatt.dsp.statistics.OrderStatistics;
import java.util.Arrays;

/**
 * The whole record's spectrum with every region brought to the same level, so that a band counts by its impacts and not by its loudness, and
 * with tones (mains, gear mesh) cut down to a few times that level (the idea of cepstral pre-whitening: Borghesani et al. 2013, MSSP 36).
 */
final class WhitenedSpectrum {

    private final ComplexValues bins;
    private final int size;
    private final double sampleRateHz;

    private WhitenedSpectrum(ComplexValues bins, int size, double sampleRateHz) {
        this.bins = bins;
        this.size = size;
        this.sampleRateHz = sampleRateHz;
    }

    /** Levels the spectrum over regions {@code regionHz} wide, which must hold several lines of an impact train; a tone keeps at most {@code toneLimit} times its surroundings. */
    static WhitenedSpectrum of(Signal signal, double regionHz, double toneLimit) {
        int size = FourierTransform.fastSizeFrom(signal.size());
        double[] values = signal.values();
        double mean = Arrays.stream(values).average().orElse(0);
        double[] padded = new double[size];
        for (int i = 0; i < values.length; i++) {
            padded[i] = values[i] - mean;
        }
        ComplexValues bins = FourierTransform.ofSize(size).forwardReal(padded);
        level(bins, Math.max(8, (int) Math.round(regionHz * size / signal.sampleRateHz())), toneLimit);
        return new WhitenedSpectrum(bins, size, signal.sampleRateHz());
    }

    BandEnvelope envelope(Band band) {
        return BandEnvelope.ofBins(bins, size, sampleRateHz, band.lowHz(), band.highHz());
    }

    private static void level(ComplexValues bins, int regionBins, double toneLimit) {
        int regions = Math.max(2, bins.size() / regionBins + 1);
        double[] centre = new double[regions];
        double[] level = new double[regions];
        double highest = 0;
        for (int region = 0; region < regions; region++) {
            int from = (int) ((long) region * bins.size() / regions);
            int to = (int) ((long) (region + 1) * bins.size() / regions);
            double[] magnitudes = new double[to - from];
            for (int bin = from; bin < to; bin++) {
                magnitudes[bin - from] = bins.magnitude(bin);
            }
            centre[region] = (from + to) / 2.0;
            level[region] = OrderStatistics.median(magnitudes);
            highest = Math.max(highest, level[region]);
        }
        int region = 0;
        for (int bin = 0; bin < bins.size(); bin++) {
            while (region < regions - 2 && bin > centre[region + 1]) {
                region++;
            }
            double share = Math.clamp((bin - centre[region]) / (centre[region + 1] - centre[region]), 0, 1);
            double local = Math.max((1 - share) * level[region] + share * level[region + 1], 1e-9 * highest);
            double magnitude = bins.magnitude(bin);
            double gain = local > 0 ? Math.min(1 / local, toneLimit / Math.max(magnitude, 1e-300)) : 0;
            bins.real()[bin] *= gain;
            bins.imaginary()[bin] *= gain;
        }
    }
}
