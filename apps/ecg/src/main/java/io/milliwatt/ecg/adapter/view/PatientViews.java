package io.milliwatt.ecg.adapter.view;

import io.milliwatt.ecg.adapter.db.NewsTable;
import io.milliwatt.ecg.adapter.db.NodeWords;
import io.milliwatt.ecg.adapter.db.PauseBook;
import io.milliwatt.ecg.adapter.db.Stay;
import io.milliwatt.ecg.adapter.db.VitalSignsTable;
import io.milliwatt.ecg.adapter.view.PatientRow.AlarmSummary;
import io.milliwatt.ecg.adapter.view.PatientRow.NewsView;
import io.milliwatt.ecg.adapter.view.PatientRow.NodeView;
import io.milliwatt.ecg.adapter.view.PatientRow.PauseView;
import io.milliwatt.ecg.alarm.Annunciation;
import io.milliwatt.ecg.alarm.PatientRules;
import io.milliwatt.ecg.alarm.Pause;
import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.ecg.patient.Admission;
import io.milliwatt.ecg.patient.AlarmSource;
import io.milliwatt.ecg.patient.Assignment;
import io.milliwatt.ecg.vitals.Numerics;
import io.milliwatt.ecg.vitals.VitalSigns;
import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.Priority;
import io.milliwatt.platform.alarms.store.AlarmBook;
import io.milliwatt.platform.storage.NodeState;
import io.milliwatt.platform.storage.NodeState.LatestStatus;
import io.milliwatt.platform.storage.NodeStateTable;
import io.milliwatt.telemetry.PatientTold;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts together what pages see of patients. */
@ApplicationScoped
public class PatientViews {

    private static final String NONE = "none";
    private static final int QUIET = 100;

    private final NodeStateTable nodes;
    private final AlarmBook alarms;
    private final PauseBook pauses;
    private final VitalSignsTable vitals;
    private final NewsTable news;
    private final NodeWords words;
    private final Clock clock;

    PatientViews(
            NodeStateTable nodes,
            AlarmBook alarms,
            PauseBook pauses,
            VitalSignsTable vitals,
            NewsTable news,
            NodeWords words,
            Clock clock) {
        this.nodes = nodes;
        this.alarms = alarms;
        this.pauses = pauses;
        this.vitals = vitals;
        this.news = news;
        this.words = words;
        this.clock = clock;
    }

    private record Known(
            Map<Long, NodeState> states,
            Map<Long, PatientTold> told,
            Map<String, List<Alarm>> open,
            Map<String, Pause> pauses,
            Map<Long, VitalSigns> vitals,
            Map<String, NewsTable.Row> news) {}

    public PatientRow row(Stay stay) {
        return rows(List.of(stay)).getFirst();
    }

    /** These patients, the most urgent first, then by ward and bed. */
    public List<PatientRow> rows(Collection<Stay> stays) {
        Known known = known(stays);
        Comparator<Stay> byUrgency = Comparator.comparingInt(
                stay -> known.open().getOrDefault(stay.admission().patient(), List.of()).stream()
                        .mapToInt(Annunciation::rank)
                        .min()
                        .orElse(QUIET));
        return stays.stream()
                .sorted(byUrgency
                        .thenComparing(stay -> stay.admission().bed().ward())
                        .thenComparing(stay -> stay.admission().bed().name()))
                .map(stay -> row(stay, known))
                .toList();
    }

    private Known known(Collection<Stay> stays) {
        List<Long> on = stays.stream()
                .flatMap(stay -> stay.admission().nodes().stream())
                .toList();
        List<String> patients =
                stays.stream().map(stay -> stay.admission().patient()).toList();
        List<String> sources = stays.stream()
                .flatMap(stay -> stay.admission().alarmSources().stream())
                .toList();
        Instant now = clock.instant();
        return new Known(
                nodes.of(on).stream().collect(Collectors.toMap(NodeState::node, Function.identity())),
                words.of(on),
                alarms.openOf(sources).stream()
                        .collect(Collectors.groupingBy(alarm ->
                                AlarmSource.parse(alarm.source()).patient().orElseThrow())),
                pauses.of(patients),
                vitals.newest(
                        stays.stream()
                                .flatMap(stay -> stay.admission().current(now).stream())
                                .toList(),
                        now),
                news.newest(patients, now.minus(VitalSignsTable.VALID)));
    }

