package io.milliwatt.ec57.noise;

import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.ec57.ConductedBeats;
import io.milliwatt.ec57.TestPeriod;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** How large a signal is, in its own units, as WFDB's sigamp measures it (sigamp.c): the trimmed mean of up to 300 measurements. */
final class SignalAmplitude {
    private static final int MEASUREMENTS = 300;
    private static final int TRIMMED_SHARE = 20;
    private static final double AROUND_BEAT_SECONDS = 0.05;

    private SignalAmplitude() {}

    /** Peak to peak within 50 ms of the first beats that are not ventricular; empty without such beats. */
    static OptionalDouble peakToPeak(int[] samples, List<Annotation> annotations, double sampleRateHz) {
        int reach = (int) TestPeriod.samples(AROUND_BEAT_SECONDS, sampleRateHz);
        double[] amplitudes = annotations.stream()
                .filter(annotation -> ConductedBeats.include(annotation.code()))
                .mapToLong(Annotation::sample)
                .filter(sample -> sample >= reach && sample + reach < samples.length)
                .limit(MEASUREMENTS)
                .mapToDouble(sample -> {
                    var around = Arrays.stream(samples, (int) sample - reach, (int) sample + reach + 1)
                            .summaryStatistics();
                    return around.getMax() - around.getMin();
                })
                .toArray();
        return trimmedMean(amplitudes);
    }

    /** Root mean square about the mean of each of the first seconds; empty for less than one second. */
    static OptionalDouble rootMeanSquare(int[] samples, double sampleRateHz) {
        int second = (int) TestPeriod.samples(1, sampleRateHz);
        return trimmedMean(DoubleStream.iterate(0, begin -> begin + second)
                .limit(Math.min(MEASUREMENTS, samples.length / second))
                .map(begin -> rootMeanSquare(samples, (int) begin, second))
                .toArray());
    }

    /** Differences from the mean are cut to whole units, as sigamp cuts them. */
    private static double rootMeanSquare(int[] samples, int begin, int length) {
        double mean = Arrays.stream(samples, begin, begin + length).average().orElseThrow();
        double squares = 0;
        for (int i = begin; i < begin + length; i++) {
            int difference = (int) (samples[i] - mean);
            squares += (double) difference * difference;
        }
        return Math.sqrt(squares / length);
    }

    private static OptionalDouble trimmedMean(double[] values) {
        int trimmed = values.length / TRIMMED_SHARE;
        return Arrays.stream(values)
                .sorted()
                .skip(trimmed)
                .limit(values.length - 2L * trimmed)
                .average();
    }
}
