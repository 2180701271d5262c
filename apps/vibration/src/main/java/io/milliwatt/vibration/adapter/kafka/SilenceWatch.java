package io.milliwatt.vibration.adapter.kafka;

import io.milliwatt.platform.alarms.Observation.Report;
import io.milliwatt.platform.alarms.Transition;
import io.milliwatt.platform.alarms.store.AlarmBook;
import io.milliwatt.platform.alarms.store.AlarmBook.Sighting;
import io.milliwatt.platform.ingest.UndisturbedIntake;
import io.milliwatt.platform.storage.NodeState;
import io.milliwatt.platform.storage.NodeStateTable;
import io.milliwatt.vibration.adapter.db.AllowedSilence;
import io.milliwatt.vibration.adapter.db.MachineDirectory;
import io.milliwatt.vibration.adapter.live.LiveNews;
import io.milliwatt.vibration.condition.MachineRules;
import io.milliwatt.vibration.machine.Machine;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Notices nodes that say nothing. */
@ApplicationScoped
class SilenceWatch {

    private final Jdbi jdbi;
    private final Clock clock;
    private final MachineDirectory machines;
    private final NodeStateTable nodes;
    private final AlarmBook alarms;
    private final UndisturbedIntake intake;
    private final LiveNews news;
    private final AllowedSilence silence;

    SilenceWatch(
            Jdbi jdbi,
            Clock clock,
            MachineDirectory machines,
            NodeStateTable nodes,
            AllowedSilence silence,
            AlarmBook alarms,
            UndisturbedIntake intake,
            LiveNews news) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.machines = machines;
        this.nodes = nodes;
        this.alarms = alarms;
        this.intake = intake;
        this.news = news;
        this.silence = silence;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        Instant now = clock.instant();
        if (intake.lasted(silence.limit())) {
            look(now);
        }
    }

    void look(Instant now) {
        List<Machine> watched = machines.all().stream()
                .filter(machine -> machine.node().isPresent())
                .toList();
        Map<Long, NodeState> states =
                nodes
                        .of(watched.stream()
                                .flatMap(machine -> machine.nodeNumber().stream())
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(NodeState::node, Function.identity()));
        silence.refresh();
        List<Sighting> sightings = watched.stream()
                .map(machine -> sighting(
                        machine,
                        lastSign(machine, states),
                        silence.of(machine.nodeNumber().orElseThrow()),
                        now))
                .toList();
        List<Transition> transitions = jdbi.inTransaction(handle -> alarms.observe(handle, sightings));
        news.changed(transitions);
    }

    private static Sighting sighting(Machine machine, Instant lastSign, Duration allowed, Instant now) {
        return new Sighting(
                machine.id(),
                MachineRules.noData(allowed),
                Report.of(now, lastSign.plus(allowed).isBefore(now)));
    }

    /** When the node was last heard, or when a person last set the machine up. */
    private Instant lastSign(Machine machine, Map<Long, NodeState> states) {
        Instant setUp = machines.changedAt(machine.id()).orElse(Instant.EPOCH);
        NodeState state = states.get(machine.nodeNumber().orElseThrow());
        return state == null || state.lastReceivedAt().isBefore(setUp) ? setUp : state.lastReceivedAt();
    }
}
