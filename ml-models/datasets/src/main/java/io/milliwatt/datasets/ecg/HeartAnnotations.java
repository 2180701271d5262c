package io.milliwatt.datasets.ecg;

import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.dsp.fixedpoint.heart.BeatClass;
import io.milliwatt.dsp.fixedpoint.heart.RhythmClass;
import io.milliwatt.dsp.fixedpoint.heart.RhythmEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a node's code says of a recording, as annotations that WFDB's tools judge: beats by class; rhythm changes, of which the gravest
 * that stands is named and (N stands for none; flutter between [ and ]; changes of signal quality, with subtype −1 where the lead is off
 * (EC57's shutdown), 1 where the signal is too noisy for beats to be classed, 0 where either is over; every other event as a comment at its
 * begin and its end.
 */
public final class HeartAnnotations {
    /** Subtype of a beat of which the classifier was not certain. */
    public static final int UNCERTAIN = 1;

    private static final int UNREADABLE = -1;
    private static final int NOISY = 1;
    private static final String NO_RHYTHM = "(N";

    /** Rhythms that WFDB has a name for, the gravest first. */
    private static final List<RhythmClass> RHYTHMS = List.of(
            RhythmClass.VENTRICULAR_FIBRILLATION,
            RhythmClass.VENTRICULAR_TACHYCARDIA,
            RhythmClass.ATRIAL_FIBRILLATION,
            RhythmClass.SUPRAVENTRICULAR_RUN,
            RhythmClass.BIGEMINY,
            RhythmClass.TRIGEMINY);

    private final List<Annotation> found = new ArrayList<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private final Map<RhythmClass, Long> open = new EnumMap<>(RhythmClass.class);
    private Optional<Long> firstBeat = Optional.empty();

    /** @param to the first sample after it */
    private record Stretch(RhythmClass rhythm, long from, long to) {}

    /** A beat of any time. */
    public void add(long sample, BeatClass beatClass, boolean certain) {
        found.add(new Annotation(sample, code(beatClass), certain ? 0 : UNCERTAIN, 0, 0, ""));
        firstBeat = Optional.of(Math.min(sample, firstBeat.orElse(sample)));
    }

    /** An onset, or the end of one that was told before; a second onset of a class that stands changes nothing. */
    public void add(RhythmEvent event) {
        if (!event.ended()) {
            open.putIfAbsent(event.rhythm(), event.onsetSample());
            return;
        }
        Long from = open.remove(event.rhythm());
        stretches.add(new Stretch(event.rhythm(), from == null ? event.onsetSample() : from, event.sample()));
    }

    /**
     * Everything in order of time; annotations of one sample are told apart by their number.
     *
     * @param endSample the recording's length: what stands there ends there
     */
    public List<Annotation> upTo(long endSample) {
        List<Stretch> all = new ArrayList<>(stretches);
        open.forEach((rhythm, from) -> all.add(new Stretch(rhythm, from, Math.max(from, endSample))));
        List<Annotation> annotations = new ArrayList<>(found);
        addRhythms(all, endSample, annotations);
        List<Stretch> unreadable = all.stream()
                .filter(stretch -> stretch.rhythm() == RhythmClass.LEAD_OFF)
                .toList();
        all.removeAll(unreadable);
        all.forEach(stretch -> addEnds(stretch, endSample, annotations));
        annotations.sort(Comparator.comparingLong(Annotation::sample));
        List<Annotation> marks = new ArrayList<>();
        unreadable.forEach(stretch -> addUnreadable(stretch, endSample, annotations, marks));
        annotations.addAll(marks);
        annotations.sort(Comparator.comparingLong(Annotation::sample).thenComparing(HeartAnnotations::place));
        return numbered(annotations);
    }

    /** One walk over all begins and ends, counting what stands: a day may hold tens of thousands of stretches. */
    private void addRhythms(List<Stretch> all, long endSample, List<Annotation> annotations) {
        TreeMap<Long, int[]> changes = new TreeMap<>();
        firstBeat.ifPresent(sample -> changes.put(sample, new int[RHYTHMS.size()]));
        for (Stretch stretch : all) {
            int rank = RHYTHMS.indexOf(stretch.rhythm());
            if (rank >= 0 && stretch.from() < stretch.to()) {
                changes.computeIfAbsent(stretch.from(), sample -> new int[RHYTHMS.size()])[rank]++;
                changes.computeIfAbsent(stretch.to(), sample -> new int[RHYTHMS.size()])[rank]--;
            }
        }
        int[] standing = new int[RHYTHMS.size()];
        String named = "";
        for (Map.Entry<Long, int[]> change : changes.headMap(endSample).entrySet()) {
            Arrays.setAll(standing, rank -> standing[rank] + change.getValue()[rank]);
            String rhythm = NO_RHYTHM;
            for (int rank = RHYTHMS.size() - 1; rank >= 0; rank--) {
                rhythm = standing[rank] > 0 ? name(RHYTHMS.get(rank)) : rhythm;
            }
            if (!rhythm.equals(named)) {
                annotations.add(Annotation.rhythm(change.getKey(), rhythm));
                named = rhythm;
            }
        }
    }

    private static void addEnds(Stretch stretch, long endSample, List<Annotation> annotations) {
        boolean endsBefore = stretch.to() < endSample;
        RhythmClass rhythm = stretch.rhythm();
        if (rhythm == RhythmClass.VENTRICULAR_FIBRILLATION) {
            annotations.add(Annotation.of(stretch.from(), AnnotationCode.FLUTTER_BEGINS));
            annotations.add(Annotation.of(stretch.to(), AnnotationCode.FLUTTER_ENDS));
        } else if (rhythm == RhythmClass.POOR_SIGNAL) {
            annotations.add(quality(stretch.from(), NOISY, ""));
            if (endsBefore) {
                annotations.add(quality(stretch.to(), 0, ""));
            }
        } else if (!RHYTHMS.contains(rhythm)) {
            annotations.add(comment(stretch.from(), text(rhythm)));
            if (endsBefore) {
                annotations.add(comment(stretch.to(), text(rhythm) + " ends"));
            }
        }
    }

    /**
     * The end is told some time after the first beat that can be told again; nothing may stand between the two marks, or WFDB's tools
     * take the first of them for one without an end (bxb.c).
     */
    private static void addUnreadable(
            Stretch stretch, long endSample, List<Annotation> others, List<Annotation> marks) {
        marks.add(quality(stretch.from(), UNREADABLE, text(stretch.rhythm())));
        long to = others.stream()
                .mapToLong(Annotation::sample)
                .filter(sample -> stretch.from() < sample && sample < stretch.to())
                .findFirst()
                .orElse(stretch.to());
        if (to < endSample) {
            marks.add(quality(to, 0, ""));
        }
    }

    private static Annotation quality(long sample, int subtype, String reason) {
        return new Annotation(sample, AnnotationCode.SIGNAL_QUALITY_CHANGE, subtype, 0, 0, reason);
    }

    /** Among annotations of one sample: that nothing can be told comes last, that it can be again comes first. */
    private static int place(Annotation annotation) {
        if (annotation.code() != AnnotationCode.SIGNAL_QUALITY_CHANGE) {
            return 0;
        }
        return annotation.subtype() == 0 ? -1 : 1;
    }

    private static List<Annotation> numbered(List<Annotation> sorted) {
        List<Annotation> numbered = new ArrayList<>();
        for (Annotation each : sorted) {
            boolean same = !numbered.isEmpty() && numbered.getLast().sample() == each.sample();
            int number = same ? numbered.getLast().number() + 1 : 0;
            numbered.add(new Annotation(
                    each.sample(), each.code(), each.subtype(), each.channel(), number, each.auxiliary()));
        }
        return numbered;
    }

    private static Annotation comment(long sample, String text) {
        return new Annotation(sample, AnnotationCode.COMMENT, 0, 0, 0, text);
    }

    /** As people read it: "ventricular couplet", "R on T". */
    public static String text(RhythmClass rhythm) {
        return rhythm == RhythmClass.R_ON_T
                ? "R on T"
                : rhythm.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static AnnotationCode code(BeatClass beatClass) {
        return switch (beatClass) {
            case NORMAL -> AnnotationCode.NORMAL;
            case SUPRAVENTRICULAR -> AnnotationCode.SUPRAVENTRICULAR_PREMATURE;
            case VENTRICULAR -> AnnotationCode.PREMATURE_VENTRICULAR;
            case FUSION -> AnnotationCode.VENTRICULAR_FUSION;
            case UNCLASSIFIABLE -> AnnotationCode.UNCLASSIFIABLE;
        };
    }

    private static String name(RhythmClass rhythm) {
        return switch (rhythm) {
            case VENTRICULAR_FIBRILLATION -> "(VFL";
            case VENTRICULAR_TACHYCARDIA -> "(VT";
            case ATRIAL_FIBRILLATION -> "(AFIB";
            case SUPRAVENTRICULAR_RUN -> "(SVTA";
            case BIGEMINY -> "(B";
            case TRIGEMINY -> "(T";
            default -> NO_RHYTHM;
        };
    }
}
