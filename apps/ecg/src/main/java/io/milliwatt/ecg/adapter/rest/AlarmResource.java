package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.view.AlarmView;
import io.milliwatt.ecg.adapter.view.AlarmViews;
import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.rest.UnknownAlarm;
import io.milliwatt.platform.alarms.store.AlarmBook;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
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
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "alarms")
public class AlarmResource {

    private static final int MOST_ALARMS = 1000;

    private final AlarmBook alarms;
    private final KnownPatients known;
    private final AlarmViews views;
    private final Acknowledgements acknowledgements;

    AlarmResource(AlarmBook alarms, KnownPatients known, AlarmViews views, Acknowledgements acknowledgements) {
        this.alarms = alarms;
        this.known = known;
        this.views = views;
        this.acknowledgements = acknowledgements;
    }

    @GET
    @Operation(summary = "Alarms, the newest first; of one patient's stay or of all")
    public List<AlarmView> list(
            @QueryParam("state") @DefaultValue("open") @Pattern(regexp = "open|all", message = "must be open or all") String state,
            @QueryParam("patient") Optional<String> patient,
            @QueryParam("limit") @DefaultValue("200") @Min(1) @Max(MOST_ALARMS) int limit) {
        boolean openOnly = state.equals("open");
        List<Alarm> listed = patient.isPresent()
                ? alarms.list(openOnly, known.get(patient.get()).admission().alarmSources(), limit)
                : alarms.list(openOnly, Optional.empty(), limit);
        return views.alarms(listed);
    }

    @POST
    @Path("{id}/acknowledge")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
    @Operation(
            summary =
                    "Say that somebody knows of the alarm; repeating it changes nothing; for clinicians and technicians")
    public AlarmView acknowledge(long id, @Valid AcknowledgeRequest request) {
        return views.alarm(acknowledgements.of(id, request).orElseThrow(() -> UnknownAlarm.of(id)));
    }
}
