package io.milliwatt.irrigation.adapter.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.milliwatt.irrigation.adapter.db.FarmTable.Kind;
import io.milliwatt.irrigation.adapter.definition.SoilDefinition;
import io.milliwatt.irrigation.site.Identifier;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Soils by layers. */
@Path("/api/soils")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "set-up")
public class SoilResource {

    private final SetUpDesk desk;

    SoilResource(SetUpDesk desk) {
        this.desk = desk;
    }

    /** A definition with its id. */
    public record Entry(String id, @JsonUnwrapped SoilDefinition definition) {}

    @GET
    @Operation(summary = "All of them, by id")
    public List<Entry> list() {
        return desk.table().all(Kind.SOIL, SoilDefinition.class).entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(summary = "Add or change one; for agronomists")
    public Entry put(String id, @NotNull @Valid SoilDefinition entered) {
        Identifier.require("soil", id);
        desk.check("soil", entered::toSoil);
        desk.change(
                "soil-set",
                "soil:" + id,
                entered,
                handle -> desk.table().put(handle, Kind.SOIL, id, Optional.empty(), entered));
        return new Entry(id, entered);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @ResponseStatus(204)
    @Operation(summary = "Take one away, where nothing hangs on it; for agronomists")
    public void remove(String id) {
        desk.remove(Kind.SOIL, "soil", id);
    }
}
