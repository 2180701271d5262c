package io.milliwatt.ec57.alarm;

import io.milliwatt.ec57.ComparedRecord;
import io.milliwatt.ec57.Proportion;
import io.milliwatt.ec57.TestPeriod;
import io.milliwatt.ec57.episode.Span;
import java.util.Arrays;
import java.util.List;

/**
 * Holds alarms against conditions of the same kind: the two belong together when they overlap or lie no more than ten seconds apart, as
 * an alarm of the CinC Challenge 2015 had to sound within ten seconds. One condition may have several alarms, all of them true.
 */
public final class AlarmComparison {
    private static final double TOLERANCE_SECONDS = 10;

    private AlarmComparison() {}

    /** For each kind, in the order of {@link AlarmKind}; alarms and conditions that begin in the test period are counted. */
    public static List<AlarmFigures> of(ComparedRecord compared, List<Alarm> raised) {
        TestPeriod period = compared.period();
        long tolerance = TestPeriod.samples(TOLERANCE_SECONDS, compared.sampleRateHz());
        List<Alarm> conditions =
                ReferenceConditions.of(compared.reference(), compared.sampleRateHz(), period.endSample());
        return Arrays.stream(AlarmKind.values())
                .map(kind -> figures(
                        kind,
                        spans(raised, kind),
                        spans(conditions, kind),
                        period,
                        tolerance,
                        period.samples() / compared.sampleRateHz()))
                .toList();
    }

    private static AlarmFigures figures(
            AlarmKind kind,
            List<Span> raised,
            List<Span> conditions,
            TestPeriod period,
            long tolerance,
            double seconds) {
        long alarms = count(raised, period);
        long right = near(raised, conditions, period, tolerance);
        return new AlarmFigures(
                kind,
                right,
                alarms - right,
                new Proportion(near(conditions, raised, period, tolerance), count(conditions, period)),
                seconds);
    }

    private static long count(List<Span> spans, TestPeriod period) {
        return spans.stream().filter(span -> beginsWithin(span, period)).count();
    }

    private static long near(List<Span> spans, List<Span> others, TestPeriod period, long tolerance) {
        return spans.stream()
                .filter(span -> beginsWithin(span, period))
                .filter(span -> others.stream()
                        .anyMatch(other -> other.beginSample() - tolerance <= span.endSample()
                                && span.beginSample() <= other.endSample() + tolerance))
                .count();
    }

    private static boolean beginsWithin(Span span, TestPeriod period) {
        return span.beginSample() >= period.firstSample() && span.beginSample() < period.endSample();
    }

    private static List<Span> spans(List<Alarm> alarms, AlarmKind kind) {
        return alarms.stream()
                .filter(alarm -> alarm.kind() == kind)
                .map(Alarm::span)
                .toList();
    }
}
