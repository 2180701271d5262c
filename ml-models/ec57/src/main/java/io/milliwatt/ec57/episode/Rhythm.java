package io.milliwatt.ec57.episode;

import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import java.util.ArrayList;
import java.util.List;

/** A rhythm whose episodes are looked for, and how annotations mark its begin and its end. */
public enum Rhythm {
    ATRIAL_FIBRILLATION("AF") {
        @Override
        boolean begins(Annotation annotation) {
            return isRhythm(annotation, "(AFIB");
        }

        @Override
        boolean ends(Annotation annotation) {
            return isOtherRhythm(annotation, "(AFIB");
        }
    },
    ATRIAL_FLUTTER("AFL") {
        @Override
        boolean begins(Annotation annotation) {
            return isRhythm(annotation, "(AFL");
        }

        @Override
        boolean ends(Annotation annotation) {
            return isOtherRhythm(annotation, "(AFL");
        }
    },
    /** Either of the two, as an irregular ventricular response cannot tell them apart. */
    ATRIAL_FIBRILLATION_OR_FLUTTER("AF or AFL") {
        @Override
        boolean begins(Annotation annotation) {
            return isRhythm(annotation, "(AF");
        }

        @Override
        boolean ends(Annotation annotation) {
            return isOtherRhythm(annotation, "(AF");
        }
    },
    VENTRICULAR_FLUTTER_OR_FIBRILLATION("VF") {
        @Override
        boolean begins(Annotation annotation) {
            return annotation.code() == AnnotationCode.FLUTTER_BEGINS;
        }

        @Override
        boolean ends(Annotation annotation) {
            return annotation.code() == AnnotationCode.FLUTTER_ENDS;
        }
    };

    private final String abbreviation;

    Rhythm(String abbreviation) {
        this.abbreviation = abbreviation;
    }

    /** As reports name it. */
    public String abbreviation() {
        return abbreviation;
    }

    abstract boolean begins(Annotation annotation);

    abstract boolean ends(Annotation annotation);

    /**
     * All episodes that a file of annotations marks, in order. One that is never ended goes on to the record's end, or to the last annotation
     * if that is later (epicmp.c).
     */
    public List<Span> episodes(List<Annotation> annotations, long endSample) {
        List<Span> episodes = new ArrayList<>();
        boolean within = false;
        long begin = 0;
        for (Annotation annotation : annotations) {
            if (!within && begins(annotation)) {
                within = true;
                begin = annotation.sample();
            } else if (within && ends(annotation)) {
                within = false;
                episodes.add(new Span(begin, annotation.sample()));
            }
        }
        if (within) {
            episodes.add(
                    new Span(begin, Math.max(endSample, annotations.getLast().sample())));
        }
        return List.copyOf(episodes);
    }

    private static boolean isRhythm(Annotation annotation, String name) {
        return annotation.code() == AnnotationCode.RHYTHM_CHANGE
                && annotation.auxiliary().startsWith(name);
    }

    private static boolean isOtherRhythm(Annotation annotation, String name) {
        return annotation.code() == AnnotationCode.RHYTHM_CHANGE
                && !annotation.auxiliary().startsWith(name);
    }
}
