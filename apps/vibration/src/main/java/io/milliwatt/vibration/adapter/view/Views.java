package io.milliwatt.vibration.adapter.view;

import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.store.AlarmBook;
import io.milliwatt.platform.storage.NodeState;
import io.milliwatt.platform.storage.NodeState.LatestFeatures;
import io.milliwatt.platform.storage.NodeStateTable;
import io.milliwatt.vibration.adapter.db.AllowedSilence;
import io.milliwatt.vibration.adapter.db.MachineDirectory;
import io.milliwatt.vibration.condition.Fault;
import io.milliwatt.vibration.condition.MachineCondition;
import io.milliwatt.vibration.condition.MachineCondition.Heard;
import io.milliwatt.vibration.condition.Readings;
import io.milliwatt.vibration.condition.SignalQuality;
import io.milliwatt.vibration.condition.Verdict;
import io.milliwatt.vibration.machine.Machine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts together what pages see. */
@ApplicationScoped
public class Views {

    private static final Comparator<MachineView> MOST_URGENT_FIRST =
            Comparator.comparingInt(MachineView::urgency).reversed().thenComparing(MachineView::name);

    private final MachineDirectory machines;
    private final NodeStateTable nodes;
    private final AlarmBook alarms;
    private final Clock clock;
    private final AllowedSilence silence;

    Views(MachineDirectory machines, NodeStateTable nodes, AlarmBook alarms, Clock clock, AllowedSilence silence) {
        this.machines = machines;
        this.nodes = nodes;
        this.alarms = alarms;
        this.clock = clock;
        this.silence = silence;
    }

    /** These machines, the most urgent first. */
    public List<MachineView> machines(Collection<Machine> wanted) {
        return conditions(wanted).stream()
                .map(MachineView::of)
                .sorted(MOST_URGENT_FIRST)
                .toList();
    }

    public MachineView machine(Machine machine) {
        return machines(List.of(machine)).getFirst();
    }

    public AlarmView alarm(Alarm alarm) {
        return AlarmView.of(
                alarm, machines.find(alarm.source()).map(Machine::name).orElse(alarm.source()));
    }

    private List<MachineCondition> conditions(Collection<Machine> wanted) {
        Map<Long, NodeState> states =
                nodes
                        .of(wanted.stream()
                                .flatMap(machine -> machine.nodeNumber().stream())
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(NodeState::node, Function.identity()));
        Map<String, List<Alarm>> open = alarms
                .openOf(wanted.stream().map(Machine::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Alarm::source));
        return wanted.stream()
                .map(machine -> condition(
                        machine, machine.nodeNumber().map(states::get), open.getOrDefault(machine.id(), List.of())))
                .toList();
    }

    private MachineCondition condition(Machine machine, Optional<NodeState> state, List<Alarm> open) {
        boolean silent = state.map(heard ->
                        heard.lastReceivedAt().plus(silence.of(heard.node())).isBefore(clock.instant()))
                .orElse(true);
        return new MachineCondition(
                machine,
                state.map(Views::heard),
                state.flatMap(NodeState::features).flatMap(Views::verdict),
                open,
                silent);
    }

    private static Heard heard(NodeState state) {
        return new Heard(
                state.lastReceivedAt(),
                state.features()
                        .flatMap(features ->
                                Readings.of(features.recipeId(), features.recipeVersion(), features.measured())),
                new SignalQuality(
                        state.features().map(LatestFeatures::qualityFlags).orElse(0L)));
    }

    private static Optional<Verdict> verdict(LatestFeatures features) {
        return features.verdict()
                .map(said -> Verdict.fromCounts(
                        Fault.fromNumber(said.verdict()).orElse(Fault.UNIDENTIFIED), said.probability(), said.at()));
    }
}
