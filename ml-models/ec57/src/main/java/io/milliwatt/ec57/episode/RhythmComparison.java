package io.milliwatt.ec57.episode;

import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.ec57.ComparedRecord;
import io.milliwatt.ec57.TestPeriod;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Compares a rhythm sample by sample or beat by beat within the test period: is it there, and does the analysis say so? */
public final class RhythmComparison {
    private final TestPeriod period;
    private final List<Annotation> reference;
    private final List<Span> truth;
    private final List<Span> told;
    private final List<Span> unknown;

    /** @param unknown where the analysis could not tell, in order and without overlap */
    public RhythmComparison(ComparedRecord compared, Rhythm rhythm, List<Span> unknown) {
        period = compared.period();
        reference = compared.reference();
        truth = rhythm.episodes(compared.reference(), period.endSample());
        told = rhythm.episodes(compared.test(), period.endSample());
        this.unknown = List.copyOf(unknown);
    }

    /** In samples. */
    public RhythmFigures overTime() {
        long[] counts = new long[5];
        long[] borders = LongStream.concat(
                        LongStream.of(period.firstSample(), period.endSample()),
                        Stream.of(truth, told, unknown)
                                .flatMap(List::stream)
                                .flatMapToLong(span -> LongStream.of(span.beginSample(), span.endSample())))
                .filter(border -> border >= period.firstSample() && border <= period.endSample())
                .sorted()
                .distinct()
                .toArray();
        for (int i = 1; i < borders.length; i++) {
            counts[group(borders[i - 1])] += borders[i] - borders[i - 1];
        }
        return figures(counts);
    }

    /** In beats of the reference. */
    public RhythmFigures overBeats() {
        long[] counts = new long[5];
        reference.stream()
                .filter(annotation -> annotation.code().isBeat())
                .mapToLong(Annotation::sample)
                .filter(sample -> sample >= period.firstSample() && sample < period.endSample())
                .forEach(sample -> counts[group(sample)]++);
        return figures(counts);
    }

    /** In the order of the figures' components. */
    private int group(long sample) {
        if (isIn(unknown, sample)) {
            return 4;
        }
        boolean really = isIn(truth, sample);
        return isIn(told, sample) ? really ? 0 : 1 : really ? 2 : 3;
    }

    private static boolean isIn(List<Span> spans, long sample) {
        return spans.stream().anyMatch(span -> span.contains(sample));
    }

    private static RhythmFigures figures(long[] counts) {
        return new RhythmFigures(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }
}
