package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.ExportLog;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who took what away. */
@Path("/api/export-access")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "exchange")
public class ExportAccessResource {

    private static final Duration DEFAULT_LENGTH = Duration.ofDays(30);
    private static final int MOST_EXPORTS = 10_000;

    private final ExportLog log;
    private final AskedSpans spans;
    private final Clock clock;

    ExportAccessResource(ExportLog log, AskedSpans spans, Clock clock) {
        this.log = log;
        this.spans = spans;
        this.clock = clock;
    }

    /** One export, of what was recorded from one time to another. */
    public record ExportView(Instant at, String user, String patientId, String format, Instant from, Instant to) {
        static ExportView of(ExportLog.Export export) {
            return new ExportView(
                    export.at(), export.user(), export.patient(), export.format(), export.from(), export.to());
        }
    }

    @GET
    @Operation(summary = "Who exported which stretch of whose monitoring, newest first; for administrators")
    public List<ExportView> exports(
            @QueryParam("patient") Optional<String> patient,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(MOST_EXPORTS) int limit) {
        TrendWindow asked = spans.until(from, to, clock.instant().plusSeconds(1), DEFAULT_LENGTH, 1);
        return log.between(patient, asked.from(), asked.to(), limit).stream()
                .map(ExportView::of)
                .toList();
    }
}
