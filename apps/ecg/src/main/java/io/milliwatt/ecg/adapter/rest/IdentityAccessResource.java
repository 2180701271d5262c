package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.IdentityTable;
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

/** Who looked at which patient's identity. */
@Path("/api/identity-access")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "identities")
public class IdentityAccessResource {

    private static final Duration DEFAULT_LENGTH = Duration.ofDays(30);
    private static final int MOST_ACCESSES = 10_000;

    private final IdentityTable identities;
    private final AskedSpans spans;
    private final Clock clock;

    IdentityAccessResource(IdentityTable identities, AskedSpans spans, Clock clock) {
        this.identities = identities;
        this.spans = spans;
        this.clock = clock;
    }

    /** A look at an identity or a change of one. */
    public record AccessView(Instant at, String user, String patientId, String action) {}

    @GET
    @Operation(summary = "Who looked at which patient's identity, newest first; for administrators")
    public List<AccessView> accesses(
            @QueryParam("patient") Optional<String> patient,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(MOST_ACCESSES) int limit) {
        TrendWindow asked = spans.until(from, to, clock.instant().plusSeconds(1), DEFAULT_LENGTH, 1);
        return identities.accesses(patient, asked.from(), asked.to(), limit).stream()
                .map(access -> new AccessView(access.at(), access.user(), access.patient(), access.action()))
                .toList();
    }
}
