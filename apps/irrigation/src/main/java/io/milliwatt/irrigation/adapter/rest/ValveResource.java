package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.irrigation.adapter.db.FarmTable.Kind;
import io.milliwatt.irrigation.adapter.db.ValveTable;
import io.milliwatt.irrigation.adapter.definition.ValveDefinition;
import io.milliwatt.irrigation.adapter.desk.RunDesk;
import io.milliwatt.irrigation.adapter.desk.SafetyDesk;
import io.milliwatt.irrigation.adapter.live.FarmNews;
import io.milliwatt.irrigation.adapter.view.ValveView;
import io.milliwatt.irrigation.adapter.view.ValveViews;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.supply.Valve;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Valves: as they are now, and as they are set up. */
@Path("/api/valves")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "set-up")
public class ValveResource {

    private final SetUpDesk desk;
    private final ValveViews views;
    private final ValveTable words;
    private final RunDesk runs;
    private final KnownThings known;
    private final SafetyDesk safety;
    private final FarmNews news;

    ValveResource(
            SetUpDesk desk,
            ValveViews views,
            ValveTable words,
            RunDesk runs,
            KnownThings known,
            SafetyDesk safety,
            FarmNews news) {
        this.desk = desk;
        this.views = views;
        this.words = words;
        this.runs = runs;
        this.known = known;
        this.safety = safety;
        this.news = news;
    }

    /** Why it is closed by hand. */
    public record CloseRequest(Optional<String> reason) {}

    @GET
    @Operation(summary = "All valves as they are now")
    public List<ValveView> list() {
        return views.of(known.farm(), known.farm().valves());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A valve as it is now")
    public ValveView get(String id) {
        return views.of(known.farm(), List.of(known.valve(id))).getFirst();
    }

    @GET
    @Path("{id}/events")
    @Operation(summary = "What a valve told of itself, the newest first")
    public List<ValveView.EventView> events(
            String id, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(1000) int limit) {
        Valve valve = known.valve(id);
        return words.events(valve.node(), valve.output(), limit).stream()
                .map(word -> new ValveView.EventView(
                        word.at(),
                        word.open(),
                        word.cause(),
                        word.openSeconds(),
                        word.litres(),
                        word.commandSequence()))
                .toList();
    }

    @POST
    @Path("{id}/close")
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(202)
    @Operation(summary = "Close a valve now, whatever it is open for; for everybody who is signed in")
    public void close(String id, @Valid CloseRequest request) {
        String why = request == null ? "" : request.reason().map(String::strip).orElse("");
        runs.close(known.valve(id), known.user(), why);
    }

    /** What was found and done. */
    public record LookedAfterRequest(@NotBlank String reason) {}

    @POST
    @Path("{id}/looked-after")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(summary = "Say that somebody has looked after a valve that gave no water, so that it may open again")
    public ValveView lookedAfter(String id, @NotNull @Valid LookedAfterRequest request) {
        Valve valve = known.valve(id);
        boolean blocked = safety.interlocks(valve).stream().anyMatch(reason -> reason.code() == ReasonCode.BLOCKED);
        if (!blocked) {
            throw new ProblemException(
                    409,
                    "valve.not-blocked",
                    "Nothing stands against the valve '" + id + "' that a person must see to.");
        }
        news.changed(
                runs.lookedAfter(valve, known.user(), request.reason().strip()).transitions());
        return views.of(desk.farm(), List.of(valve)).getFirst();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(summary = "Add or change one; for agronomists")
    public Defined<ValveDefinition> put(String id, @NotNull @Valid ValveDefinition entered) {
        desk.check("valve", () -> entered.toValve(id));
        SetUpDesk.known(desk.farm().zone(entered.zoneId()), "zone", entered.zoneId());
        SetUpDesk.known(desk.farm().source(entered.sourceId()), "source", entered.sourceId());
        desk.farm()
                .valve(entered.nodeId(), entered.output())
                .filter(other -> !other.id().equals(id))
                .ifPresent(other -> {
                    throw Refusal.of(
                            409,
                            "valve.output-taken",
                            Reason.of(ReasonCode.OUTPUT_TAKEN)
                                    .with("output", Integer.toString(entered.output()))
                                    .with("node", Long.toString(entered.nodeId()))
                                    .with("valve", other.id()));
                });
        ValveDefinition kept = Optional.ofNullable(
                        desk.table().all(Kind.VALVE, ValveDefinition.class).get(id))
                .map(entered::keepingMeterOf)
                .orElse(entered);
        return desk.keep(Kind.VALVE, id, kept, handle -> desk.table().putValve(handle, id, kept));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @ResponseStatus(204)
    @Operation(summary = "Take one away, where nothing hangs on it; for agronomists")
    public void remove(String id) {
        desk.remove(Kind.VALVE, id);
    }
}
