package io.milliwatt.vibration.adapter.rest;

import io.milliwatt.platform.alarms.rest.UnknownAlarm;
import io.milliwatt.platform.alarms.store.AlarmBook;
import io.milliwatt.platform.security.Roles;
import io.milliwatt.vibration.adapter.live.LiveNews;
import io.milliwatt.vibration.adapter.view.AlarmView;
import io.milliwatt.vibration.adapter.view.Views;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The alarms and their acknowledgement. */
@Path("/api/alarms")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN})
@Tag(name = "alarms")
public class AlarmResource {

    private static final int MOST_ALARMS = 1000;
    private static final int LONGEST_COMMENT = 2000;

    private final AlarmBook alarms;
    private final Views views;
    private final LiveNews news;
    private final SecurityIdentity identity;

    AlarmResource(AlarmBook alarms, Views views, LiveNews news, SecurityIdentity identity) {
        this.alarms = alarms;
        this.views = views;
        this.news = news;
        this.identity = identity;
    }

    /** What a person says with an acknowledgement. */
    public record AcknowledgeRequest(Optional<@Size(max = LONGEST_COMMENT) String> comment) {}

    @GET
    @Operation(summary = "Alarms, the newest first")
    public List<AlarmView> list(
            @QueryParam("state") @DefaultValue("open") @Pattern(regexp = "open|all", message = "must be open or all") String state,
            @QueryParam("machine") Optional<String> machine,
            @QueryParam("limit") @DefaultValue("200") @Min(1) @Max(MOST_ALARMS) int limit) {
        return alarms.list(state.equals("open"), machine, limit).stream()
                .map(views::alarm)
                .toList();
    }

    @POST
    @Path("{id}/acknowledge")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.TECHNICIAN)
    @Operation(summary = "Say that somebody knows of the alarm; repeating it changes nothing; for technicians")
    public AlarmView acknowledge(long id, @Valid AcknowledgeRequest request) {
        Optional<String> comment = request == null
                ? Optional.empty()
                : request.comment().map(String::strip).filter(text -> !text.isEmpty());
        var done = alarms.acknowledge(id, identity.getPrincipal().getName(), comment)
                .orElseThrow(() -> UnknownAlarm.of(id));
        done.step().ifPresent(step -> news.changed(List.of(step)));
        return views.alarm(done.alarm());
    }
}
