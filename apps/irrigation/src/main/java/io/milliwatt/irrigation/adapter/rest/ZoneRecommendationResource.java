package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.irrigation.adapter.db.RecommendationTable;
import io.milliwatt.irrigation.adapter.desk.AdviceDesk;
import io.milliwatt.irrigation.adapter.live.FarmNews;
import io.milliwatt.irrigation.adapter.view.RecommendationView;
import io.milliwatt.irrigation.adapter.view.RecommendationViews;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What to do with one zone's water. */
@Path("/api/zones/{id}/recommendation")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "recommendations")
public class ZoneRecommendationResource {

    private final KnownThings known;
    private final RecommendationTable table;
    private final RecommendationViews views;
    private final AdviceDesk advice;
    private final FarmNews news;

    ZoneRecommendationResource(
            KnownThings known, RecommendationTable table, RecommendationViews views, AdviceDesk advice, FarmNews news) {
        this.known = known;
        this.table = table;
        this.views = views;
        this.advice = advice;
        this.news = news;
    }

    @GET
    @Operation(summary = "The newest recommendation of a zone")
    public RecommendationView newest(String id) {
        known.zone(id);
        return Optional.ofNullable(table.newest(List.of(id)).get(id))
                .map(views::of)
                .orElseThrow(() -> new ProblemException(
                        404, "recommendation.none", "Nothing has been recommended for the zone '" + id + "' yet."));
    }

    @POST
    @Path("refresh")
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Reckon a zone anew; for agronomists")
    public RecommendationView refresh(String id) {
        Zone zone = known.zone(id);
        news.changed(advice.advise(zone, true).transitions());
        RecommendationView view = newest(id);
        news.changed(view);
        return view;
    }
}
