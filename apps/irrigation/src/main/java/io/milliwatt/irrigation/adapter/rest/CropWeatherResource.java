package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.dsp.soil.phenology.DegreeDays;
import io.milliwatt.dsp.soil.phenology.InsectModel;
import io.milliwatt.irrigation.adapter.db.AuditTrail;
import io.milliwatt.irrigation.adapter.db.SprayTable;
import io.milliwatt.irrigation.adapter.desk.CropWeather;
import io.milliwatt.irrigation.adapter.view.ReasonView;
import io.milliwatt.irrigation.outlook.Disease;
import io.milliwatt.irrigation.outlook.DiseaseOutlook;
import io.milliwatt.irrigation.outlook.HeatSum;
import io.milliwatt.irrigation.outlook.PestHosts;
import io.milliwatt.irrigation.outlook.Spray;
import io.milliwatt.irrigation.outlook.TemperatureDay;
import io.milliwatt.irrigation.reason.UnfitException;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jdbi.v3.core.Jdbi;

/** What the weather means for a zone's crop: heat gathered, insects, diseases and what was sprayed against them. */
@Path("/api/zones/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "weather")
public class CropWeatherResource {

    /** For crops without thresholds of their own in the table. */
    private static final DegreeDays USUAL = DegreeDays.between(DegreeDays.Method.SINGLE_SINE, 10, 30);

    private final KnownThings known;
    private final CropWeather weather;
    private final SprayTable sprays;
    private final AuditTrail audit;
    private final Jdbi jdbi;

    CropWeatherResource(KnownThings known, CropWeather weather, SprayTable sprays, AuditTrail audit, Jdbi jdbi) {
        this.known = known;
        this.weather = weather;
        this.sprays = sprays;
        this.audit = audit;
        this.jdbi = jdbi;
    }

    /**
     * Heat gathered since a begin, in °C·d.
     *
     * @param missingDays of which nobody told; they count as the mean of the others
     * @param nodeDays of which the zone's own node told the air, since the station did not
     */
    public record HeatView(
            String model,
            LocalDate biofix,
            List<LocalDate> day,
            List<Double> total,
            int missingDays,
            int nodeDays,
            List<InsectView> insects) {}

    /** An insect's stages by its own thresholds from the same begin. */
    public record InsectView(String name, String begin, double total, List<HeatSum.Milestone> milestones) {}

    /** A disease's risk in words that all rules share. */
    public record DiseaseView(
            String disease,
            String model,
            String risk,
            List<DayView> days,
            List<ReasonView> reasons,
            Optional<SprayView> lastSpray,
            Optional<LocalDate> coveredUntil,
            boolean covered,
            boolean wantsAction) {
        static DiseaseView of(DiseaseOutlook outlook) {
            return new DiseaseView(
                    outlook.disease().label(),
                    outlook.disease().model(),
                    outlook.risk().label(),
                    outlook.days().stream()
                            .map(day -> new DayView(
                                    day.date(), day.risk().label(), day.value(), ReasonView.of(day.reason())))
                            .toList(),
                    List.of(ReasonView.of(outlook.coverage().reason())),
                    outlook.coverage().lastSpray().map(spray -> SprayView.of(0, spray)),
                    outlook.coverage().coveredUntil(),
                    outlook.coverage().covered(),
                    outlook.wantsAction());
        }
    }

    /** A day's risk and the figure that the rule goes by. */
    public record DayView(LocalDate day, String risk, double value, ReasonView reason) {}

    /** A treatment. */
    public record SprayView(long id, LocalDate on, String product, String target, int residualDays) {
        static SprayView of(long id, Spray spray) {
            return new SprayView(id, spray.on(), spray.product(), spray.target().label(), spray.residualDays());
        }
    }

    /** A treatment as it is told. */
    public record SprayRequest(
            @NotNull LocalDate on,
            @NotBlank String product,
            @NotBlank String target,
            @NotNull Integer residualDays) {
        Spray toSpray() {
            return new Spray(on, product.strip(), Disease.fromLabel(target), residualDays);
        }
    }

    @GET
    @Path("degree-days")
    @Operation(summary = "Heat gathered since planting or another begin, and insects' stages by it")
    public HeatView degreeDays(String id, @QueryParam("biofix") Optional<String> biofix) {
        Zone zone = known.zone(id);
        Site site = known.farm().siteOf(zone);
        LocalDate today = known.today(site);
        LocalDate begin = biofix.map(KnownThings::day)
                .or(() -> zone.planting().map(planting -> planting.plantedOn()))
                .orElse(LocalDate.of(today.getYear(), 1, 1));
        if (begin.isAfter(today) || begin.isBefore(today.minusDays(400))) {
            throw new ProblemException(
                    400, "biofix.invalid", "The begin is " + begin + "; it must lie within the last 400 days.");
        }
        List<TemperatureDay> days = weather.temperatures(zone, begin, today);
        HeatSum sum = HeatSum.of(USUAL, begin, today, days);
        return new HeatView(
                "single sine, 10 to 30 °C",
                begin,
                sum.dates(),
                sum.totals(),
                sum.missingDays(),
                (int) days.stream().filter(TemperatureDay::byNode).count(),
                InsectModel.all().stream()
                        .filter(insect -> zone.planting()
                                .filter(planting -> PestHosts.livesOn(insect.name(), planting.cropName()))
                                .isPresent())
                        .map(insect -> insect(insect, begin, today, days))
                        .toList());
    }

    private static InsectView insect(InsectModel insect, LocalDate begin, LocalDate today, List<TemperatureDay> days) {
        HeatSum sum = HeatSum.of(insect.heat(), begin, today, days);
        return new InsectView(insect.name(), insect.begin(), sum.total(), sum.milestones(insect));
    }

    @GET
    @Path("disease")
    @Operation(
            summary = "Risk of the crop's diseases by their published rules, and whether the last spray still covers")
    public List<DiseaseView> disease(String id) {
        return weather.diseases(known.zone(id)).stream().map(DiseaseView::of).toList();
    }

    @GET
    @Path("sprays")
    @Operation(summary = "What was sprayed, the newest first")
    public List<SprayView> sprays(String id) {
        known.zone(id);
        return sprays.ofZone(id).stream()
                .map(stored -> SprayView.of(stored.id(), stored.spray()))
                .toList();
    }

    @POST
    @Path("sprays")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(summary = "Tell a spray; for agronomists")
    public List<SprayView> spray(String id, @NotNull @Valid SprayRequest request) {
        known.zone(id);
        Spray spray;
        try {
            spray = request.toSpray();
        } catch (IllegalArgumentException invalid) {
            throw Refusal.of(400, "spray.invalid", UnfitException.reasonOf(invalid));
        }
        jdbi.useTransaction(handle -> {
            sprays.add(handle, id, spray, known.user());
            audit.add(handle, known.user(), "spray-told", "zone:" + id, Map.of("entered", request));
        });
        return sprays(id);
    }

    @DELETE
    @Path("sprays/{spray}")
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @ResponseStatus(204)
    @Operation(summary = "Take a spray back that was told wrongly; for agronomists")
    public void remove(String id, long spray) {
        known.zone(id);
        boolean removed = jdbi.inTransaction(handle -> {
            audit.add(handle, known.user(), "spray-taken-back", "zone:" + id, Map.of("spray", spray));
            return sprays.remove(handle, spray);
        });
        if (!removed) {
            throw SetUpDesk.unknown("spray", Long.toString(spray));
        }
    }
}
