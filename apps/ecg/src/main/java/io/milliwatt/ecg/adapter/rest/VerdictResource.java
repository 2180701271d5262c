package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.EpisodeTable;
import io.milliwatt.ecg.adapter.db.LabelTable;
import io.milliwatt.ecg.adapter.db.SampleReferences;
import io.milliwatt.ecg.adapter.live.WallNews;
import io.milliwatt.ecg.adapter.view.LabelView;
import io.milliwatt.ecg.event.Episode;
import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.ecg.label.Label;
import io.milliwatt.ecg.label.Label.Target;
import io.milliwatt.ecg.label.Label.Verdict;
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
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What persons say of episodes. */
@Path("/api/events/{id}/verdict")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "labels")
public class VerdictResource {

    private static final int LONGEST_COMMENT = 2000;
    private static final int ANALYSED = 0;

    private final EpisodeTable episodes;
    private final LabelTable labels;
    private final SampleReferences samples;
    private final WallNews news;
    private final SecurityIdentity user;
    private final Clock clock;

    VerdictResource(
            EpisodeTable episodes,
            LabelTable labels,
            SampleReferences samples,
            WallNews news,
            SecurityIdentity user,
            Clock clock) {
        this.episodes = episodes;
        this.labels = labels;
        this.samples = samples;
        this.news = news;
        this.user = user;
        this.clock = clock;
    }

    /** Whether an episode was what the server said; {@code eventClass} is what it really was, where it was something else. */
    public record VerdictRequest(
            @NotNull @Pattern(regexp = "confirmed|rejected", message = "must be confirmed or rejected") String verdict,

            Optional<Integer> eventClass,
            Optional<@Size(max = LONGEST_COMMENT) String> comment) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(summary = "Confirm or reject an episode; for clinicians and technicians")
    public LabelView judge(long id, @NotNull @Valid VerdictRequest request) {
        Episode episode = episodes.find(id)
                .orElseThrow(() -> new ProblemException(404, "event.unknown", "There is no event " + id + "."));
        String patient = episode.patient()
                .orElseThrow(() -> new ProblemException(
                        409, "event.without-patient", "The event " + id + " is of a node that was on nobody."));
        String before = episode.known().map(EventClass::label).orElse("class-" + episode.eventClass());
        boolean confirmed = request.verdict().equals("confirmed");
        String after = request.eventClass()
                .map(VerdictResource::known)
                .map(EventClass::label)
                .orElse(confirmed ? before : Label.NONE);
        return told(labels.add(
                Target.episode(patient, episode.node(), id),
                samples.of(
                        episode.node(),
                        ANALYSED,
                        episode.onsetAt(),
                        episode.endAt().orElse(clock.instant())),
                before,
                after,
                Optional.of(Verdict.valueOf(request.verdict().toUpperCase(Locale.ROOT))),
                request.comment(),
                user.getPrincipal().getName(),
                clock.instant()));
    }

    private LabelView told(Label label) {
        news.labelled(label);
        return LabelView.of(label);
    }

    private static EventClass known(int number) {
        return EventClass.fromNumber(number)
                .orElseThrow(() -> new ProblemException(
                        400,
                        "class.unknown",
                        "There is no class of events " + number + "; see /api/settings/classes."));
    }
}
