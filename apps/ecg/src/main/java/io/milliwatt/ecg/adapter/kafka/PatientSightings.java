package io.milliwatt.ecg.adapter.kafka;

import io.milliwatt.ecg.adapter.db.PatientDirectory;
import io.milliwatt.ecg.adapter.db.Stay;
import io.milliwatt.ecg.adapter.db.VitalSignsTable;
import io.milliwatt.ecg.alarm.PatientRules;
import io.milliwatt.ecg.alarm.Settings;
import io.milliwatt.ecg.event.Episode;
import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.ecg.patient.AlarmSource;
import io.milliwatt.ecg.vitals.Numerics;
import io.milliwatt.platform.alarms.AlarmRule;
import io.milliwatt.platform.alarms.Observation.Measured;
import io.milliwatt.platform.alarms.Observation.Report;
import io.milliwatt.platform.alarms.store.AlarmBook.Sighting;
import io.milliwatt.platform.storage.FeatureRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What the alarm rules see of rows. A stay that is over has no alarms any more: what comes late of it is only stored. */
@ApplicationScoped
class PatientSightings {

    private static final double MILLIS_PER_SECOND = 1000;

    private final PatientDirectory patients;

    PatientSightings(PatientDirectory patients) {
        this.patients = patients;
    }

    /** The alarm sources of nodes whose numbers come without delay. */
    List<String> heardInTime(List<FeatureRow> rows) {
        return rows.stream()
                .filter(row -> !row.late())
                .flatMap(
                        row -> openStay(row.node(), row.at())
                                .map(stay -> AlarmSource.of(stay.admission().patient(), row.node()))
                                .stream())
                .distinct()
                .toList();
    }

    /** The limits that a second of numbers is held against. */
    Stream<Sighting> of(FeatureRow row) {
        Optional<Stay> stay = openStay(row.node(), row.at());
        if (stay.isEmpty()) {
            return Stream.empty();
        }
        Settings settings = stay.get().settings();
        String source = AlarmSource.of(stay.get().admission().patient(), row.node());
        return Numerics.of(row.at(), row.recipeId(), row.measured(), row.qualityFlags()).stream()
                .flatMap(numerics -> Stream.concat(
                        limits(
                                source,
                                numerics.heartRatePerMinute(),
                                row.at(),
                                row.late(),
                                settings,
                                EventClass.HEART_RATE_LOW,
                                List.of(PatientRules.heartRateLow(settings), PatientRules.heartRateHigh(settings))),
                        limits(
                                source,
                                numerics.respirationRatePerMinute(),
                                row.at(),
                                row.late(),
                                settings,
                                EventClass.RESPIRATION_RATE_OUT_OF_LIMITS,
                                List.of(
                                        PatientRules.respirationRateLow(settings),
                                        PatientRules.respirationRateHigh(settings)))));
    }

    /** The limits that a measurement is held against. */
    Stream<Sighting> of(VitalSignsTable.Row row) {
        long node = row.identity().node();
        return openStay(node, row.at()).stream()
                .flatMap(stay -> limits(
                        AlarmSource.of(stay.admission().patient(), node),
                        row.signs().oxygenSaturationPercent(),
                        row.at(),
                        row.late(),
                        stay.settings(),
                        EventClass.OXYGEN_SATURATION_LOW,
                        List.of(PatientRules.oxygenSaturationLow(stay.settings()))));
    }

    /** The beginning or the end of what a node reports. */
    Stream<Sighting> of(Episode episode) {
        Instant at = episode.endAt().orElse(episode.onsetAt());
        Optional<EventClass> known = episode.known();
        if (known.isEmpty()) {
            return Stream.empty();
        }
        List<Sighting> seen = new ArrayList<>();
        patients.withNode(episode.node(), episode.onsetAt())
                .ifPresentOrElse(
                        stay -> {
                            if (stay.admission().isOpen()) {
                                seen.add(reported(
                                        AlarmSource.of(stay.admission().patient(), episode.node()),
                                        known.get(),
                                        stay.settings(),
                                        episode,
                                        at));
                            }
                        },
                        () -> {
                            // It must still reach somebody, unless it is of before the node came onto its patient.
                            if (patients.withNode(episode.node()).isEmpty()) {
                                seen.add(reported(
                                        AlarmSource.unassigned(episode.node()),
                                        known.get(),
                                        Settings.DEFAULT,
                                        episode,
                                        at));
                            }
                        });
        return seen.stream();
    }

    /** A clock's step has no length: it comes and goes, and what it leaves is to be acknowledged. */
    Stream<Sighting> of(ClockWatch.Step step) {
        Optional<Stay> stay = patients.withNode(step.node());
        Settings settings = stay.map(Stay::settings).orElse(Settings.DEFAULT);
        String source = stay.map(known -> AlarmSource.of(known.admission().patient(), step.node()))
                .orElse(AlarmSource.unassigned(step.node()));
        if (settings.level(EventClass.CLOCK_STEPPED).priority().isEmpty()) {
            return Stream.empty();
        }
        AlarmRule rule = PatientRules.reported(EventClass.CLOCK_STEPPED, settings, "s");
        double seconds = Math.rint(step.by().toMillis()) / MILLIS_PER_SECOND;
        return Stream.of(
                new Sighting(source, rule, new Report(step.at(), true, OptionalDouble.of(seconds))),
                new Sighting(
                        source,
                        rule,
                        new Report(step.at().plus(Duration.ofMillis(1)), false, OptionalDouble.of(seconds))));
    }

    private static Sighting reported(
            String source, EventClass eventClass, Settings settings, Episode episode, Instant at) {
        boolean calls = settings.level(eventClass).priority().isPresent();
        return new Sighting(
                source,
                PatientRules.reported(eventClass, settings),
                new Report(at, calls && episode.endAt().isEmpty(), OptionalDouble.empty(), episode.late()));
    }

    private static Stream<Sighting> limits(
            String source,
            OptionalDouble value,
            Instant at,
            boolean late,
            Settings settings,
            EventClass eventClass,
            List<AlarmRule> rules) {
        // An unknown value neither raises nor ends an alarm.
        if (value.isEmpty() || settings.level(eventClass).priority().isEmpty()) {
            return Stream.empty();
        }
        Measured measured = new Measured(at, value.getAsDouble(), late);
        return rules.stream().map(rule -> new Sighting(source, rule, measured));
    }

    private Optional<Stay> openStay(long node, Instant at) {
        return patients.withNode(node, at).filter(stay -> stay.admission().isOpen());
    }
}
