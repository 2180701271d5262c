package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.BurdenTable;
import io.milliwatt.ecg.adapter.db.Journal;
import io.milliwatt.ecg.alarm.AlarmBurden;
import io.milliwatt.ecg.alarm.AlarmBurden.Judged;
import io.milliwatt.ecg.alarm.AlarmBurden.Raised;
import io.milliwatt.ecg.patient.AlarmSource;
import io.milliwatt.platform.alarms.Priority;
import io.milliwatt.platform.security.Roles;
import io.milliwatt.platform.storage.TrendWindow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The alarm log, and what alarms ask of the staff. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "alarms")
public class AlarmLogResource {

    private static final Duration DEFAULT_LENGTH = Duration.ofDays(1);
    private static final int MOST_LINES = 10_000;

    private final Journal journal;
    private final BurdenTable burdens;
    private final KnownPatients known;
    private final AskedSpans spans;
    private final Clock clock;

    AlarmLogResource(Journal journal, BurdenTable burdens, KnownPatients known, AskedSpans spans, Clock clock) {
        this.journal = journal;
        this.burdens = burdens;
        this.known = known;
        this.spans = spans;
        this.clock = clock;
    }

    /** One line of the log. */
    public record LineView(
            Instant at,
            Instant recordedAt,
            Optional<String> patientId,
            OptionalLong nodeId,
            String kind,
            Optional<Long> alarmId,
            Optional<String> from,
            Optional<String> to,
            Optional<String> by,
            String text) {
        static LineView of(Journal.Line line) {
            Optional<AlarmSource> source = line.source().map(AlarmSource::parse);
            return new LineView(
                    line.at(),
                    line.recordedAt(),
                    source.flatMap(AlarmSource::patient),
                    source.map(AlarmSource::node).orElse(OptionalLong.empty()),
                    line.kind(),
                    line.alarm(),
                    line.from(),
                    line.to(),
                    line.by(),
                    line.text());
        }
    }

    /** Alarms per patient-hour, and the share that persons rejected. Null where there is nothing to divide by. */
    public record BurdenView(
            Instant from,
            Instant to,
            double patientHours,
            long alarms,
            OptionalDouble perPatientHour,
            Map<String, Long> byPriority,
            List<ClassBurden> byClass,
            long judged,
            long rejected,
            OptionalDouble rejectedShare) {}

    /** The burden of one class. */
    public record ClassBurden(
            String label,
            long alarms,
            OptionalDouble perPatientHour,
            long confirmed,
            long rejected,
            OptionalDouble rejectedShare) {}

    @GET
    @Path("alarm-log")
    @Operation(
            summary =
                    "Every step of every alarm and what persons did about alarms, newest first; of the last day by default")
    public List<LineView> log(
            @QueryParam("patient") Optional<String> patient,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(MOST_LINES) int limit) {
        TrendWindow asked = spans.until(from, to, clock.instant().plusSeconds(1), DEFAULT_LENGTH, 1);
        return journal
                .between(patient.map(id -> known.get(id).admission().alarmSources()), asked.from(), asked.to(), limit)
                .stream()
                .map(LineView::of)
                .toList();
    }

    @GET
    @Path("alarm-burden")
    @Operation(
            summary =
                    "Alarms per patient-hour by class and priority, and the share that was rejected; of the last day by default")
    public BurdenView burden(
            @QueryParam("patient") Optional<String> patient,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to) {
        TrendWindow asked = spans.until(from, to, DEFAULT_LENGTH, 1);
        List<String> sources =
                patient.map(id -> known.get(id).admission().alarmSources()).orElse(List.of());
        AlarmBurden burden = burdens.between(patient, sources, asked.from(), asked.to());
        Map<String, Long> byPriority = new LinkedHashMap<>();
        for (Priority priority : Priority.values()) {
            byPriority.put(priority.label(), burden.alarms(priority));
        }
        Judged judged = burden.judgedInAll();
        return new BurdenView(
                asked.from(),
                asked.to(),
                burden.patientHours(),
                burden.alarms(),
                burden.perPatientHour(burden.alarms()),
                byPriority,
                Stream.concat(burden.raised().stream().map(Raised::label), burden.judged().keySet().stream())
                        .distinct()
                        .map(label -> ofClass(burden, label))
                        .toList(),
                judged.all(),
                judged.rejected(),
                judged.rejectedShare());
    }

    private static ClassBurden ofClass(AlarmBurden burden, String label) {
        Judged judged = burden.judged().getOrDefault(label, new Judged(0, 0));
        long alarms = burden.alarms(label);
        return new ClassBurden(
                label,
                alarms,
                burden.perPatientHour(alarms),
                judged.confirmed(),
                judged.rejected(),
                judged.rejectedShare());
    }
}
