package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.irrigation.adapter.db.AuditTrail;
import io.milliwatt.irrigation.adapter.db.WaterTable;
import io.milliwatt.irrigation.adapter.desk.AccountDesk;
import io.milliwatt.irrigation.adapter.desk.AdviceDesk;
import io.milliwatt.irrigation.adapter.live.FarmNews;
import io.milliwatt.irrigation.adapter.view.DepthCourse;
import io.milliwatt.irrigation.adapter.view.DepthCourses;
import io.milliwatt.irrigation.adapter.view.LedgerView;
import io.milliwatt.irrigation.adapter.view.RootZoneView;
import io.milliwatt.irrigation.adapter.view.ZoneDetails;
import io.milliwatt.irrigation.adapter.view.ZonePages;
import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.ledger.Entry;
import io.milliwatt.irrigation.ledger.LedgerDay;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.query.TimeParameters;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;

/** A zone's own page. */
@Path("/api/zones/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "zones")
public class ZoneResource {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_POINTS = 5000;

    private final KnownThings known;
    private final ZonePages pages;
    private final DepthCourses depths;
    private final AccountDesk accounts;
    private final AdviceDesk advice;
    private final WaterTable water;
    private final AuditTrail audit;
    private final FarmNews news;
    private final Jdbi jdbi;

    ZoneResource(
            KnownThings known,
            ZonePages pages,
            DepthCourses depths,
            AccountDesk accounts,
            AdviceDesk advice,
            WaterTable water,
            AuditTrail audit,
            FarmNews news,
            Jdbi jdbi) {
        this.known = known;
        this.pages = pages;
        this.depths = depths;
        this.accounts = accounts;
        this.advice = advice;
        this.water = water;
        this.audit = audit;
        this.news = news;
        this.jdbi = jdbi;
    }

    /** A depletion that somebody measured otherwise, mm. */
    public record CorrectionRequest(
            @NotNull Double depletionMillimetres,
            @NotNull Double spreadMillimetres,
            @NotBlank String note) {}

    /** Water that somebody gave by hand, gross mm. */
    public record AppliedRequest(
            @NotNull LocalDate day,
            @NotNull @Min(0) @Max(500) Double grossMillimetres) {}

    @GET
    @Operation(summary = "A zone with its soil, lines, crop, irrigation and probes")
    public ZoneDetails get(String id) {
        return pages.of(known.zone(id));
    }

    @GET
    @Path("depths")
    @Operation(summary = "Water content and temperature at each depth, and what was excluded; the last week by default")
    public List<DepthCourse> depths(
            String id,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("points") @DefaultValue("600") @Min(2) @Max(MOST_POINTS) int points) {
        Instant end = to.map(TimeParameters::instant).orElse(known.now());
        Instant start = from.map(TimeParameters::instant).orElse(end.minus(Duration.ofDays(7)));
        return depths.of(known.zone(id), start, end, points);
    }

    @GET
    @Path("root-zone")
    @Operation(
            summary =
                    "Water in the root zone by the day with its lines, rain and irrigation, and the days ahead with their band")
    public RootZoneView rootZone(
            String id, @QueryParam("from") Optional<String> from, @QueryParam("to") Optional<String> to) {
        Zone zone = known.zone(id);
        LocalDate today = known.today(site(zone));
        LocalDate end = to.map(KnownThings::day).orElse(today);
        LocalDate start = from.map(KnownThings::day).orElse(end.minusDays(USUAL_DAYS));
        return RootZoneView.of(zone, account(zone), start, end);
    }

    @GET
    @Path("ledger")
    @Operation(summary = "The zone's account of water, day by day, the last 30 days by default")
    public List<LedgerView> ledger(
            String id, @QueryParam("from") Optional<String> from, @QueryParam("to") Optional<String> to) {
        Zone zone = known.zone(id);
        LocalDate today = known.today(site(zone));
        LocalDate end = to.map(KnownThings::day).orElse(today);
        LocalDate start = from.map(KnownThings::day).orElse(end.minusDays(USUAL_DAYS));
        Account account = account(zone);
        List<LedgerDay> days = new ArrayList<>(account.days());
        days.add(account.standing());
        return days.stream()
                .filter(day -> !day.date().isBefore(start) && !day.date().isAfter(end))
                .map(LedgerView::of)
                .toList();
    }

    @POST
    @Path("correction")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(summary = "Tell a depletion that was measured otherwise, such as with an auger; for agronomists")
    public List<LedgerView> correct(String id, @NotNull @Valid CorrectionRequest request) {
        Zone zone = known.zone(id);
        LocalDate today = known.today(site(zone));
        try {
            new Entry.Measured(
                    today, request.depletionMillimetres(), request.spreadMillimetres(), request.note(), known.now());
        } catch (IllegalArgumentException invalid) {
            throw new ProblemException(400, "correction.invalid", invalid.getMessage());
        }
        jdbi.useTransaction(handle -> {
            water.correct(
                    handle,
                    id,
                    today,
                    request.depletionMillimetres(),
                    request.spreadMillimetres(),
                    request.note().strip(),
                    known.user());
            audit.add(handle, known.user(), "depletion-corrected", "zone:" + id, Map.of("entered", request));
        });
        reckonAnew(zone);
        return ledger(id, Optional.of(today.toString()), Optional.empty());
    }

    @POST
    @Path("applied")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(summary = "Tell water that was given by hand; for agronomists")
    public List<LedgerView> applied(String id, @NotNull @Valid AppliedRequest request) {
        Zone zone = known.zone(id);
        jdbi.useTransaction(handle -> {
            water.apply(handle, id, request.day(), request.grossMillimetres(), "by-hand");
            audit.add(handle, known.user(), "water-told", "zone:" + id, Map.of("entered", request));
        });
        reckonAnew(zone);
        return ledger(id, Optional.of(request.day().toString()), Optional.empty());
    }

    private void reckonAnew(Zone zone) {
        news.changed(advice.advise(zone, false).transitions());
        news.changedZone(zone.id());
    }

    private Site site(Zone zone) {
        return known.farm().siteOf(zone);
    }

    private Account account(Zone zone) {
        return accounts.account(zone, known.now())
                .orElseThrow(() -> new ProblemException(
                        409,
                        "account.none",
                        zone.gaps().stream()
                                .findFirst()
                                .map(gap -> gap.words())
                                .orElse(Reason.of(ReasonCode.NO_CROP).sentence())));
    }
}
