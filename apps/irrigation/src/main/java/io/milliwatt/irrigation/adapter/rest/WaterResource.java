package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.irrigation.adapter.view.WaterSheets;
import io.milliwatt.irrigation.adapter.view.WaterUse;
import io.milliwatt.irrigation.adapter.view.WaterUse.Report;
import io.milliwatt.irrigation.export.WaterCsv;
import io.milliwatt.irrigation.export.WaterPdf;
import io.milliwatt.irrigation.export.WaterSheet;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Water used: on the page, as a table and as a sheet for the authority. */
@Path("/api")
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "water")
public class WaterResource {

    private final KnownThings known;
    private final WaterUse water;

    WaterResource(KnownThings known, WaterUse water) {
        this.known = known;
        this.water = water;
    }

    /** What is asked for. */
    public static final class Question {
        @QueryParam("from")
        Optional<String> from;

        @QueryParam("to")
        Optional<String> to;

        @QueryParam("site")
        Optional<String> site;

        @QueryParam("by")
        @DefaultValue("zone")
        @Pattern(regexp = "zone|source|month", message = "must be zone, source or month") String by;
    }

    @GET
    @Path("water")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Water used by zone, source or month, with cost, energy and the part of the allocation; this year by default")
    public Report report(@BeanParam Question question) {
        return answer(question);
    }

    @GET
    @Path("water.csv")
    @Produces("text/csv")
    @Operation(summary = "Water used, as a table")
    public Response csv(@BeanParam Question question) {
        Report report = answer(question);
        return file(WaterCsv.of(sheet(report, question)), "text/csv; charset=utf-8", report, "csv");
    }

    @GET
    @Path("water.pdf")
    @Produces("application/pdf")
    @Operation(summary = "Water used, as a printed sheet for certification or the authority")
    public Response pdf(@BeanParam Question question) {
        Report report = answer(question);
        return file(WaterPdf.of(sheet(report, question)), "application/pdf", report, "pdf");
    }

    private Report answer(Question question) {
        Site site = known.site(question.site);
        LocalDate today = known.today(site);
        LocalDate to = question.to.map(KnownThings::day).orElse(today);
        LocalDate from = question.from.map(KnownThings::day).orElse(LocalDate.of(to.getYear(), 1, 1));
        return water.report(site, from, to, question.by);
    }

    private WaterSheet sheet(Report report, Question question) {
        return WaterSheets.of(report, known.site(question.site), known.now());
    }

    private static Response file(byte[] content, String type, Report report, String ending) {
        return Response.ok(content, type)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"water-" + report.siteId() + "-" + report.from() + "-" + report.to()
                                + "." + ending + "\"")
                .build();
    }
}
