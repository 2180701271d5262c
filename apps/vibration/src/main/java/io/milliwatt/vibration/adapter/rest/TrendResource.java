package io.milliwatt.vibration.adapter.rest;

import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.query.Series;
import io.milliwatt.platform.query.TimeParameters;
import io.milliwatt.platform.security.Roles;
import io.milliwatt.platform.storage.RawValues;
import io.milliwatt.platform.storage.TrendPoint;
import io.milliwatt.platform.storage.TrendTable;
import io.milliwatt.vibration.condition.Quantity;
import io.milliwatt.vibration.condition.Readings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The course of a machine's values. */
@Path("/api/machines/{id}/trend")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN})
@Tag(name = "machines")
public class TrendResource {

    private static final Duration DEFAULT_LENGTH = Duration.ofHours(1);

    private final KnownMachines known;
    private final TrendTable trends;
    private final Clock clock;

    TrendResource(KnownMachines known, TrendTable trends, Clock clock) {
        this.known = known;
        this.trends = trends;
        this.clock = clock;
    }

    /** A course as columns; {@code t} in milliseconds since 1970. */
    public record Trend(String feature, String unit, Series series) {}

    @GET
    @Operation(summary = "Minimum, mean and maximum of a value in equal stretches of time; the last hour by default")
    public Trend get(
            String id,
            @QueryParam("feature") @DefaultValue("velocityRms") String feature,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("points") @DefaultValue("600") int points) {
        Quantity quantity = Quantity.fromLabel(feature)
                .orElseThrow(() -> new ProblemException(
                        400,
                        "feature.unknown",
                        "There is no value '" + feature + "'; there are "
                                + Arrays.stream(Quantity.values())
                                        .map(Quantity::label)
                                        .collect(Collectors.joining(", "))
                                + "."));
        Instant end = to.map(TimeParameters::instant).orElse(clock.instant());
        Instant start = from.map(TimeParameters::instant).orElse(end.minus(DEFAULT_LENGTH));
        RawValues raw = new RawValues(Readings.recipeId(), quantity.place(), 1.0 / quantity.divisor());
        List<TrendPoint> course = trends.series(
                known.nodeOf(known.get(id)), quantity.trendNumber(), TimeParameters.window(start, end, points), raw);
        return new Trend(quantity.label(), quantity.unit(), Series.of(course));
    }
}
