package io.milliwatt.ecg.adapter.db;

import io.milliwatt.ecg.alarm.AlarmBurden;
import io.milliwatt.ecg.alarm.AlarmBurden.Judged;
import io.milliwatt.ecg.alarm.PatientRules;
import io.milliwatt.platform.alarms.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Counts alarms, verdicts and the hours in which patients were watched. */
@ApplicationScoped
public class BurdenTable {

    private static final double SECONDS_PER_HOUR = 3600;

    private final Jdbi jdbi;

    BurdenTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Of one patient, whose alarm sources these are, or of all. */
    public AlarmBurden between(Optional<String> patient, Collection<String> sources, Instant from, Instant to) {
        return jdbi.withHandle(handle -> new AlarmBurden(
                hours(handle, patient, from, to),
                raised(handle, patient.isPresent(), sources, from, to),
                judged(handle, patient, from, to)));
    }

    private static double hours(Handle handle, Optional<String> patient, Instant from, Instant to) {
        return handle.createQuery("SELECT coalesce(sum(extract(epoch FROM least(coalesce(s.to_at, :to), :to)"
                                + " - greatest(s.from_at, :from))), 0)::float8 FROM assignment s"
                                + " JOIN admission a ON a.id = s.admission WHERE s.from_at < :to"
                                + " AND coalesce(s.to_at, 'infinity') > :from AND (:all OR a.patient = :patient)")
                        .bind("from", from)
                        .bind("to", to)
                        .bind("all", patient.isEmpty())
                        .bind("patient", patient.orElse(""))
                        .mapTo(Double.class)
                        .one()
                / SECONDS_PER_HOUR;
    }

    private static List<AlarmBurden.Raised> raised(
            Handle handle, boolean ofOne, Collection<String> sources, Instant from, Instant to) {
        return handle.createQuery("SELECT rule, priority, count(*) AS n FROM alarm WHERE raised_at >= :from"
                        + " AND raised_at < :to AND (NOT :ofOne OR source = ANY(:sources)) GROUP BY rule, priority"
                        + " ORDER BY n DESC, rule")
                .bind("from", from)
                .bind("to", to)
                .bind("ofOne", ofOne)
                .bind("sources", sources.toArray(String[]::new))
                .map((row, context) -> new AlarmBurden.Raised(
                        PatientRules.eventClass(row.getString("rule"))
                                .map(known -> known.label())
                                .orElse(row.getString("rule")),
                        Priority.fromLabel(row.getString("priority")),
                        row.getLong("n")))
                .list();
    }

    /** The newest verdict on each episode, by the class that the machine had said. */
    private static Map<String, Judged> judged(Handle handle, Optional<String> patient, Instant from, Instant to) {
        Map<String, Judged> judged = new HashMap<>();
        handle.createQuery("SELECT first_said, count(*) FILTER (WHERE verdict = 'confirmed') AS confirmed,"
                        + " count(*) FILTER (WHERE verdict = 'rejected') AS rejected FROM (SELECT DISTINCT ON (target) verdict,"
                        + " (SELECT before FROM label f WHERE f.target = l.target AND f.version = 1) AS first_said"
                        + " FROM label l WHERE kind = 'episode' AND from_at >= :from AND from_at < :to"
                        + " AND (:all OR patient = :patient) ORDER BY target, version DESC) newest GROUP BY first_said")
                .bind("from", from)
                .bind("to", to)
                .bind("all", patient.isEmpty())
                .bind("patient", patient.orElse(""))
                .map((row, context) -> Map.entry(
                        row.getString("first_said"), new Judged(row.getLong("confirmed"), row.getLong("rejected"))))
                .forEach(entry -> judged.put(entry.getKey(), entry.getValue()));
        return judged;
    }
}
