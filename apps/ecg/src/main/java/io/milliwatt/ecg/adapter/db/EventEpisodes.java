package io.milliwatt.ecg.adapter.db;

import io.milliwatt.ecg.alarm.PatientRules;
import io.milliwatt.ecg.event.Episode;
import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.ecg.patient.AlarmSource;
import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.Transition;
import io.milliwatt.platform.ingest.ReceivedFrame;
import io.milliwatt.telemetry.Event;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Keeps the episodes of events: those that nodes report, and those that the server finds by its own rules. */
@ApplicationScoped
public class EventEpisodes {

    private static final long NO_ID = 0;
    private static final long SERVER = 0;
    private static final int CERTAIN = 255;

    private final EpisodeTable episodes;
    private final PatientDirectory patients;

    EventEpisodes(EpisodeTable episodes, PatientDirectory patients) {
        this.episodes = episodes;
        this.patients = patients;
    }

    /** Stores the events among these frames, in their order; returns what they began or ended. */
    public List<Episode> reported(Handle handle, List<ReceivedFrame> frames) {
        List<Episode> touched = new ArrayList<>();
        for (ReceivedFrame frame : frames) {
            if (frame.frame().sequence() == 0) {
                touched.addAll(episodes.endOfBoot(
                        handle, frame.frame().node(), frame.frame().boot(), frame.at()));
            }
            if (frame.frame().body() instanceof Event event) {
                Episode episode = episode(frame, event);
                touched.add(event.onset() ? episodes.begin(handle, episode) : episodes.end(handle, episode));
            }
        }
        return touched;
    }

    /** Stores what alarms say of things that no node reports. */
    public List<Episode> found(Handle handle, List<Transition> transitions) {
        return transitions.stream()
                .filter(step -> step.from().isActive() != step.to().isActive())
                .flatMap(step -> PatientRules.eventClass(step.alarm().rule())
                        .filter(known -> !known.isReportedByNodes())
                        .map(known -> step.to().isActive()
                                ? episodes.begin(handle, episode(step, known, Optional.empty()))
                                : episodes.end(handle, episode(step, known, Optional.of(step.at()))))
                        .stream())
                .toList();
    }

    private Episode episode(ReceivedFrame frame, Event event) {
        long node = frame.frame().node();
        return new Episode(
                NO_ID,
                node,
                frame.frame().boot(),
                patients.withNode(node, frame.at()).map(stay -> stay.admission().patient()),
                (int) Math.min(event.eventClass(), Integer.MAX_VALUE),
                frame.at(),
                event.onset(),
                event.onset() ? Optional.empty() : Optional.of(frame.at()),
                event.probability(),
                event.values(),
                frame.late(),
                frame.clockSuspect());
    }

    private static Episode episode(Transition step, EventClass eventClass, Optional<Instant> end) {
        Alarm alarm = step.alarm();
        AlarmSource source = AlarmSource.parse(alarm.source());
        return new Episode(
                NO_ID,
                source.node().orElse(SERVER),
                SERVER,
                source.patient(),
                eventClass.number(),
                end.isPresent() ? alarm.raisedAt() : step.at(),
                end.isEmpty(),
                end,
                CERTAIN,
                List.of(),
                alarm.late(),
                false);
    }
}
