package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.irrigation.adapter.desk.SkillDesk;
import io.milliwatt.irrigation.adapter.view.SkillView;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How good the forecasts of a zone's water were. */
@Path("/api/zones/{id}/forecast-skill")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "zones")
public class ForecastSkillResource {

    private final KnownThings known;
    private final SkillDesk skill;

    ForecastSkillResource(KnownThings known, SkillDesk skill) {
        this.known = known;
        this.skill = skill;
    }

    @GET
    @Operation(
            summary =
                    "Forecasts of 1, 3 and 7 days as they were said, of the node and of the account, against what came and against persistence")
    public SkillView of(String id) {
        return SkillView.of(skill.of(known.zone(id), known.now()));
    }
}
