package io.milliwatt.irrigation.adapter.rest;

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

    @GET
    @Operation(summary = "All of them, by id")
    public List<Defined<SoilDefinition>> list() {
        return desk.all(Kind.SOIL, SoilDefinition.class);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(summary = "Add or change one; for agronomists")
    public Defined<SoilDefinition> put(String id, @NotNull @Valid SoilDefinition entered) {
        desk.check("soil", () -> {
            Identifier.require("soil", id);
            return entered.toSoil();
        });
        return desk.keep(
                Kind.SOIL, id, entered, handle -> desk.table().put(handle, Kind.SOIL, id, Optional.empty(), entered));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @ResponseStatus(204)
    @Operation(summary = "Take one away, where nothing hangs on it; for agronomists")
    public void remove(String id) {
        desk.remove(Kind.SOIL, id);
    }
}
