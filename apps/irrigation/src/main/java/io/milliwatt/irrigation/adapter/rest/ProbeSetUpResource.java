package io.milliwatt.irrigation.adapter.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.milliwatt.irrigation.adapter.db.FarmTable.Kind;
import io.milliwatt.irrigation.adapter.definition.ProbeDefinition;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Probes as they are set up; a change of depths is a move. */
@Path("/api/probes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "set-up")
public class ProbeSetUpResource {

    private final SetUpDesk desk;

    ProbeSetUpResource(SetUpDesk desk) {
        this.desk = desk;
    }

    /** A definition with its id. */
    public record Entry(String id, @JsonUnwrapped ProbeDefinition definition) {}

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(summary = "Add or change one; for agronomists")
    public Entry put(String id, @NotNull @Valid ProbeDefinition entered) {
        desk.check("probe", () -> entered.toProbe(id));
        SetUpDesk.known(desk.farm().zone(entered.zoneId()), "zone", entered.zoneId());
        desk.farm()
                .probeOfNode(entered.nodeId())
                .filter(other -> !other.id().equals(id))
                .ifPresent(other -> {
                    throw new ProblemException(
                            409,
                            "probe.node-taken",
                            "Node " + entered.nodeId() + " already is the probe '" + other.id()
                                    + "'; a node is one probe.");
                });
        desk.change("probe-set", "probe:" + id, entered, handle -> desk.table().putProbe(handle, id, entered));
        return new Entry(id, entered);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @ResponseStatus(204)
    @Operation(summary = "Take one away, where nothing hangs on it; for agronomists")
    public void remove(String id) {
        desk.remove(Kind.PROBE, "probe", id);
    }
}
