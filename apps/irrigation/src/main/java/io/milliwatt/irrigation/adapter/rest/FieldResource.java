package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.irrigation.adapter.db.FarmTable.Kind;
import io.milliwatt.irrigation.adapter.definition.FieldDefinition;
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

/** The fields with their outlines. */
@Path("/api/fields")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "set-up")
public class FieldResource {

    private final SetUpDesk desk;

    FieldResource(SetUpDesk desk) {
        this.desk = desk;
    }

    @GET
    @Operation(summary = "All of them, by id")
    public List<Defined<FieldDefinition>> list() {
        return desk.all(Kind.FIELD, FieldDefinition.class);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(summary = "Add or change one; for agronomists")
    public Defined<FieldDefinition> put(String id, @NotNull @Valid FieldDefinition entered) {
        desk.check("field", () -> entered.toField(id));
        SetUpDesk.known(desk.farm().site(entered.siteId()), "site", entered.siteId());
        return desk.keep(
                Kind.FIELD,
                id,
                entered,
                handle -> desk.table().put(handle, Kind.FIELD, id, Optional.of(entered.siteId()), entered));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @ResponseStatus(204)
    @Operation(summary = "Take one away, where nothing hangs on it; for agronomists")
    public void remove(String id) {
        desk.remove(Kind.FIELD, id);
    }
}
