package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.view.AlarmView;
import io.milliwatt.ecg.adapter.view.AlarmViews;
import io.milliwatt.platform.alarms.store.AlarmBook;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All alarms of one patient at once. */
@Path("/api/patients/{id}/acknowledge")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "alarms")
public class PatientAlarmResource {

    private final AlarmBook alarms;
    private final KnownPatients known;
    private final AlarmViews views;
    private final Acknowledgements acknowledgements;

    PatientAlarmResource(AlarmBook alarms, KnownPatients known, AlarmViews views, Acknowledgements acknowledgements) {
        this.alarms = alarms;
        this.known = known;
        this.views = views;
        this.acknowledgements = acknowledgements;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Say that somebody knows of all of a patient's alarms; for clinicians and technicians")
    public List<AlarmView> acknowledge(String id, @Valid AcknowledgeRequest request) {
        return views.alarms(alarms.openOf(known.get(id).admission().alarmSources()).stream()
                .flatMap(alarm -> acknowledgements.of(alarm.id(), request).stream())
                .toList());
    }
}
