package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.irrigation.adapter.db.PreferenceTable;
import io.milliwatt.irrigation.adapter.definition.Preferences;
import io.milliwatt.irrigation.adapter.live.FarmNews;
import io.milliwatt.irrigation.adapter.view.AlarmView;
import io.milliwatt.irrigation.adapter.view.AlarmViews;
import io.milliwatt.irrigation.adapter.view.ZoneRows;
import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.rest.UnknownAlarm;
import io.milliwatt.platform.alarms.store.AlarmBook;
import io.milliwatt.platform.security.Roles;
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
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "alarms")
public class AlarmResource {

    private static final int MOST_ALARMS = 1000;
    private static final int LONGEST_COMMENT = 500;

    private final AlarmBook alarms;
    private final AlarmViews views;
    private final PreferenceTable preferences;
    private final KnownThings known;
    private final FarmNews news;

    AlarmResource(AlarmBook alarms, AlarmViews views, PreferenceTable preferences, KnownThings known, FarmNews news) {
        this.alarms = alarms;
        this.views = views;
        this.preferences = preferences;
        this.known = known;
        this.news = news;
    }

    /** What the person who acknowledges adds. */
    public record AcknowledgeRequest(Optional<@Size(max = LONGEST_COMMENT) String> comment) {}

    @GET
    @Operation(summary = "Alarms, the newest first; of one source, of everything about one zone, or of all")
    public List<AlarmView> list(
            @QueryParam("state") @DefaultValue("open") @Pattern(regexp = "open|all", message = "must be open or all") String state,
            @QueryParam("source") Optional<String> source,
            @QueryParam("zone") Optional<String> zone,
            @QueryParam("limit") @DefaultValue("200") @Min(1) @Max(MOST_ALARMS) int limit) {
        boolean openOnly = state.equals("open");
        List<Alarm> listed = zone.isPresent()
                ? alarms.list(
                        openOnly,
                        ZoneRows.sources(known.farm(), known.zone(zone.get()).id()),
                        limit)
                : alarms.list(openOnly, source, limit);
        Preferences of = preferences.of(known.user());
        return views.alarms(listed, of);
    }

    @POST
    @Path("{id}/acknowledge")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(
            summary =
                    "Say that somebody knows of the alarm; repeating it changes nothing; for agronomists and technicians")
    public AlarmView acknowledge(long id, @Valid AcknowledgeRequest request) {
        Optional<String> comment = request == null
                ? Optional.empty()
                : request.comment().map(String::strip).filter(text -> !text.isEmpty());
        var done = alarms.acknowledge(id, known.user(), comment).orElseThrow(() -> UnknownAlarm.of(id));
        done.step().ifPresent(step -> news.changed(List.of(step)));
        return views.alarm(done.alarm(), preferences.of(known.user()));
    }
}
