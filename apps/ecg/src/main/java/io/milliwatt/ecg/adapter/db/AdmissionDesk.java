package io.milliwatt.ecg.adapter.db;

import io.milliwatt.ecg.alarm.PatientRules;
import io.milliwatt.ecg.alarm.Settings;
import io.milliwatt.ecg.event.Episode;
import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.ecg.patient.Admission;
import io.milliwatt.ecg.patient.AlarmSource;
import io.milliwatt.ecg.patient.Bed;
import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.Observation.Report;
import io.milliwatt.platform.alarms.Transition;
import io.milliwatt.platform.alarms.store.AlarmBook;
import io.milliwatt.platform.alarms.store.AlarmBook.Sighting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Admits and discharges patients, moves them, puts nodes on and takes them off, and sets limits; with what alarms make of it. */
@ApplicationScoped
public class AdmissionDesk {

    private final Jdbi jdbi;
    private final PatientTable table;
    private final PatientDirectory directory;
    private final AlarmBook alarms;
    private final EpisodeTable episodes;
    private final EventEpisodes eventEpisodes;
    private final PauseBook pauses;
    private final Journal journal;
    private final NodeWords nodes;
    private final Clock clock;

    AdmissionDesk(
            Jdbi jdbi,
            PatientTable table,
            PatientDirectory directory,
            AlarmBook alarms,
            EpisodeTable episodes,
            EventEpisodes eventEpisodes,
            PauseBook pauses,
            Journal journal,
            NodeWords nodes,
            Clock clock) {
        this.jdbi = jdbi;
        this.table = table;
        this.directory = directory;
        this.alarms = alarms;
        this.episodes = episodes;
        this.eventEpisodes = eventEpisodes;
        this.pauses = pauses;
        this.journal = journal;
        this.nodes = nodes;
        this.clock = clock;
    }

    /** What became of alarms and episodes. */
    public record Outcome(List<Transition> transitions, List<Episode> episodes) {}

    /** Begins a stay, with a node on the patient or without. */
    public Outcome admit(String patient, Bed bed, Optional<Long> node, String user) {
        return work(handle -> {
            long admission = table.admit(handle, patient, bed, clock.instant());
            note(handle, patient, Journal.Kind.ADMISSION, user, "Admitted to " + words(bed) + ".");
            return node.map(on -> putOn(handle, patient, admission, List.of(), Settings.DEFAULT, on, user))
                    .orElse(List.of());
        });
    }

    public Outcome discharge(Admission admission, String user) {
        return work(handle -> {
            List<Transition> closed =
                    alarms.withdraw(handle, admission.alarmSources(), user, "The patient was discharged.");
            pauses.end(handle, admission.patient(), user);
            table.discharge(handle, admission.id(), clock.instant());
            note(
                    handle,
                    admission.patient(),
                    Journal.Kind.DISCHARGE,
                    user,
                    "Discharged from " + words(admission.bed())
                            + "; limits, levels and pacemaker are back to the defaults.");
            return closed;
        });
    }

    public Outcome move(Admission admission, Bed bed, String user) {
        return work(handle -> {
            table.move(handle, admission.id(), bed);
            note(handle, admission.patient(), Journal.Kind.ADMISSION, user, "Moved to " + words(bed) + ".");
            return List.of();
        });
    }

    /** Puts a node on that is on nobody; what it reports already becomes the patient's. */
    public Outcome putOn(Stay stay, long node, String user) {
        Admission admission = stay.admission();
        return work(handle ->
                putOn(handle, admission.patient(), admission.id(), admission.nodes(), stay.settings(), node, user));
    }

    public Outcome takeOff(Stay stay, long node, String user) {
        Admission admission = stay.admission();
        return work(handle -> {
            table.takeOff(handle, admission.id(), node, clock.instant());
            note(handle, admission.patient(), Journal.Kind.NODE, user, "Node " + node + " was taken off.");
            List<Transition> closed = new ArrayList<>(alarms.withdraw(
                    handle,
                    List.of(AlarmSource.of(admission.patient(), node)),
                    user,
                    "Node " + node + " was taken off the patient."));
            closed.addAll(alarms.observe(
                    handle,
                    List.of(twoNodes(
                            admission.patient(),
                            stay.settings(),
                            admission.nodes().size() - 1))));
            return closed;
        });
    }

