package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.irrigation.adapter.db.ExcludedTable;
import io.milliwatt.irrigation.adapter.db.FarmTable.Kind;
import io.milliwatt.irrigation.adapter.definition.ProbeDefinition;
import io.milliwatt.irrigation.adapter.view.ProbeDetails;
import io.milliwatt.irrigation.adapter.view.ProbeView;
import io.milliwatt.irrigation.adapter.view.ProbeViews;
import io.milliwatt.irrigation.adapter.view.ReasonView;
import io.milliwatt.irrigation.alarm.AlarmSource;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.platform.query.TimeParameters;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Probes: as they are now, and as they are set up; a change of depths is a move. */
@Path("/api/probes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "set-up")
public class ProbeResource {

    private static final Duration LOOKED_BACK = Duration.ofDays(30);
    private static final Duration BATTERY_DAYS = Duration.ofDays(90);

    private final SetUpDesk desk;
    private final ProbeViews views;
    private final ProbeDetails details;
    private final ExcludedTable excluded;
    private final KnownThings known;

    ProbeResource(SetUpDesk desk, ProbeViews views, ProbeDetails details, ExcludedTable excluded, KnownThings known) {
        this.desk = desk;
        this.views = views;
        this.details = details;
        this.excluded = excluded;
        this.known = known;
    }

    /** A reading that takes part in no decision; {@code waterContent} m³/m³ as it came. */
    public record ExcludedView(Instant at, String quantity, OptionalDouble value, ReasonView reason) {}

    @GET
    @Operation(summary = "All probes as they are now")
    public List<ProbeView> list() {
        return views.of(known.farm(), known.farm().probes());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A probe as it is now")
    public ProbeView get(String id) {
        return details.of(known.farm(), known.probe(id));
    }

    @GET
    @Path("{id}/excluded")
    @Operation(summary = "Readings that take part in no decision, with their reasons, the newest first")
    public List<ExcludedView> excluded(
            String id, @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        String source = AlarmSource.probe(known.probe(id).id()).toString();
        Instant now = known.now();
        return excluded.list(source, now.minus(LOOKED_BACK), now.plusSeconds(1), limit).stream()
                .map(value ->
                        new ExcludedView(value.at(), value.quantity(), value.value(), ReasonView.of(value.reason())))
                .toList();
    }

    @GET
    @Path("{id}/battery")
    @Operation(summary = "The battery's voltage by the day; the last 90 days by default")
    public ProbeDetails.Battery battery(
            String id, @QueryParam("from") Optional<String> from, @QueryParam("to") Optional<String> to) {
        Instant until = to.map(TimeParameters::instant).orElse(known.now());
        Instant since = from.map(TimeParameters::instant).orElse(until.minus(BATTERY_DAYS));
        return details.battery(known.probe(id), since, until);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(summary = "Add or change one; for agronomists")
    public Defined<ProbeDefinition> put(String id, @NotNull @Valid ProbeDefinition entered) {
        desk.check("probe", () -> entered.toProbe(id));
        SetUpDesk.known(desk.farm().zone(entered.zoneId()), "zone", entered.zoneId());
        desk.farm()
                .probeOfNode(entered.nodeId())
                .filter(other -> !other.id().equals(id))
                .ifPresent(other -> {
                    throw Refusal.of(
                            409,
                            "probe.node-taken",
                            Reason.of(ReasonCode.NODE_TAKEN)
                                    .with("node", Long.toString(entered.nodeId()))
                                    .with("probe", other.id()));
                });
        ProbeDefinition kept = Optional.ofNullable(
                        desk.table().all(Kind.PROBE, ProbeDefinition.class).get(id))
                .map(entered::keepingCalibrationsOf)
                .orElse(entered);
        return desk.keep(Kind.PROBE, id, kept, handle -> desk.table().putProbe(handle, id, kept));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @ResponseStatus(204)
    @Operation(summary = "Take one away, where nothing hangs on it; for agronomists")
    public void remove(String id) {
        desk.remove(Kind.PROBE, id);
    }
}
