package io.milliwatt.irrigation.adapter.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.milliwatt.irrigation.adapter.definition.BlackoutDefinition;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Hours in which nothing may run from a source. */
@Path("/api/blackouts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "schedule")
public class BlackoutResource {

    private final SetUpDesk desk;

    BlackoutResource(SetUpDesk desk) {
        this.desk = desk;
    }

    /** A definition with its number. */
    public record Entry(long id, @JsonUnwrapped BlackoutDefinition definition) {}

    @GET
    @Operation(summary = "All blackouts")
    public List<Entry> list() {
        return desk.table().blackouts().entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(summary = "Add hours in which nothing may run from a source; for agronomists")
    public Entry add(@NotNull @Valid BlackoutDefinition entered) {
        desk.check("blackout", entered::toBlackout);
        SetUpDesk.known(desk.farm().source(entered.sourceId()), "source", entered.sourceId());
        AtomicLong id = new AtomicLong();
        desk.change(
                "blackout-added",
                "source:" + entered.sourceId(),
                entered,
                handle -> id.set(desk.table().addBlackout(handle, entered)));
        return new Entry(id.get(), entered);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @ResponseStatus(204)
    @Operation(summary = "Take a blackout away; for agronomists")
    public void remove(long id) {
        desk.change("blackout-removed", "blackout:" + id, id, handle -> {
            if (!desk.table().removeBlackout(handle, id)) {
                throw SetUpDesk.unknown("blackout", Long.toString(id));
            }
        });
    }
}
