package io.milliwatt.dsp.ecg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often the heart turns from speeding up to slowing down and back (Costa et al. 2017, Frontiers in Physiology 8), with NeuroKit2's
 * counting, so that its figures compare: a turn is a change of sign of the differences (standing still is a sign of its own), shares of
 * segments count segments.
 *
 * @param inflectionShare turns per interval (PIP), 0..1
 * @param inverseAverageLength 1 over the mean number of differences in a segment of one sign (IALS)
 * @param shortSegmentShare share of segments under three differences (PSS)
 * @param alternationShare share of stretches of successive turns that hold at least four (PAS); 0 without any turn
 */
public record HeartRateFragmentation(
        double inflectionShare, double inverseAverageLength, double shortSegmentShare, double alternationShare) {

    private static final int LONG_SEGMENT = 3;
    private static final int LONG_ALTERNATION = 4;

    /** Empty below three intervals and where no interval differs from its neighbour. The intervals are taken as one run, gaps closed. */
    public static Optional<HeartRateFragmentation> of(NormalIntervals intervals) {
        double[] millis = intervals.millis();
        if (millis.length < 3) {
            return Optional.empty();
        }
        List<Integer> segments = new ArrayList<>();
        List<Integer> alternations = new ArrayList<>();
        int turns = 0;
        int segment = 0;
        int alternation = 0;
        double previousSign = 0;
        for (int i = 1; i < millis.length; i++) {
            double sign = Math.signum(millis[i] - millis[i - 1]);
            boolean turn = i > 1 && sign != previousSign;
            if (turn) {
                turns++;
                alternation++;
            } else {
                close(alternations, alternation);
                alternation = 0;
            }
            if (turn || sign == 0) {
                close(segments, segment);
                segment = 0;
            }
            segment += sign == 0 ? 0 : 1;
            previousSign = sign;
        }
        close(segments, segment);
        close(alternations, alternation);
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        double meanLength =
                segments.stream().mapToInt(Integer::intValue).average().orElseThrow();
        double shortOnes =
                segments.stream().filter(length -> length < LONG_SEGMENT).count();
        double longOnes = alternations.stream()
                .filter(length -> length >= LONG_ALTERNATION)
                .count();
        return Optional.of(new HeartRateFragmentation(
                (double) turns / millis.length,
                1 / meanLength,
                shortOnes / segments.size(),
                alternations.isEmpty() ? 0 : longOnes / alternations.size()));
    }

    private static void close(List<Integer> lengths, int length) {
        if (length > 0) {
            lengths.add(length);
        }
    }
}
