package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.irrigation.adapter.db.RecommendationTable;
import io.milliwatt.irrigation.adapter.db.RecommendationTable.Stored;
import io.milliwatt.irrigation.adapter.desk.RunDesk;
import io.milliwatt.irrigation.adapter.live.FarmNews;
import io.milliwatt.irrigation.adapter.view.RecommendationView;
import io.milliwatt.irrigation.adapter.view.RecommendationViews;
import io.milliwatt.irrigation.recommendation.Decision;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What to do with zones' water, and what people decide on it. */
@Path("/api/recommendations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "recommendations")
public class RecommendationResource {

    private static final int MOST = 500;

    private final KnownThings known;
    private final RecommendationTable table;
    private final RecommendationViews views;
    private final RunDesk desk;
    private final FarmNews news;

    RecommendationResource(
            KnownThings known, RecommendationTable table, RecommendationViews views, RunDesk desk, FarmNews news) {
        this.known = known;
        this.table = table;
        this.views = views;
        this.desk = desk;
        this.news = news;
    }

    /** Another amount or another time, and why. */
    public record ChangeRequest(
            Optional<Double> netMillimetres,
            Optional<Instant> startAt,
            @NotBlank String reason) {}

    /** Why not. */
    public record RejectRequest(@NotBlank String reason) {}

    @GET
    @Operation(
            summary =
                    "Recommendations, the newest first; of one zone or of all, those that wait, those that somebody decided, or all")
    public List<RecommendationView> list(
            @QueryParam("zone") Optional<String> zone,
            @QueryParam("state")
                    @DefaultValue("open")
                    @Pattern(regexp = "open|decided|all", message = "must be open, decided or all") String state,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(MOST) int limit) {
        return views.of(table.list(zone, state, limit));
    }

    @POST
    @Path("{id}/accept")
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Water as recommended; for agronomists")
    public RecommendationView accept(long id) {
        return decide(id, () -> new Decision.Accepted(known.now(), known.user()));
    }

    @POST
    @Path("{id}/change")
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Water another amount or at another time, and say why; for agronomists")
    public RecommendationView change(long id, @NotNull @Valid ChangeRequest request) {
        return decide(
                id,
                () -> new Decision.Changed(
                        known.now(),
                        known.user(),
                        request.netMillimetres().map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                        request.startAt(),
                        request.reason().strip()));
    }

    @POST
    @Path("{id}/reject")
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Do not follow a recommendation, and say why; for agronomists")
    public RecommendationView reject(long id, @NotNull @Valid RejectRequest request) {
        return decide(
                id,
                () -> new Decision.Rejected(
                        known.now(), known.user(), request.reason().strip()));
    }

    private RecommendationView decide(long id, Supplier<Decision> make) {
        if (table.find(id).isEmpty()) {
            throw SetUpDesk.unknown("recommendation", Long.toString(id));
        }
        try {
            Stored stored = desk.decide(id, make.get(), known.user());
            RecommendationView view = views.of(stored);
            news.changed(view);
            return view;
        } catch (IllegalStateException decided) {
            throw new ProblemException(409, "recommendation.decided", decided.getMessage());
        } catch (IllegalArgumentException invalid) {
            throw new ProblemException(400, "decision.invalid", invalid.getMessage());
        } catch (RunDesk.Refused refused) {
            throw Refusal.of("recommendation.unsafe", refused);
        }
    }
}
