package io.milliwatt.ec57.episode;

import io.milliwatt.ec57.Proportion;
import java.util.Collection;
import java.util.function.Function;

/**
 * How the episodes of one record were found, or of several together. An episode is found when any part of it overlaps with one of the
 * other side.
 *
 * @param sensitivity of the reference's episodes, how many were found
 * @param positivePredictivity of the test's episodes, how many were true
 * @param durationSensitivity of the reference's samples in episodes, how many lie in episodes of the test
 * @param durationPositivePredictivity of the test's samples in episodes, how many lie in episodes of the reference
 */
public record EpisodeFigures(
        double sampleRateHz,
        Proportion sensitivity,
        Proportion positivePredictivity,
        Proportion durationSensitivity,
        Proportion durationPositivePredictivity) {

    /** Durations are counted in samples of the first record's rate. */
    public static EpisodeFigures total(Collection<EpisodeFigures> figures) {
        double rate = figures.stream()
                .mapToDouble(EpisodeFigures::sampleRateHz)
                .findFirst()
                .orElse(1);
        return new EpisodeFigures(
                rate,
                sum(figures, 0, EpisodeFigures::sensitivity),
                sum(figures, 0, EpisodeFigures::positivePredictivity),
                sum(figures, rate, EpisodeFigures::durationSensitivity),
                sum(figures, rate, EpisodeFigures::durationPositivePredictivity));
    }

    /** @param rate to count samples at, 0 for what is no number of samples */
    private static Proportion sum(
            Collection<EpisodeFigures> figures, double rate, Function<EpisodeFigures, Proportion> share) {
        long count = 0;
        long of = 0;
        for (EpisodeFigures one : figures) {
            double scale = rate == 0 ? 1 : rate / one.sampleRateHz();
            count += Math.round(share.apply(one).count() * scale);
            of += Math.round(share.apply(one).of() * scale);
        }
        return new Proportion(count, of);
    }

    public double referenceSeconds() {
        return durationSensitivity.of() / sampleRateHz;
    }

    public double testSeconds() {
        return durationPositivePredictivity.of() / sampleRateHz;
    }
}
