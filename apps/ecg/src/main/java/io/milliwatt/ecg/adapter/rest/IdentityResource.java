package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.IdentityTable;
import io.milliwatt.ecg.adapter.db.PatientDirectory;
import io.milliwatt.ecg.adapter.rest.AdmissionRequest.IdentityRequest;
import io.milliwatt.ecg.identity.Identity;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.query.TimeParameters;
import io.milliwatt.platform.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who the patients are; each look is logged. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.IDENTITY_READER)
@Tag(name = "identities")
public class IdentityResource {

    private static final Duration DEFAULT_LENGTH = Duration.ofDays(30);
    private static final int MOST_ACCESSES = 10_000;

    private final IdentityTable identities;
    private final KnownPatients known;
    private final PatientDirectory directory;
    private final SecurityIdentity user;
    private final Clock clock;

    IdentityResource(
            IdentityTable identities,
            KnownPatients known,
            PatientDirectory directory,
            SecurityIdentity user,
            Clock clock) {
        this.identities = identities;
        this.known = known;
        this.directory = directory;
        this.user = user;
        this.clock = clock;
    }

    /** Who is behind a pseudonym. */
    public record IdentityView(
            String patientId, String name, Optional<LocalDate> birthDate, Optional<String> hospitalNumber) {
        static IdentityView of(Identity identity) {
            return new IdentityView(
                    identity.patient(), identity.name(), identity.birthDate(), identity.hospitalNumber());
        }
    }

    /** A look at an identity or a change of one. */
    public record AccessView(Instant at, String user, String patientId, String action) {}

    /** Nothing is told and nothing kept while the waveforms' database role could read identities. */
    static void requireSeparated(IdentityTable identities) {
        if (!identities.isSeparated()) {
            throw new ProblemException(
                    503,
                    "identity.not-separated",
                    "The database role of the waveforms may read the schema ecg_identity, so identities are not served."
                            + " Give quarkus.datasource.identity a role of its own that owns the schema, and the other role"
                            + " no right on it.");
        }
    }

    @GET
    @Path("patients/{id}/identity")
    @Operation(summary = "Who a patient is; the look is logged; for identity readers")
    public IdentityView get(String id) {
        requireSeparated(identities);
        String patient = known.get(id).admission().patient();
        return identities.read(List.of(patient), name()).stream()
                .map(IdentityView::of)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        404, "identity.unknown", "Nobody has told who the patient " + patient + " is."));
    }

    @PUT
    @Path("patients/{id}/identity")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tell who a patient is; the change is logged; for identity readers")
    public IdentityView put(String id, @NotNull @Valid IdentityRequest request) {
        requireSeparated(identities);
        Identity identity = request.of(known.get(id).admission().patient());
        identities.put(identity, name());
        return IdentityView.of(identity);
    }

    @GET
    @Path("identities")
    @Operation(summary = "Who the patients are who are here; each look is logged; for identity readers")
    public List<IdentityView> list() {
        requireSeparated(identities);
        List<String> here =
                directory.open().stream().map(stay -> stay.admission().patient()).toList();
        return identities.read(here, name()).stream().map(IdentityView::of).toList();
    }

    @GET
    @Path("identity-access")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Who looked at which patient's identity, newest first; for administrators")
    public List<AccessView> accesses(
            @QueryParam("patient") Optional<String> patient,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(MOST_ACCESSES) int limit) {
        Instant end = to.map(TimeParameters::instant).orElse(clock.instant());
        Instant start = from.map(TimeParameters::instant).orElse(end.minus(DEFAULT_LENGTH));
        return identities.accesses(patient, start, end, limit).stream()
                .map(access -> new AccessView(access.at(), access.user(), access.patient(), access.action()))
                .toList();
    }

    private String name() {
        return user.getPrincipal().getName();
    }
}