    private static PatientRow row(Stay stay, Known known) {
        Admission admission = stay.admission();
        String patient = admission.patient();
        Optional<Pause> pause = Optional.ofNullable(known.pauses().get(patient));
        return new PatientRow(
                patient,
                admission.bed().name(),
                admission.bed().ward(),
                admission.id(),
                admission.admittedAt(),
                admission.dischargedAt(),
                stay.settings().hasPacemaker(),
                admission.nodes().stream()
                        .map(node -> node(
                                node,
                                Optional.ofNullable(known.states().get(node)),
                                NodeWords.due(stay).equals(known.told().get(node))))
                        .toList(),
                admission.assignments().stream()
                        .filter(Assignment::isOpen)
                        .flatMap(on -> Optional.ofNullable(known.states().get(on.node()))
                                .flatMap(NodeState::features)
                                .filter(told -> on.covers(told.at()))
                                .stream())
                        .flatMap(told ->
                                Numerics.of(told.at(), told.recipeId(), told.measured(), told.qualityFlags()).stream())
                        .max(Comparator.comparing(Numerics::at))
                        .map(NumericsView::of),
                admission.nodes().stream()
                        .flatMap(node -> Optional.ofNullable(known.vitals().get(node)).stream())
                        .sorted(Comparator.comparing(VitalSigns::at).reversed())
                        .reduce(VitalSigns::over)
                        .map(VitalsView::of),
                Optional.ofNullable(known.news().get(patient)).map(NewsView::of),
                summary(admission.isOpen() ? known.open().getOrDefault(patient, List.of()) : List.of(), pause),
                pause.map(PauseView::of));
    }

    private static NodeView node(long node, Optional<NodeState> state, boolean patientConfirmed) {
        Optional<LatestStatus> status = state.flatMap(NodeState::status);
        return new NodeView(
                node,
                state.map(NodeState::lastReceivedAt),
                status.map(LatestStatus::batteryMillivolts).orElse(OptionalLong.empty()),
                status.map(LatestStatus::heldFrames).orElse(OptionalLong.empty()),
                status.map(LatestStatus::modelVersion).orElse(OptionalLong.empty()),
                patientConfirmed);
    }

    private static AlarmSummary summary(List<Alarm> open, Optional<Pause> pause) {
        List<Alarm> seen = open.stream()
                .filter(alarm -> isSeen(Annunciation.of(alarm, pause)))
                .sorted(Comparator.<Alarm>comparingInt(Annunciation::rank)
                        .thenComparing(Comparator.comparing(Alarm::raisedAt).reversed()))
                .toList();
        return new AlarmSummary(
                open.size(),
                (int) open.stream()
                        .filter(alarm -> alarm.state().isUnacknowledged())
                        .count(),
                (int) open.stream()
                        .filter(alarm -> Annunciation.of(alarm, pause) == Annunciation.LATCHED)
                        .count(),
                seen.stream().map(alarm -> alarm.priority().label()).findFirst().orElse(NONE),
                !seen.isEmpty() && seen.stream().allMatch(alarm -> Annunciation.rank(alarm) % 2 == 1),
                open.stream()
                        .filter(alarm -> Annunciation.of(alarm, pause).sounds(alarm))
                        .map(Alarm::priority)
                        .min(Comparator.naturalOrder())
                        .map(Priority::label)
                        .orElse(NONE),
                seen.stream().findFirst().map(PatientViews::words).orElse(""),
                seen.stream().findFirst().map(Alarm::message).orElse(""));
    }

    private static String words(Alarm alarm) {
        return PatientRules.eventClass(alarm.rule()).map(EventClass::words).orElse(alarm.message());
    }

    private static boolean isSeen(Annunciation annunciation) {
        return annunciation != Annunciation.ALARM_PAUSED && annunciation != Annunciation.OFF;
    }
}
