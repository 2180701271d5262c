package io.milliwatt.ecg.adapter.kafka;

import io.milliwatt.ecg.adapter.db.EventEpisodes;
import io.milliwatt.ecg.adapter.db.PatientDirectory;
import io.milliwatt.ecg.adapter.db.PauseBook;
import io.milliwatt.ecg.adapter.db.Stay;
import io.milliwatt.ecg.adapter.live.WallNews;
import io.milliwatt.ecg.alarm.PatientRules;
import io.milliwatt.ecg.event.Episode;
import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.ecg.patient.AlarmSource;
import io.milliwatt.ecg.patient.Assignment;
import io.milliwatt.platform.alarms.Observation.Report;
import io.milliwatt.platform.alarms.Transition;
import io.milliwatt.platform.alarms.store.AlarmBook;
import io.milliwatt.platform.alarms.store.AlarmBook.Sighting;
import io.milliwatt.platform.ingest.UndisturbedIntake;
import io.milliwatt.platform.storage.NodeState;
import io.milliwatt.platform.storage.NodeStateTable;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Notices patients from whose node nothing comes. */
@ApplicationScoped
class SilenceWatch {

    private final Jdbi jdbi;
    private final Clock clock;
    private final PatientDirectory patients;
    private final NodeStateTable nodes;
    private final AlarmBook alarms;
    private final EventEpisodes episodes;
    private final PauseBook pauses;
    private final UndisturbedIntake intake;
    private final WallNews news;
    private final Duration allowed;

    SilenceWatch(
            Jdbi jdbi,
            Clock clock,
            PatientDirectory patients,
            NodeStateTable nodes,
            AlarmBook alarms,
            EventEpisodes episodes,
            PauseBook pauses,
            UndisturbedIntake intake,
            WallNews news,
            @ConfigProperty(name = "milliwatt.silence-after", defaultValue = "10s") Duration allowed) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.patients = patients;
        this.nodes = nodes;
        this.alarms = alarms;
        this.episodes = episodes;
        this.pauses = pauses;
        this.intake = intake;
        this.news = news;
        this.allowed = allowed;
    }

    private record Outcome(List<Transition> transitions, List<Episode> episodes) {}

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (intake.lasted(allowed)) {
            look(clock.instant());
        }
    }

    void look(Instant now) {
        List<Stay> open = patients.open();
        Map<Long, Instant> heard =
                nodes
                        .of(open.stream()
                                .flatMap(stay -> stay.admission().nodes().stream())
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(NodeState::node, NodeState::lastReceivedAt));
        List<Sighting> sightings = new ArrayList<>();
        for (Stay stay : open) {
            stay.admission().assignments().stream()
                    .filter(Assignment::isOpen)
                    .forEach(on -> sightings.add(sighting(stay, on, heard, now)));
        }
        Outcome outcome = jdbi.inTransaction(handle -> {
            List<Transition> transitions = alarms.observe(handle, sightings);
            pauses.breakBy(handle, transitions);
            return new Outcome(transitions, episodes.found(handle, transitions));
        });
        news.changed(outcome.transitions(), outcome.episodes());
    }

    /** Silence counts from when the node was last heard, or was put on. */
    private Sighting sighting(Stay stay, Assignment on, Map<Long, Instant> heard, Instant now) {
        Instant last = heard.getOrDefault(on.node(), Instant.EPOCH);
        Instant since = last.isBefore(on.from()) ? on.from() : last;
        return new Sighting(
                AlarmSource.of(stay.admission().patient(), on.node()),
                PatientRules.reported(EventClass.NO_COMMUNICATION, stay.settings()),
                Report.of(now, since.plus(allowed).isBefore(now)));
    }
}
