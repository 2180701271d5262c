package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.IdentityTable;
import io.milliwatt.ecg.adapter.rest.AdmissionRequest.IdentityRequest;
import io.milliwatt.ecg.identity.Identity;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who a patient is; each look is logged. */
@Path("/api/patients/{id}/identity")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.IDENTITY_READER)
@Tag(name = "identities")
public class IdentityResource {

    private final IdentityTable identities;
    private final KnownPatients known;
    private final SecurityIdentity user;

    IdentityResource(IdentityTable identities, KnownPatients known, SecurityIdentity user) {
        this.identities = identities;
        this.known = known;
        this.user = user;
    }

    /** Who is behind a pseudonym. */
    public record IdentityView(
            String patientId, String name, Optional<LocalDate> birthDate, Optional<String> hospitalNumber) {
        static IdentityView of(Identity identity) {
            return new IdentityView(
                    identity.patient(), identity.name(), identity.birthDate(), identity.hospitalNumber());
        }
    }

    /** Nothing is told and nothing kept while the tables are not there or the waveforms' database role could read them. */
    static void requireReady(IdentityTable identities) {
        switch (identities.readiness()) {
            case READY -> {
                // Goes on.
            }
            case NOT_THERE ->
                throw new ProblemException(
                        503,
                        "identity.unavailable",
                        "The identities' database cannot be reached, or its role is missing: see"
                                + " quarkus.datasource.identity. Patients are watched all the same.");
            case NOT_SEPARATED ->
                throw new ProblemException(
                        503,
                        "identity.not-separated",
                        "The database role of the waveforms may read the schema ecg_identity, so identities are not served."
                                + " Give quarkus.datasource.identity a role of its own that owns the schema, and the other role"
                                + " no right on it.");
        }
    }

    @GET
    @Operation(summary = "Who a patient is; the look is logged; for identity readers")
    public IdentityView get(String id) {
        requireReady(identities);
        String patient = known.get(id).admission().patient();
        return identities.read(List.of(patient), name()).stream()
                .map(IdentityView::of)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        404, "identity.unknown", "Nobody has told who the patient " + patient + " is."));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tell who a patient is; the change is logged; for identity readers")
    public IdentityView put(String id, @NotNull @Valid IdentityRequest request) {
        requireReady(identities);
        Identity identity = request.of(known.get(id).admission().patient());
        identities.put(identity, name());
        return IdentityView.of(identity);
    }

    private String name() {
        return user.getPrincipal().getName();
    }
}
