package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmTable.Kind;
import io.milliwatt.irrigation.adapter.definition.SoilDefinition;
import io.milliwatt.irrigation.adapter.definition.ZoneDefinition;
import io.milliwatt.irrigation.field.Field;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Zones as they are set up. */
@Path("/api/zones/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "set-up")
public class ZoneSetUpResource {

    private final SetUpDesk desk;

    ZoneSetUpResource(SetUpDesk desk) {
        this.desk = desk;
    }

    @GET
    @Path("settings")
    @Operation(summary = "What was entered of a zone")
    public ZoneDefinition settings(String id) {
        return SetUpDesk.known(desk.farm().zoneDefinition(id), "zone", id);
    }

    @PUT
    @Path("settings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(summary = "Add or change a zone; soil and crop may follow later; for agronomists")
    public ZoneDefinition put(String id, @NotNull @Valid ZoneDefinition entered) {
        check(desk, id, entered);
        desk.change("zone-set", "zone:" + id, entered, handle -> desk.table().putZone(handle, id, entered));
        return entered;
    }

    @DELETE
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @ResponseStatus(204)
    @Operation(summary = "Take a zone away that has neither valves nor a history of water; for agronomists")
    public void remove(String id) {
        desk.remove(Kind.ZONE, id);
    }

    static void check(SetUpDesk desk, String id, ZoneDefinition entered) {
        Farm farm = desk.farm();
        Field field = SetUpDesk.known(farm.field(entered.fieldId()), "field", entered.fieldId());
        desk.check(
                "zone",
                () -> entered.toZone(
                        id,
                        field.outline(),
                        soil -> Optional.ofNullable(farm.soils().get(soil)).map(SoilDefinition::toSoil),
                        crop -> Optional.ofNullable(farm.crops().get(crop))));
    }
}
