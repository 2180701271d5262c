package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.view.BeatView;
import io.milliwatt.ecg.adapter.view.StripView;
import io.milliwatt.ecg.adapter.view.StripViews;
import io.milliwatt.ecg.patient.Admission;
import io.milliwatt.ecg.signal.StripWindow;
import io.milliwatt.ecg.vitals.Numerics;
import io.milliwatt.ecg.vitals.Quantity;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.query.Series;
import io.milliwatt.platform.security.Roles;
import io.milliwatt.platform.storage.RawValues;
import io.milliwatt.platform.storage.TrendPoint;
import io.milliwatt.platform.storage.TrendTable;
import io.milliwatt.platform.storage.TrendWindow;
import io.milliwatt.platform.storage.WaveformZoom;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The full disclosure of a patient's signal, from a year to a sample, and the courses of the numbers. */
@Path("/api/patients/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "review")
public class ReviewResource {

    private static final Duration DEFAULT_LENGTH = Duration.ofHours(1);
    private static final Duration LONGEST_OF_BEATS = Duration.ofDays(1);
    private static final int MOST_CHANNELS = 16;
    private static final String ASK_FOR_THE_WAVEFORM = "Ask for the waveform to see more.";

    private final KnownPatients known;
    private final WaveformZoom zoom;
    private final TrendTable trends;
    private final StripViews strips;
    private final AskedSpans spans;

    ReviewResource(KnownPatients known, WaveformZoom zoom, TrendTable trends, StripViews strips, AskedSpans spans) {
        this.known = known;
        this.zoom = zoom;
        this.trends = trends;
        this.strips = strips;
        this.spans = spans;
    }

    /** Signal as columns of extremes, a trace for each node that has any. */
    public record WaveformView(Instant from, Instant to, double stepMillis, List<WaveTrace> traces) {}

    /** One lead of one node. */
    public record WaveTrace(long nodeId, int channel, String unit, Series series) {}

    /** A course, a trace for each node that has any. */
    public record TrendView(String quantity, String unit, List<TrendTrace> traces) {}

    /** As one node told it. */
    public record TrendTrace(long nodeId, Series series) {}

    @GET
    @Path("waveform")
    @Operation(summary = "Smallest, mean and largest value in equal stretches of time, at any magnification")
    public WaveformView waveform(
            String id,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("points") @DefaultValue("1200") int points,
            @QueryParam("channel") @DefaultValue("0") @Min(0) @Max(MOST_CHANNELS) int channel) {
        Admission admission = known.get(id).admission();
        TrendWindow window = spans.until(from, to, Duration.ofMinutes(1), points);
        return new WaveformView(
                window.from(),
                window.to(),
                window.width().toMillis(),
                admission.recordings(window.from(), window.to()).stream()
                        .map(part -> new WaveTrace(
                                part.node(),
                                channel,
                                "mV",
                                Series.of(zoom.view(part.node(), channel, window.part(part.from(), part.to())))))
                        .filter(trace -> trace.series().t().length > 0)
                        .toList());
    }

    @GET
    @Path("strip")
    @Operation(summary = "The samples between two times, 120 s at most, with beats and marks")
    public StripView strip(String id, @QueryParam("from") String from, @QueryParam("to") String to) {
        TrendWindow window = spans.until(Optional.ofNullable(from), Optional.ofNullable(to), StripWindow.SHORTEST, 1);
        AskedSpans.requireAtMost(StripWindow.LONGEST, window, "strip", ASK_FOR_THE_WAVEFORM);
        return strips.of(known.get(id).admission(), window.from(), window.to(), Optional.empty(), false);
    }

    @GET
    @Path("beats")
    @Operation(summary = "The beats between two times, a day at most; of the last hour by default")
    public List<BeatView> beats(
            String id, @QueryParam("from") Optional<String> from, @QueryParam("to") Optional<String> to) {
        TrendWindow window = spans.until(from, to, DEFAULT_LENGTH, 1);
        AskedSpans.requireAtMost(LONGEST_OF_BEATS, window, "list of beats", ASK_FOR_THE_WAVEFORM);
        return strips.beats(known.get(id).admission(), window.from(), window.to());
    }

    @GET
    @Path("trend")
    @Operation(summary = "The course of a number; of the last hour by default")
    public TrendView trend(
            String id,
            @QueryParam("quantity") @DefaultValue("heartRate") String label,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("points") @DefaultValue("600") int points) {
        Quantity quantity = Quantity.fromLabel(label)
                .orElseThrow(() -> new ProblemException(
                        400,
                        "quantity.unknown",
                        "There is no quantity '" + label + "'; there are "
                                + Arrays.stream(Quantity.values())
                                        .map(Quantity::label)
                                        .collect(Collectors.joining(", "))
                                + "."));
        TrendWindow window = spans.until(from, to, DEFAULT_LENGTH, points);
        return new TrendView(
                quantity.label(),
                quantity.unit(),
                known.get(id).admission().recordings(window.from(), window.to()).stream()
                        .map(part -> new TrendTrace(
                                part.node(),
                                Series.of(course(part.node(), quantity, window.part(part.from(), part.to())))))
                        .filter(trace -> trace.series().t().length > 0)
                        .toList());
    }

    private List<TrendPoint> course(long node, Quantity quantity, TrendWindow window) {
        return quantity.place().isPresent()
                ? trends.series(
                        node,
                        quantity.trendNumber(),
                        window,
                        new RawValues(
                                Numerics.RECIPE_ID,
                                quantity.place().getAsInt(),
                                1.0 / quantity.divisor(),
                                quantity.zeroIsUnknown()))
                : trends.rollup(node, quantity.trendNumber(), window);
    }
}
