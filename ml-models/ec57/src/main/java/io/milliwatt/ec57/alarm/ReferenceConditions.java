package io.milliwatt.ec57.alarm;

import io.milliwatt.datasets.ecg.BeatClass;
import io.milliwatt.datasets.ecg.EscapeBeats;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.ec57.Unreadable;
import io.milliwatt.ec57.episode.Rhythm;
import io.milliwatt.ec57.episode.Span;
import java.util.ArrayList;
import java.util.List;

/** The conditions that a record really has, from its reference annotations. */
public final class ReferenceConditions {
    private static final double ASYSTOLE_SECONDS = 4;
    private static final int TACHYCARDIA_BEATS = 5;
    private static final double TACHYCARDIA_INTERVAL_SECONDS = 60.0 / 100;
    private static final int BRADYCARDIA_BEATS = 5;
    private static final double BRADYCARDIA_INTERVAL_SECONDS = 60.0 / 40;
    private static final int EXTREME_TACHYCARDIA_BEATS = 17;
    private static final double EXTREME_TACHYCARDIA_INTERVAL_SECONDS = 60.0 / 140;
    private static final int SUPRAVENTRICULAR_BEATS = 3;

    private final double sampleRateHz;
    private final List<Alarm> found = new ArrayList<>();

    private ReferenceConditions(double sampleRateHz) {
        this.sampleRateHz = sampleRateHz;
    }

    /** All of them, those of a kind in order of time. */
    public static List<Alarm> of(List<Annotation> reference, double sampleRateHz, long endSample) {
        ReferenceConditions conditions = new ReferenceConditions(sampleRateHz);
        Rhythm.VENTRICULAR_FLUTTER_OR_FIBRILLATION
                .episodes(reference, endSample)
                .forEach(span -> conditions.found.add(new Alarm(AlarmKind.VENTRICULAR_FIBRILLATION, span)));
        Rhythm.ATRIAL_FIBRILLATION_OR_FLUTTER
                .episodes(reference, endSample)
                .forEach(span -> conditions.found.add(new Alarm(AlarmKind.ATRIAL_FIBRILLATION, span)));
        uninterrupted(reference).forEach(conditions::judge);
        conditions.found.addAll(RuleConditions.of(reference, sampleRateHz, endSample));
        return List.copyOf(conditions.found);
    }

    /** The beats outside of flutter, cut where that or an unreadable stretch lies between two. */
    private static List<List<Annotation>> uninterrupted(List<Annotation> annotations) {
        List<List<Annotation>> stretches = new ArrayList<>(List.of(new ArrayList<>()));
        boolean flutter = false;
        for (Annotation annotation : annotations) {
            AnnotationCode code = annotation.code();
            if (code == AnnotationCode.FLUTTER_BEGINS || code == AnnotationCode.FLUTTER_ENDS) {
                flutter = code == AnnotationCode.FLUTTER_BEGINS;
                stretches.add(new ArrayList<>());
            } else if (Unreadable.begins(annotation)) {
                stretches.add(new ArrayList<>());
            } else if (code.isBeat() && !flutter) {
                stretches.getLast().add(annotation);
            }
        }
        return stretches;
    }

    private void judge(List<Annotation> beats) {
        for (int i = 1; i < beats.size(); i++) {
            if (seconds(beats, i - 1, i) >= ASYSTOLE_SECONDS) {
                add(AlarmKind.ASYSTOLE, beats, i - 1, i);
            }
        }
        addRates(beats, BRADYCARDIA_BEATS, AlarmKind.EXTREME_BRADYCARDIA);
        addRates(beats, EXTREME_TACHYCARDIA_BEATS, AlarmKind.EXTREME_TACHYCARDIA);
        addRuns(beats, BeatClass.V);
        addRuns(beats, BeatClass.S);
    }

    /** Stretches of so many beats or more, any so many of which are too slow or too fast. */
    private void addRates(List<Annotation> beats, int number, AlarmKind kind) {
        int begin = -1;
        int end = -1;
        for (int first = 0; first + number <= beats.size(); first++) {
            int last = first + number - 1;
            double interval = seconds(beats, first, last) / (number - 1);
            boolean holds = kind == AlarmKind.EXTREME_BRADYCARDIA
                    ? interval > BRADYCARDIA_INTERVAL_SECONDS
                    : interval < EXTREME_TACHYCARDIA_INTERVAL_SECONDS;
            if (holds && begin >= 0 && first <= end) {
                end = last;
            } else if (holds) {
                addIfAny(kind, beats, begin, end);
                begin = first;
                end = last;
            }
        }
        addIfAny(kind, beats, begin, end);
    }

    private void addRuns(List<Annotation> beats, BeatClass beatClass) {
        int begin = 0;
        for (int i = 0; i <= beats.size(); i++) {
            if (i < beats.size()
                    && EscapeBeats.NORMAL.classOf(beats.get(i).code()).orElseThrow() == beatClass) {
                continue;
            }
            if (i > begin) {
                addRun(beats, begin, i - 1, beatClass);
            }
            begin = i + 1;
        }
    }

    private void addRun(List<Annotation> beats, int first, int last, BeatClass beatClass) {
        int length = last - first + 1;
        if (beatClass == BeatClass.S) {
            if (length >= SUPRAVENTRICULAR_BEATS) {
                add(AlarmKind.SUPRAVENTRICULAR_RUN, beats, first, last);
            }
        } else if (length == 2) {
            add(AlarmKind.VENTRICULAR_COUPLET, beats, first, last);
        } else if (length > 2) {
            add(
                    isFast(beats, first, last) ? AlarmKind.VENTRICULAR_TACHYCARDIA : AlarmKind.VENTRICULAR_RUN,
                    beats,
                    first,
                    last);
        }
    }

    /** Whether any five beats of the run are at more than 100 per minute. */
    private boolean isFast(List<Annotation> beats, int first, int last) {
        int intervals = TACHYCARDIA_BEATS - 1;
        for (int i = first; i + intervals <= last; i++) {
            if (seconds(beats, i, i + intervals) / intervals < TACHYCARDIA_INTERVAL_SECONDS) {
                return true;
            }
        }
        return false;
    }

    private void addIfAny(AlarmKind kind, List<Annotation> beats, int first, int last) {
        if (first >= 0) {
            add(kind, beats, first, last);
        }
    }

    private void add(AlarmKind kind, List<Annotation> beats, int first, int last) {
        found.add(new Alarm(
                kind, new Span(beats.get(first).sample(), beats.get(last).sample())));
    }

    private double seconds(List<Annotation> beats, int first, int last) {
        return (beats.get(last).sample() - beats.get(first).sample()) / sampleRateHz;
    }
}
