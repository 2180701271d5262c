package io.milliwatt.irrigation.adapter.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.milliwatt.irrigation.adapter.db.FarmTable.Kind;
import io.milliwatt.irrigation.adapter.definition.SourceDefinition;
import io.milliwatt.irrigation.adapter.view.WaterUse;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Sources of water with their limits. */
@Path("/api/sources")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "set-up")
public class SourceResource {

    private final SetUpDesk desk;
    private final WaterUse water;

    SourceResource(SetUpDesk desk, WaterUse water) {
        this.desk = desk;
        this.water = water;
    }

    /** A source with what was taken of its allocation. */
    public record SourceView(
            String id, @JsonUnwrapped SourceDefinition definition, java.util.OptionalDouble usedCubicMetres) {}

    @GET
    @Operation(summary = "All of them, by id, with what is used of their allocation")
    public List<SourceView> list() {
        return desk.table().all(Kind.SOURCE, SourceDefinition.class).entrySet().stream()
                .map(entry -> new SourceView(
                        entry.getKey(), entry.getValue(), water.usedOfAllocation(entry.getKey(), entry.getValue())))
                .toList();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(summary = "Add or change one; for agronomists")
    public Defined<SourceDefinition> put(String id, @NotNull @Valid SourceDefinition entered) {
        desk.check("source", () -> entered.toSource(id, List.of()));
        desk.check("pump", () -> entered.toPump(id));
        SetUpDesk.known(desk.farm().site(entered.siteId()), "site", entered.siteId());
        return desk.keep(Kind.SOURCE, id, entered, handle -> desk.table().putSource(handle, id, entered));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @ResponseStatus(204)
    @Operation(summary = "Take one away, where nothing hangs on it; for agronomists")
    public void remove(String id) {
        desk.remove(Kind.SOURCE, id);
    }
}
