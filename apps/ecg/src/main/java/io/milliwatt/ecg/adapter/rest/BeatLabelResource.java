package io.milliwatt.ecg.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.milliwatt.ecg.adapter.db.BeatTable;
import io.milliwatt.ecg.adapter.db.LabelTable;
import io.milliwatt.ecg.adapter.db.SampleReferences;
import io.milliwatt.ecg.adapter.live.WallNews;
import io.milliwatt.ecg.adapter.view.LabelView;
import io.milliwatt.ecg.label.Label;
import io.milliwatt.ecg.label.Label.Target;
import io.milliwatt.ecg.signal.Beat;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What persons say of beats. */
@Path("/api/patients/{id}/beat-labels")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "labels")
public class BeatLabelResource {

    private static final int LONGEST_COMMENT = 2000;
    private static final int ANALYSED = 0;
    /** What a person sees of a beat: from before its P wave to the end of its T wave. */
    private static final Duration BEFORE_R = Duration.ofMillis(300);

    private static final Duration AFTER_R = Duration.ofMillis(500);

    private final KnownPatients known;
    private final BeatTable beats;
    private final LabelTable labels;
    private final SampleReferences samples;
    private final WallNews news;
    private final SecurityIdentity user;
    private final Clock clock;

    BeatLabelResource(
            KnownPatients known,
            BeatTable beats,
            LabelTable labels,
            SampleReferences samples,
            WallNews news,
            SecurityIdentity user,
            Clock clock) {
        this.known = known;
        this.beats = beats;
        this.labels = labels;
        this.samples = samples;
        this.news = news;
        this.user = user;
        this.clock = clock;
    }

    /** The class of the beat at a time; {@code none} says that there is no beat. */
    public record BeatLabelRequest(
            @NotNull Long nodeId,
            @NotNull Long t,

            @JsonProperty("class") @NotNull @Pattern(regexp = "[NSVFQ]|none", message = "must be N, S, V, F, Q or none") String beatClass,

            Optional<@Size(max = LONGEST_COMMENT) String> comment) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(summary = "Say of which class a beat is, or that there is none; for clinicians and technicians")
    public LabelView relabel(String id, @NotNull @Valid BeatLabelRequest request) {
        var admission = known.get(id).admission();
        if (!admission.everyNode().contains(request.nodeId())) {
            throw new ProblemException(
                    404, "node.elsewhere", "Node " + request.nodeId() + " was never on the patient " + id + ".");
        }
        Instant at = Instant.ofEpochMilli(request.t());
        String before = beats.between(List.of(request.nodeId()), at, at.plusMillis(1)).stream()
                .findFirst()
                .map(Beat::beatClass)
                .map(found -> String.valueOf(found.letter()))
                .orElse(Label.NONE);
        return told(labels.add(
                Target.beat(admission.patient(), request.nodeId(), ANALYSED, at),
                samples.of(request.nodeId(), ANALYSED, at.minus(BEFORE_R), at.plus(AFTER_R)),
                before,
                request.beatClass(),
                Optional.empty(),
                request.comment(),
                user.getPrincipal().getName(),
                clock.instant()));
    }

    private LabelView told(Label label) {
        news.labelled(label);
        return LabelView.of(label);
    }
}
