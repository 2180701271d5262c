package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.LabelTable;
import io.milliwatt.ecg.adapter.view.LabelView;
import io.milliwatt.platform.query.TimeParameters;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All that persons said of beats and episodes. Nothing said is ever changed: a new word is a new version. */
@Path("/api/labels")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "labels")
public class LabelResource {

    private static final int MOST_LABELS = 10_000;

    private final LabelTable labels;
    private final Clock clock;

    LabelResource(LabelTable labels, Clock clock) {
        this.labels = labels;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary =
                    "All labels in the order in which they were given, for training; the newest version of a target counts")
    public List<LabelView> list(
            @QueryParam("patient") Optional<String> patient,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("afterId") @DefaultValue("0") long afterId,
            @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(MOST_LABELS) int limit) {
        return labels
                .list(
                        patient,
                        from.map(TimeParameters::instant).orElse(Instant.EPOCH),
                        to.map(TimeParameters::instant).orElse(clock.instant().plus(Duration.ofDays(1))),
                        afterId,
                        limit)
                .stream()
                .map(LabelView::of)
                .toList();
    }
}
