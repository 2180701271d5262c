package io.milliwatt.dsp.ecg;

import io.milliwatt.dsp.spectrum.Spectrum;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Heart rate variability by its rhythms: Lomb and Scargle's power density of the intervals, each at the time it begins, integrated over
 * the Task Force's bands.
 *
 * @param veryLowMillisSquared 0.0033 to 0.04 Hz; empty under five minutes, which hold too few of its cycles
 * @param lowMillisSquared 0.04 to 0.15 Hz
 * @param highMillisSquared 0.15 to 0.4 Hz, where breathing shows
 */
public record FrequencyDomainVariability(
        OptionalDouble veryLowMillisSquared, double lowMillisSquared, double highMillisSquared) {

    private static final double VERY_LOW_HZ = 0.0033;
    private static final double LOW_HZ = 0.04;
    private static final double HIGH_HZ = 0.15;
    private static final double HIGHEST_HZ = 0.4;
    private static final double SHORTEST_MILLIS = 120_000;
    private static final double SHORTEST_FOR_VERY_LOW_MILLIS = 295_000;
    private static final double LEAST_SHARE = 0.5;
    /** Bins per natural resolution 1/T: enough for a sum to be an integral. */
    private static final int OVERSAMPLING = 4;

    /** Empty under two minutes or with half of the intervals left out: then bands are made of gaps. */
    public static Optional<FrequencyDomainVariability> of(NormalIntervals intervals) {
        double spanMillis = intervals.spanMillis();
        if (spanMillis < SHORTEST_MILLIS || intervals.share() < LEAST_SHARE) {
            return Optional.empty();
        }
        double[] millis = intervals.millis();
        double[] beginSeconds = intervals.endMillis();
        for (int i = 0; i < millis.length; i++) {
            beginSeconds[i] = (beginSeconds[i] - millis[i]) / 1000;
        }
        double stepHz = 1000 / spanMillis / OVERSAMPLING;
        Spectrum density = LombScargle.of(beginSeconds, millis, millis, stepHz, HIGHEST_HZ);
        // Five minutes of beats end with the last whole interval, a little short of them.
        OptionalDouble veryLow = spanMillis < SHORTEST_FOR_VERY_LOW_MILLIS
                ? OptionalDouble.empty()
                : OptionalDouble.of(power(density, VERY_LOW_HZ, LOW_HZ));
        return Optional.of(new FrequencyDomainVariability(
                veryLow, power(density, LOW_HZ, HIGH_HZ), power(density, HIGH_HZ, HIGHEST_HZ)));
    }

    /** Low over high power; infinite without any high power. */
    public double lowToHigh() {
        return lowMillisSquared / highMillisSquared;
    }

    /** Low power in percent of low and high. */
    public double lowNormalizedPercent() {
        return 100 * lowMillisSquared / (lowMillisSquared + highMillisSquared);
    }

    /** High power in percent of low and high. */
    public double highNormalizedPercent() {
        return 100 * highMillisSquared / (lowMillisSquared + highMillisSquared);
    }

    private static double power(Spectrum density, double fromHz, double toHz) {
        double sum = 0;
        for (int bin = 0; bin < density.size(); bin++) {
            double frequencyHz = density.frequencyHz(bin);
            if (frequencyHz >= fromHz && frequencyHz < toHz) {
                sum += density.value(bin) * density.stepHz();
            }
        }
        return sum;
    }
}
