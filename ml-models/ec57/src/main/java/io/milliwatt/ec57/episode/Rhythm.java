package io.milliwatt.ec57.episode;

import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import java.util.ArrayList;
import java.util.List;

/** A rhythm whose episodes are looked for, and how annotations mark its begin and its end. */
public enum Rhythm {
    ATRIAL_FIBRILLATION("AF", "(AFIB"),
    ATRIAL_FLUTTER("AFL", "(AFL"),
    /** Either of the two, as an irregular ventricular response cannot tell them apart. */
    ATRIAL_FIBRILLATION_OR_FLUTTER("AF or AFL", "(AF"),
    /** Marked by annotations of its own. */
    VENTRICULAR_FLUTTER_OR_FIBRILLATION("VF", "");

    private final String abbreviation;
    private final String nameBegins;

    Rhythm(String abbreviation, String nameBegins) {
        this.abbreviation = abbreviation;
        this.nameBegins = nameBegins;
    }

    /** As reports name it. */
    public String abbreviation() {
        return abbreviation;
    }

    private boolean begins(Annotation annotation) {
        return nameBegins.isEmpty()
                ? annotation.code() == AnnotationCode.FLUTTER_BEGINS
                : annotation.code() == AnnotationCode.RHYTHM_CHANGE
                        && annotation.auxiliary().startsWith(nameBegins);
    }

    private boolean ends(Annotation annotation) {
        return nameBegins.isEmpty()
                ? annotation.code() == AnnotationCode.FLUTTER_ENDS
                : annotation.code() == AnnotationCode.RHYTHM_CHANGE
                        && !annotation.auxiliary().startsWith(nameBegins);
    }

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
}
