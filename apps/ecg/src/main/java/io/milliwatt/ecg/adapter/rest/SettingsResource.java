package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.AdmissionDesk;
import io.milliwatt.ecg.adapter.db.Stay;
import io.milliwatt.ecg.adapter.live.WallNews;
import io.milliwatt.ecg.alarm.LevelNotEditableException;
import io.milliwatt.ecg.alarm.Settings;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Alarm limits and arrhythmia levels, per patient and until the discharge. */
@Path("/api/patients/{id}/settings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "settings")
public class SettingsResource {

    private final KnownPatients known;
    private final AdmissionDesk desk;
    private final WallNews news;
    private final SecurityIdentity user;

    SettingsResource(KnownPatients known, AdmissionDesk desk, WallNews news, SecurityIdentity user) {
        this.known = known;
        this.desk = desk;
        this.news = news;
        this.user = user;
    }

    @GET
    @Operation(summary = "A patient's limits and levels, and whether there is a pacemaker")
    public SettingsView get(String id) {
        return SettingsView.of(known.get(id));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLINICIAN, Roles.ADMINISTRATOR})
    @Operation(summary = "Set a patient's limits and levels, and whether there is a pacemaker; for clinicians")
    public SettingsView put(String id, @NotNull @Valid SettingsRequest request) {
        try {
            Stay stay = known.here(id);
            return set(stay, request.toSettings(stay.settings()));
        } catch (LevelNotEditableException fixed) {
            throw new ProblemException(422, "level.not-editable", fixed.getMessage());
        } catch (IllegalArgumentException invalid) {
            throw new ProblemException(400, "settings.invalid", invalid.getMessage());
        }
    }

    @DELETE
    @RolesAllowed({Roles.CLINICIAN, Roles.ADMINISTRATOR})
    @Operation(summary = "Set a patient's limits and levels back to the defaults; a pacemaker stays; for clinicians")
    public SettingsView reset(String id) {
        Stay stay = known.here(id);
        return set(stay, Settings.DEFAULT.withPacemaker(stay.settings().hasPacemaker()));
    }

    private SettingsView set(Stay stay, Settings settings) {
        AdmissionDesk.Outcome outcome =
                desk.set(stay, settings, user.getPrincipal().getName());
        news.changed(outcome.transitions(), outcome.episodes());
        news.changed(stay.admission().patient());
        return SettingsView.of(known.get(stay.admission().patient()));
    }
}
