package io.milliwatt.ec57.beat;

import io.milliwatt.datasets.ecg.EscapeBeats;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.ec57.Unreadable;
import java.util.List;
import java.util.Optional;

/**
 * Goes through a file's beats, one of them looked ahead, and keeps what is marked around them: ventricular flutter and shutdown, which
 * is a stretch that the annotator calls unreadable. Beats within flutter are not given.
 */
final class BeatCursor {
    /** After the last beat. */
    static final long NEVER = Long.MAX_VALUE;

    private static final At BEFORE_ALL = new At(0, Optional.empty());
    private static final At AFTER_ALL = new At(NEVER, Optional.empty());

    private final List<Annotation> annotations;
    private final EscapeBeats convention;
    private final long matchWindow;
    private final long endSample;
    private final MarkedPeriods flutter = new MarkedPeriods();
    private final MarkedPeriods shutdown = new MarkedPeriods();
    private int read;
    private At current = BEFORE_ALL;
    private At next = BEFORE_ALL;
    private long interval;
    private long shutdownSamples;

    /** @param label empty where there is nothing to be counted */
    private record At(long sample, Optional<Label> label) {}

    BeatCursor(List<Annotation> annotations, EscapeBeats convention, long matchWindow, long endSample) {
        this.annotations = annotations;
        this.convention = convention;
        this.matchWindow = matchWindow;
        this.endSample = endSample;
    }

    long sample() {
        return current.sample();
    }

    long nextSample() {
        return next.sample();
    }

    Optional<Label> label() {
        return current.label();
    }

    /** The RR interval that ends with the current beat, in samples; 0 where flutter, shutdown or the file's ends cut it. */
    long interval() {
        return interval;
    }

    /** Of all shutdowns that were read, in the learning period as well. */
    long shutdownSamples() {
        return shutdownSamples;
    }

    boolean isFlutter(long sample) {
        return flutter.contains(sample);
    }

    boolean isShutdown(long sample) {
        return shutdown.contains(sample);
    }

    void advance() {
        long before = current.sample();
        current = next;
        boolean cut = before == 0
                || current.sample() == NEVER
                || flutter.beginsBetween(before, current.sample())
                || shutdown.beginsBetween(before, current.sample());
        interval = cut ? 0 : current.sample() - before;
        next = nextBeat();
    }

    private At nextBeat() {
        while (read < annotations.size()) {
            Annotation annotation = annotations.get(read++);
            if (annotation.code().isQrs()) {
                return new At(
                        annotation.sample(),
                        Optional.of(convention
                                .classOf(annotation.code())
                                .map(Label::of)
                                .orElse(Label.O)));
            }
            if (Unreadable.begins(annotation) && !readShutdown(annotation)
                    || annotation.code() == AnnotationCode.FLUTTER_BEGINS && !readFlutter(annotation)) {
                return AFTER_ALL;
            }
        }
        return AFTER_ALL;
    }

    /**
     * The annotation after it should end the shutdown. Where it is another one, as in the AHA database, the single mark stands
     * for the whole gap between the beats around it.
     *
     * @return whether the file goes on after it
     */
    private boolean readShutdown(Annotation opening) {
        shutdown.open(opening.sample());
        if (read == annotations.size()) {
            shutdownSamples += endSample - opening.sample();
            shutdown.close(NEVER);
            return false;
        }
        Annotation closing = annotations.get(read);
        if (closing.code() == AnnotationCode.SIGNAL_QUALITY_CHANGE && !Unreadable.begins(closing)) {
            read++;
            shutdown.close(closing.sample());
        } else {
            long to = closing.sample() - matchWindow;
            long from = Math.max(flutter.end(), current.sample()) + matchWindow;
            shutdown.move(Math.min(from, to), to);
        }
        shutdownSamples += shutdown.end() - shutdown.begin();
        return true;
    }

    private boolean readFlutter(Annotation opening) {
        flutter.open(opening.sample());
        while (read < annotations.size()) {
            Annotation annotation = annotations.get(read++);
            if (annotation.code() == AnnotationCode.FLUTTER_ENDS) {
                flutter.close(annotation.sample());
                return true;
            }
        }
        return false;
    }
}
