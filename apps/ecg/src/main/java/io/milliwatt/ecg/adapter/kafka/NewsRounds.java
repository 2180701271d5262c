package io.milliwatt.ecg.adapter.kafka;

import io.milliwatt.ecg.adapter.db.NewsTable;
import io.milliwatt.ecg.adapter.db.PatientDirectory;
import io.milliwatt.ecg.adapter.db.Stay;
import io.milliwatt.ecg.adapter.db.VitalSignsTable;
import io.milliwatt.ecg.alarm.PatientRules;
import io.milliwatt.ecg.alarm.Settings;
import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.ecg.news.NewsChart;
import io.milliwatt.ecg.news.NewsScore;
import io.milliwatt.ecg.news.NewsUrgency;
import io.milliwatt.ecg.news.Observations;
import io.milliwatt.ecg.news.OxygenScale;
import io.milliwatt.ecg.patient.Recording;
import io.milliwatt.ecg.vitals.Numerics;
import io.milliwatt.ecg.vitals.Quantity;
import io.milliwatt.ecg.vitals.VitalSigns;
import io.milliwatt.platform.alarms.Observation.Report;
import io.milliwatt.platform.alarms.store.AlarmBook.Sighting;
import io.milliwatt.platform.storage.NodeState;
import io.milliwatt.platform.storage.NodeStateTable;
import io.milliwatt.platform.storage.TrendSample;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Takes a patient's early-warning score each time further sensors tell something: their newest values, and the heart and
 * respiration rate of the ECG where nothing else tells them. What is older than an hour counts as missing.
 */
@ApplicationScoped
class NewsRounds {

    /** The ECG's own numbers come each second; older ones are of a patient who is not connected. */
    private static final Duration NUMERICS_VALID = Duration.ofSeconds(60);

    private final PatientDirectory patients;
    private final VitalSignsTable vitals;
    private final NodeStateTable nodes;
    private final NewsTable scores;

    NewsRounds(PatientDirectory patients, VitalSignsTable vitals, NodeStateTable nodes, NewsTable scores) {
        this.patients = patients;
        this.vitals = vitals;
        this.nodes = nodes;
        this.scores = scores;
    }

    /** What a round brought: what alarms see of it, and what the courses get. */
    record Round(List<Sighting> sightings, List<TrendSample> trends) {}

    /** Scores the patients of whom these measurements tell; those that came late are of the past and score nothing. */
    Round take(Handle handle, List<VitalSignsTable.Row> measured) {
        Round round = new Round(new ArrayList<>(), new ArrayList<>());
        for (VitalSignsTable.Row row : measured) {
            long node = row.identity().node();
            patients.withNode(node, row.at())
                    .filter(stay -> stay.admission().isOpen() && !row.late())
                    .ifPresent(stay -> take(handle, stay, node, row.at(), round));
        }
        return round;
    }

    private void take(Handle handle, Stay stay, long node, Instant at, Round round) {
        NewsScore score = NewsChart.score(
                observations(handle, stay, at), stay.settings().spo2Scale() == 2 ? OxygenScale.TWO : OxygenScale.ONE);
        String patient = stay.admission().patient();
        scores.add(handle, new NewsTable.Row(patient, at, score));
        round.trends().add(TrendSample.of(node, Quantity.NEWS.trendNumber(), at, score.knownPoints()));
        NewsUrgency urgency = score.leastUrgency();
        round.sightings()
                .add(sighting(stay, EventClass.NEWS_EMERGENCY, urgency == NewsUrgency.HIGH, at, score.knownPoints()));
        // RCP 2017: five or six points, or three for a single parameter, call for an urgent review.
        boolean urgent = urgency == NewsUrgency.MEDIUM || urgency == NewsUrgency.LOW_MEDIUM;
        round.sightings().add(sighting(stay, EventClass.NEWS_URGENT, urgent, at, score.knownPoints()));
    }

    private static Sighting sighting(Stay stay, EventClass eventClass, boolean present, Instant at, int points) {
        Settings settings = stay.settings();
        boolean calls = settings.level(eventClass).priority().isPresent();
        return new Sighting(
                stay.admission().patient(),
                PatientRules.reported(eventClass, settings),
                new Report(at, present && calls, OptionalDouble.of(points)));
    }

    private Observations observations(Handle handle, Stay stay, Instant at) {
        List<Recording> current = stay.admission().current(at);
        Instant onSince = current.stream()
                .map(Recording::from)
                .min(Comparator.naturalOrder())
                .orElse(at);
        Map<Long, VitalSigns> byNode = vitals.newest(handle, current, at);
        VitalSigns signs = byNode.values().stream()
                .sorted((a, b) -> b.at().compareTo(a.at()))
                .reduce(VitalSigns::over)
                .orElse(VitalSigns.NONE);
        Optional<Numerics> numerics = nodes.of(stay.admission().nodes()).stream()
                .flatMap(state -> state.features().stream())
                .filter(features -> features.at().isAfter(at.minus(NUMERICS_VALID))
                        && !features.at().isBefore(onSince))
                .flatMap(NewsRounds::numerics)
                .max((a, b) -> a.at().compareTo(b.at()));
        OptionalDouble respiration = signs.respirationRatePerMinute().isPresent()
                ? signs.respirationRatePerMinute()
                : numerics.map(Numerics::respirationRatePerMinute).orElse(OptionalDouble.empty());
        return new Observations(
                respiration,
                signs.oxygenSaturationPercent(),
                signs.supplementalOxygen(),
                signs.systolicMillimetresOfMercury(),
                numerics.map(Numerics::heartRatePerMinute).orElse(OptionalDouble.empty()),
                signs.consciousness(),
                signs.temperatureCelsius());
    }

    private static Stream<Numerics> numerics(NodeState.LatestFeatures features) {
        return Numerics.of(features.at(), features.recipeId(), features.measured(), features.qualityFlags()).stream();
    }
}
