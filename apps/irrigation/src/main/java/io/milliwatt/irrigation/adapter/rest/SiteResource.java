package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.irrigation.adapter.db.FarmTable.Kind;
import io.milliwatt.irrigation.adapter.definition.SiteDefinition;
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

/** The farms. */
@Path("/api/sites")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "set-up")
public class SiteResource {

    private final SetUpDesk desk;

    SiteResource(SetUpDesk desk) {
        this.desk = desk;
    }

    @GET
    @Operation(summary = "All of them, by id")
    public List<Defined<SiteDefinition>> list() {
        return desk.all(Kind.SITE, SiteDefinition.class);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(summary = "Add or change one; for agronomists")
    public Defined<SiteDefinition> put(String id, @NotNull @Valid SiteDefinition entered) {
        desk.check("site", () -> entered.toSite(id));
        return desk.keep(
                Kind.SITE, id, entered, handle -> desk.table().put(handle, Kind.SITE, id, Optional.empty(), entered));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @ResponseStatus(204)
    @Operation(summary = "Take one away, where nothing hangs on it; for agronomists")
    public void remove(String id) {
        desk.remove(Kind.SITE, id);
    }
}
