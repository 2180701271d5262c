package io.milliwatt.ecg.adapter.view;

import io.milliwatt.ecg.adapter.db.BeatTable;
import io.milliwatt.ecg.adapter.db.EpisodeTable;
import io.milliwatt.ecg.adapter.db.LabelTable;
import io.milliwatt.ecg.adapter.db.StripReader;
import io.milliwatt.ecg.adapter.view.StripView.MarkView;
import io.milliwatt.ecg.event.Episode;
import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.ecg.label.Label;
import io.milliwatt.ecg.label.Label.Target;
import io.milliwatt.ecg.patient.Admission;
import io.milliwatt.ecg.signal.Beat;
import io.milliwatt.ecg.signal.Strip;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts strips together: signal, beats with what persons said of them, and marks of episodes. */
@ApplicationScoped
public class StripViews {

    private static final int MOST_MARKS = 500;
    /** Beats are found in the lead that is analysed. */
    private static final int ANALYSED = 0;

    private final StripReader strips;
    private final BeatTable beats;
    private final LabelTable labels;
    private final EpisodeTable episodes;

    StripViews(StripReader strips, BeatTable beats, LabelTable labels, EpisodeTable episodes) {
        this.strips = strips;
        this.beats = beats;
        this.labels = labels;
        this.episodes = episodes;
    }

    public StripView of(Admission admission, Instant from, Instant to, Optional<EventView> event, boolean truncated) {
        Strip strip = strips.readByQuality(admission, from, to);
        return StripView.of(
                strip,
                event,
                truncated,
                labelled(admission.patient(), strip.beats(), from, to),
                marks(admission.patient(), from, to));
    }

    /** The beats of a patient between two times. */
    public List<BeatView> beats(Admission admission, Instant from, Instant to) {
        return labelled(admission.patient(), beats.of(admission.recordings(from, to)), from, to);
    }

    private List<BeatView> labelled(String patient, List<Beat> found, Instant from, Instant to) {
        Map<String, Label> said = labels.newestBeats(patient, from, to).stream()
                .collect(Collectors.toMap(label -> label.target().key(), Function.identity()));
        return found.stream()
                .map(beat -> BeatView.of(
                        beat,
                        Optional.ofNullable(said.get(Target.beat(patient, beat.node(), ANALYSED, beat.at())
                                .key()))))
                .toList();
    }

    private List<MarkView> marks(String patient, Instant from, Instant to) {
        List<MarkView> marks = new ArrayList<>();
        for (Episode episode : episodes.of(patient, from, to, MOST_MARKS)) {
            String label = episode.known().map(EventClass::label).orElse("class-" + episode.eventClass());
            if (episode.onsetKnown() && !episode.onsetAt().isBefore(from)) {
                marks.add(new MarkView(episode.onsetAt().toEpochMilli(), episode.node(), label, true));
            }
            episode.endAt()
                    .filter(end -> end.isBefore(to))
                    .ifPresent(end -> marks.add(new MarkView(end.toEpochMilli(), episode.node(), label, false)));
        }
        marks.sort(Comparator.comparingLong(MarkView::t));
        return marks;
    }
}
