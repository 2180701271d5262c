package io.milliwatt.ecg.exchange.wfdb;

import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.ecg.event.Episode;
import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.ecg.exchange.MonitoringExtract;
import io.milliwatt.ecg.exchange.SampleGrid;
import io.milliwatt.ecg.signal.Beat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A node's beats and episodes in the codes of WFDB. */
final class RecordAnnotations {

    private static final String SINUS = "(N";

    private final SampleGrid grid;
    private final List<Annotation> annotations = new ArrayList<>();

    private RecordAnnotations(SampleGrid grid) {
        this.grid = grid;
    }

    /** In order of time; what lies outside the samples is left out. */
    static List<Annotation> of(MonitoringExtract extract, long node, SampleGrid grid) {
        RecordAnnotations record = new RecordAnnotations(grid);
        extract.beats().stream().filter(beat -> beat.node() == node).forEach(record::beat);
        extract.episodes().stream().filter(episode -> episode.node() == node).forEach(record::episode);
        return record.annotations.stream()
                .sorted(Comparator.comparingLong(Annotation::sample))
                .toList();
    }

    private void beat(Beat beat) {
        AnnotationCode code = beat.abstained() ? AnnotationCode.UNCLASSIFIABLE : code(beat);
        placed(beat.at()).ifPresent(sample -> annotations.add(Annotation.of(sample, code)));
    }

    private static AnnotationCode code(Beat beat) {
        return switch (beat.beatClass()) {
            case NORMAL -> AnnotationCode.NORMAL;
            case SUPRAVENTRICULAR -> AnnotationCode.SUPRAVENTRICULAR_PREMATURE;
            case VENTRICULAR -> AnnotationCode.PREMATURE_VENTRICULAR;
            case FUSION -> AnnotationCode.VENTRICULAR_FUSION;
            case UNCLASSIFIABLE -> AnnotationCode.UNCLASSIFIABLE;
        };
    }

    private void episode(Episode episode) {
        Optional<String> rhythm = episode.known().flatMap(RecordAnnotations::rhythm);
        if (rhythm.isPresent()) {
            placed(episode.onsetAt()).ifPresent(sample -> annotations.add(Annotation.rhythm(sample, rhythm.get())));
            episode.endAt()
                    .flatMap(this::placed)
                    .ifPresent(sample -> annotations.add(Annotation.rhythm(sample, SINUS)));
        } else {
            String words = episode.known().map(EventClass::words).orElse("Event of class " + episode.eventClass());
            placed(episode.onsetAt())
                    .ifPresent(
                            sample -> annotations.add(new Annotation(sample, AnnotationCode.COMMENT, 0, 0, 0, words)));
        }
    }

    /** Rhythms that WFDB has names for. */
    private static Optional<String> rhythm(EventClass eventClass) {
        return Optional.ofNullable(
                switch (eventClass) {
                    case ATRIAL_FIBRILLATION -> "(AFIB";
                    case VENTRICULAR_TACHYCARDIA -> "(VT";
                    case VENTRICULAR_FIBRILLATION -> "(VFL";
                    case BIGEMINY -> "(B";
                    case TRIGEMINY -> "(T";
                    case SUPRAVENTRICULAR_RUN -> "(SVTA";
                    default -> null;
                });
    }

    private Optional<Long> placed(Instant time) {
        long place = grid.placeOf(time);
        return place >= 0 && place < grid.length() ? Optional.of(place) : Optional.empty();
    }
}
