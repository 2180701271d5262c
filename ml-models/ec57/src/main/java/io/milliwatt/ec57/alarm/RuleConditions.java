package io.milliwatt.ec57.alarm;

import io.milliwatt.datasets.ecg.EscapeBeats;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.dsp.fixedpoint.heart.BeatClass;
import io.milliwatt.dsp.fixedpoint.heart.Fibrillation;
import io.milliwatt.dsp.fixedpoint.heart.RhythmClass;
import io.milliwatt.dsp.fixedpoint.heart.RhythmEvent;
import io.milliwatt.dsp.fixedpoint.heart.RhythmLimits;
import io.milliwatt.dsp.fixedpoint.heart.RhythmRules;
import io.milliwatt.dsp.fixedpoint.heart.RhythmSignal;
import io.milliwatt.ec57.Unreadable;
import io.milliwatt.ec57.episode.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Conditions for which nobody but the nodes has a definition: their rules, with default limits, run on the reference's beats and classes. An
 * alarm that differs then differs by its beats or classes, not by its rule.
 */
final class RuleConditions {
    /** The rules count in milliseconds here. */
    private static final int RATE_HZ = 1_000;

    private final double sampleRateHz;
    private final RhythmRules rules = new RhythmRules(RhythmLimits.defaults(RATE_HZ));
    private final Map<RhythmClass, Long> open = new EnumMap<>(RhythmClass.class);
    private final List<Alarm> found = new ArrayList<>();
    private Fibrillation ventricles = Fibrillation.NONE;
    private boolean readable = true;

    private RuleConditions(double sampleRateHz) {
        this.sampleRateHz = sampleRateHz;
    }

    /** All of them, in the order in which they end. */
    static List<Alarm> of(List<Annotation> reference, double sampleRateHz, long endSample) {
        RuleConditions conditions = new RuleConditions(sampleRateHz);
        conditions.advance(0);
        reference.forEach(conditions::take);
        conditions.open.forEach((rhythm, onset) -> conditions.add(rhythm, onset, conditions.millis(endSample)));
        return List.copyOf(conditions.found);
    }

    private long millis(long sample) {
        return Math.round(sample * RATE_HZ / sampleRateHz);
    }

    private long sample(long millis) {
        return Math.round(millis * sampleRateHz / RATE_HZ);
    }

    private void take(Annotation annotation) {
        AnnotationCode code = annotation.code();
        long now = millis(annotation.sample());
        if (code == AnnotationCode.FLUTTER_BEGINS || code == AnnotationCode.FLUTTER_ENDS) {
            ventricles = Fibrillation.ofVentricles(code == AnnotationCode.FLUTTER_BEGINS, now);
        } else if (code == AnnotationCode.SIGNAL_QUALITY_CHANGE) {
            readable = !Unreadable.begins(annotation);
        } else if (!code.isBeat() || ventricles.stands()) {
            return;
        }
        advance(now);
        if (code.isBeat()) {
            BeatClass beatClass = BeatClass.of(
                            EscapeBeats.NORMAL.classOf(code).orElseThrow().number())
                    .orElseThrow();
            tell(rules.detected(now));
            tell(rules.classed(now, beatClass, true));
        }
    }

    private void advance(long now) {
        RhythmSignal.State state = readable ? RhythmSignal.State.GOOD : RhythmSignal.State.CANNOT_TELL;
        tell(rules.advance(new RhythmSignal(now, state, ventricles, Fibrillation.NONE)));
    }

    private void tell(List<RhythmEvent> events) {
        for (RhythmEvent event : events) {
            if (event.ended()) {
                open.remove(event.rhythm());
                add(event.rhythm(), event.onsetSample(), event.sample());
            } else {
                open.put(event.rhythm(), event.onsetSample());
            }
        }
    }

    private void add(RhythmClass rhythm, long beginMillis, long endMillis) {
        kind(rhythm)
                .ifPresent(kind -> found.add(
                        new Alarm(kind, new Span(sample(beginMillis), sample(Math.max(beginMillis, endMillis))))));
    }

    private static Optional<AlarmKind> kind(RhythmClass rhythm) {
        return switch (rhythm) {
            case BRADYCARDIA -> Optional.of(AlarmKind.BRADYCARDIA);
            case TACHYCARDIA -> Optional.of(AlarmKind.TACHYCARDIA);
            case PAUSE -> Optional.of(AlarmKind.PAUSE);
            case BIGEMINY -> Optional.of(AlarmKind.BIGEMINY);
            case TRIGEMINY -> Optional.of(AlarmKind.TRIGEMINY);
            case FREQUENT_VENTRICULAR_BEATS -> Optional.of(AlarmKind.FREQUENT_VENTRICULAR_BEATS);
            case R_ON_T -> Optional.of(AlarmKind.R_ON_T);
            default -> Optional.empty();
        };
    }
}
