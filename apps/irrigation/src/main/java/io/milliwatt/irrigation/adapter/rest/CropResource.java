package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.irrigation.adapter.db.FarmTable.Kind;
import io.milliwatt.irrigation.adapter.definition.CropDefinition;
import io.milliwatt.irrigation.adapter.definition.ZoneDefinition;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.site.Identifier;
import io.milliwatt.irrigation.zone.CropTable;
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

/** Crops: those of FAO-56 and the farm's own. */
@Path("/api/crops")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "set-up")
public class CropResource {

    private final SetUpDesk desk;

    CropResource(SetUpDesk desk) {
        this.desk = desk;
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(summary = "Add or change one; for agronomists")
    public Defined<CropDefinition> put(String id, @NotNull @Valid CropDefinition entered) {
        desk.check("crop", () -> {
            Identifier.require("crop", id);
            return entered.toCrop();
        });
        return desk.keep(
                Kind.CROP, id, entered, handle -> desk.table().put(handle, Kind.CROP, id, Optional.empty(), entered));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @ResponseStatus(204)
    @Operation(summary = "Take one away, where nothing hangs on it; for agronomists")
    public void remove(String id) {
        boolean grows = desk.table().all(Kind.ZONE, ZoneDefinition.class).values().stream()
                .anyMatch(zone -> zone.cropId().filter(id::equals).isPresent());
        if (grows && !CropTable.all().containsKey(id)) {
            throw Refusal.of(409, "crop.grows", Reason.of(ReasonCode.CROP_GROWS).with("id", id));
        }
        desk.remove(Kind.CROP, id);
    }

    @GET
    @Operation(summary = "All crops, those of FAO-56's tables and the farm's own, by id")
    public List<Defined<CropDefinition>> list() {
        return desk.farm().crops().entrySet().stream()
                .map(entry -> new Defined<>(entry.getKey(), entry.getValue()))
                .toList();
    }
}
