package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.ExtractReader;
import io.milliwatt.ecg.adapter.view.SummaryView;
import io.milliwatt.ecg.patient.Admission;
import io.milliwatt.ecg.patient.Recording;
import io.milliwatt.ecg.summary.HeartRate;
import io.milliwatt.ecg.summary.MonitoringSummary;
import io.milliwatt.ecg.vitals.Quantity;
import io.milliwatt.platform.security.Roles;
import io.milliwatt.platform.storage.TrendTable;
import io.milliwatt.platform.storage.TrendWindow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a span of monitoring comes to, for reports. */
@Path("/api/patients/{id}/summary")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "review")
public class SummaryResource {

    private static final Duration LONGEST = Duration.ofDays(1);

    private final KnownPatients known;
    private final AskedSpans spans;
    private final ExtractReader extracts;
    private final TrendTable trends;

    SummaryResource(KnownPatients known, AskedSpans spans, ExtractReader extracts, TrendTable trends) {
        this.known = known;
        this.spans = spans;
        this.extracts = extracts;
        this.trends = trends;
    }

    @GET
    @Operation(
            summary =
                    "Beats by class, heart rate, variability and burden of atrial fibrillation, as a whole and by hours; a day at most and by default")
    public SummaryView summary(
            @PathParam("id") String id,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to) {
        int minutes = (int) LONGEST.toMinutes();
        TrendWindow asked = spans.until(from, to, LONGEST, minutes);
        AskedSpans.requireAtMost(LONGEST, asked, "summary", "Ask for one day after the other.");
        Admission admission = known.get(id).admission();
        List<HeartRate> rates = admission.recordings(asked.from(), asked.to()).stream()
                .flatMap(part -> rates(part, minutes))
                .toList();
        return SummaryView.of(MonitoringSummary.of(
                asked.from(), asked.to(), extracts.beats(admission, asked.from(), asked.to()), rates));
    }

    private Stream<HeartRate> rates(Recording part, int minutes) {
        return trends
                .rollup(
                        part.node(),
                        Quantity.HEART_RATE.trendNumber(),
                        new TrendWindow(part.from(), part.to(), minutes))
                .stream()
                .map(point -> new HeartRate(point.at(), point.minimum(), point.mean(), point.maximum()));
    }
}
