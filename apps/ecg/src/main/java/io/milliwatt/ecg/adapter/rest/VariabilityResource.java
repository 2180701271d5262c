package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.ExtractReader;
import io.milliwatt.ecg.adapter.view.VariabilityView;
import io.milliwatt.ecg.signal.Beat;
import io.milliwatt.ecg.variability.SinusBeats;
import io.milliwatt.platform.security.Roles;
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
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Heart rate variability of what was recorded. */
@Path("/api/patients/{id}/variability")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "review")
public class VariabilityResource {

    /** The Task Force's length for short recordings. */
    private static final Duration DEFAULT_LENGTH = Duration.ofMinutes(5);

    private static final Duration LONGEST = Duration.ofHours(1);

    private final KnownPatients known;
    private final ExtractReader extracts;
    private final AskedSpans spans;

    VariabilityResource(KnownPatients known, ExtractReader extracts, AskedSpans spans) {
        this.known = known;
        this.extracts = extracts;
        this.spans = spans;
    }

    @GET
    @Operation(
            summary =
                    "Variability of the sinus beats between two times, for each node; of the last 5 minutes by default, an hour at most")
    public List<VariabilityView> variability(
            @PathParam("id") String id,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to) {
        TrendWindow window = spans.until(from, to, DEFAULT_LENGTH, 1);
        AskedSpans.requireAtMost(LONGEST, window, "variability", "Ask for several shorter stretches.");
        return extracts.beats(known.get(id).admission(), window.from(), window.to()).stream()
                .collect(Collectors.groupingBy(Beat::node))
                .entrySet()
                .stream()
                .map(node -> VariabilityView.of(
                        node.getKey(), window.from(), window.to(), SinusBeats.variability(node.getValue())))
                .toList();
    }
}
