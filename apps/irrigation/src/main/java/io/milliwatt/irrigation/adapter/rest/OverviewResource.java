package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.view.Overview;
import io.milliwatt.irrigation.adapter.view.Overviews;
import io.milliwatt.irrigation.adapter.view.ZoneRow;
import io.milliwatt.irrigation.adapter.view.ZoneRows;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The farm from above. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "zones")
public class OverviewResource {

    private final FarmDirectory directory;
    private final Overviews overviews;
    private final ZoneRows rows;

    OverviewResource(FarmDirectory directory, Overviews overviews, ZoneRows rows) {
        this.directory = directory;
        this.overviews = overviews;
        this.rows = rows;
    }

    @GET
    @Path("overview")
    @Operation(
            summary =
                    "A farm's fields and zones, what needs somebody today, the weather and the water; of the first site by default")
    public Overview overview(@QueryParam("site") Optional<String> site) {
        return overviews.of(site);
    }

    @GET
    @Path("zones")
    @Operation(summary = "All zones, the most urgent first")
    public List<ZoneRow> zones() {
        Farm farm = directory.farm();
        return rows.rows(farm, farm.zones());
    }
}
