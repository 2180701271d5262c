package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.irrigation.adapter.desk.CropWeather;
import io.milliwatt.irrigation.adapter.view.ReasonView;
import io.milliwatt.irrigation.adapter.view.WeatherViews;
import io.milliwatt.irrigation.outlook.FrostOutlook;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.query.TimeParameters;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The farm's weather: measured, forecast, and what of it is frost. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "weather")
public class WeatherResource {

    private static final int USUAL_DAYS = 30;

    private final KnownThings known;
    private final WeatherViews views;
    private final CropWeather crops;

    WeatherResource(KnownThings known, WeatherViews views, CropWeather crops) {
        this.known = known;
        this.views = views;
        this.crops = crops;
    }

    /**
     * Frost in the night to come.
     *
     * @param byNodes whether the air of now is that at the nodes, since no station tells it
     */
    public record FrostView(
            String level,
            double lowestCelsius,
            Instant at,
            OptionalDouble dewPointCelsius,
            OptionalDouble wetBulbCelsius,
            List<ReasonView> reasons,
            boolean byNodes) {
        static FrostView of(CropWeather.Frost frost) {
            FrostOutlook outlook = frost.outlook();
            return new FrostView(
                    outlook.level().label(),
                    outlook.lowestCelsius(),
                    outlook.at(),
                    outlook.dewPointCelsius(),
                    outlook.wetBulbCelsius(),
                    List.of(ReasonView.of(outlook.reason())),
                    frost.byNodes());
        }
    }

    @GET
    @Path("weather")
    @Operation(
            summary =
                    "Days as measured, with what was missing or excluded, and the forecast; the last 30 days by default")
    public WeatherViews.DaysView days(
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("site") Optional<String> site) {
        Site of = known.site(site);
        LocalDate today = known.today(of);
        LocalDate end = to.map(KnownThings::day).orElse(today);
        LocalDate start = from.map(KnownThings::day).orElse(end.minusDays(USUAL_DAYS));
        return views.days(of, start, end, today);
    }

    @GET
    @Path("weather/hours")
    @Operation(summary = "Hours as measured, with dew point and wet bulb; the last two days by default")
    public WeatherViews.HoursView hours(
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("site") Optional<String> site) {
        Instant end = to.map(TimeParameters::instant).orElse(known.now());
        Instant start = from.map(TimeParameters::instant).orElse(end.minus(Duration.ofDays(2)));
        return views.hours(known.site(site), start, end);
    }

    @GET
    @Path("frost")
    @Operation(summary = "Frost in the night to come, by the crop that bears least")
    public FrostView frost(@QueryParam("site") Optional<String> site) {
        return crops.frost(known.site(site), known.now())
                .map(FrostView::of)
                .orElseThrow(() -> new ProblemException(
                        404, "frost.unknown", "There is neither a temperature nor a forecast yet for this farm."));
    }
}