    /**
     * Sets limits and levels. What is going on and has become loud raises an alarm; an open alarm takes its new priority, or ends with
     * the reason where its level calls nobody any more.
     */
    public Outcome set(Stay stay, Settings settings, String user) {
        Admission admission = stay.admission();
        return work(handle -> {
            table.set(handle, admission.id(), settings, clock.instant(), user);
            note(
                    handle,
                    admission.patient(),
                    Journal.Kind.SETTINGS,
                    user,
                    settings.isDefault()
                            ? "Limits and levels were set back to the defaults; " + pacemaker(settings) + "."
                            : "Limits and levels were set: " + words(settings) + ".");
            if (settings.hasPacemaker() != stay.settings().hasPacemaker()) {
                nodes.tell(handle, admission.id(), settings, admission.nodes());
            }
            List<Transition> transitions = new ArrayList<>(
                    alarms.regrade(handle, admission.alarmSources(), alarm -> grade(alarm, settings), user));
            transitions.addAll(
                    alarms.observe(handle, goingOn(handle, admission.patient(), admission.nodes(), settings)));
            return transitions;
        });
    }

    private static AlarmBook.Grade grade(Alarm alarm, Settings settings) {
        return PatientRules.eventClass(alarm.rule())
                .map(known -> new AlarmBook.Grade(
                        settings.level(known).priority(),
                        known.words() + " was set to '" + settings.level(known).label() + "'."))
                .orElseGet(() -> new AlarmBook.Grade(Optional.of(alarm.priority()), ""));
    }

    private interface Work {
        List<Transition> in(Handle handle);
    }

    private Outcome work(Work work) {
        Outcome outcome = jdbi.inTransaction(handle -> {
            List<Transition> transitions = work.in(handle);
            pauses.breakBy(handle, transitions);
            return new Outcome(transitions, eventEpisodes.found(handle, transitions));
        });
        directory.refresh();
        nodes.committed();
        return outcome;
    }

    private List<Transition> putOn(
            Handle handle,
            String patient,
            long admission,
            List<Long> others,
            Settings settings,
            long node,
            String user) {
        table.putOn(handle, admission, node, clock.instant());
        nodes.tell(handle, admission, settings, List.of(node));
        note(handle, patient, Journal.Kind.NODE, user, "Node " + node + " was put on.");
        List<Transition> transitions = new ArrayList<>(alarms.withdraw(
                handle,
                List.of(AlarmSource.unassigned(node)),
                user,
                "Node " + node + " was put on a patient, whose alarms its are from now on."));
        List<Sighting> sightings = goingOn(handle, patient, List.of(node), settings);
        sightings.add(twoNodes(patient, settings, others.size() + 1));
        transitions.addAll(alarms.observe(handle, sightings));
        return transitions;
    }

    private List<Sighting> goingOn(Handle handle, String patient, List<Long> nodes, Settings settings) {
        Instant now = clock.instant();
        List<Sighting> sightings = new ArrayList<>();
        for (Episode episode : episodes.openOf(handle, nodes)) {
            episode.known()
                    .filter(EventClass::isReportedByNodes)
                    .ifPresent(known -> sightings.add(new Sighting(
                            AlarmSource.of(patient, episode.node()),
                            PatientRules.reported(known, settings),
                            new Report(
                                    now,
                                    settings.level(known).priority().isPresent(),
                                    OptionalDouble.empty(),
                                    episode.late()))));
        }
        return sightings;
    }

    private Sighting twoNodes(String patient, Settings settings, int nodes) {
        return new Sighting(
                patient, PatientRules.reported(EventClass.TWO_NODES, settings), Report.of(clock.instant(), nodes > 1));
    }

    private void note(Handle handle, String patient, Journal.Kind kind, String user, String sentence) {
        journal.add(handle, clock.instant(), patient, kind, Optional.empty(), Optional.of(user), sentence);
    }

    private static String words(Bed bed) {
        return "bed " + bed.name() + " of " + bed.ward();
    }

    private static String pacemaker(Settings settings) {
        return settings.hasPacemaker() ? "has a pacemaker" : "no pacemaker";
    }

    private static String words(Settings settings) {
        StringBuilder words = new StringBuilder()
                .append("heart rate ")
                .append(settings.limits().heartRateLow())
                .append("…")
                .append(settings.limits().heartRateHigh())
                .append(", respiration rate ")
                .append(settings.limits().respirationRateLow())
                .append("…")
                .append(settings.limits().respirationRateHigh())
                .append(", SpO2 from ")
                .append(settings.limits().spo2Low())
                .append(" %, SpO2 scale ")
                .append(settings.spo2Scale())
                .append(", ")
                .append(pacemaker(settings));
        settings.levels().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(level -> words.append(", ")
                        .append(level.getKey().words())
                        .append(" as ")
                        .append(level.getValue().label()));
        return words.toString();
    }
}
