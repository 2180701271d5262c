package io.milliwatt.ecg.adapter.view;

import io.milliwatt.ecg.event.Episode;
import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.ecg.label.Label;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** An episode as the event list shows it. */
public record EventView(
        long id,
        Optional<String> patientId,
        OptionalLong nodeId,
        int eventClass,
        String label,
        String words,
        String level,
        boolean technical,
        Instant onsetAt,
        boolean onsetKnown,
        Optional<Instant> endAt,
        boolean late,
        boolean clockSuspect,
        OptionalLong heartRate,
        OptionalLong beats,
        OptionalLong durationMillis,
        double probability,
        Optional<VerdictView> verdict) {

    private static final double PROBABILITY_STEPS = 255;

    /** A person's newest word on the episode. */
    public record VerdictView(String verdict, String label, String by, Instant at, int version) {
        static VerdictView of(Label label) {
            return new VerdictView(
                    label.verdict()
                            .map(said -> said.name().toLowerCase(Locale.ROOT))
                            .orElse(""),
                    label.after(),
                    label.by(),
                    label.at(),
                    label.version());
        }
    }

    /** @param level as it is set for the patient now */
    static EventView of(Episode episode, String level, Optional<Label> verdict) {
        Optional<EventClass> known = episode.known();
        return new EventView(
                episode.id(),
                episode.patient(),
                episode.node() == 0 ? OptionalLong.empty() : OptionalLong.of(episode.node()),
                episode.eventClass(),
                known.map(EventClass::label).orElse("class-" + episode.eventClass()),
                known.map(EventClass::words).orElse("Event of the unknown class " + episode.eventClass()),
                level,
                known.map(EventClass::isTechnical).orElse(false),
                episode.onsetAt(),
                episode.onsetKnown(),
                episode.endAt(),
                episode.late(),
                episode.clockSuspect(),
                measured(episode.measured(), 0),
                measured(episode.measured(), 1),
                measured(episode.measured(), 2),
                episode.probability() / PROBABILITY_STEPS,
                verdict.map(VerdictView::of));
    }

    private static OptionalLong measured(List<Long> values, int place) {
        return values.size() > place && values.get(place) > 0
                ? OptionalLong.of(values.get(place))
                : OptionalLong.empty();
    }
}
