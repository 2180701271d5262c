package io.milliwatt.platform.alarms.rest;

import io.milliwatt.platform.alarms.store.AlarmBook;
import io.milliwatt.platform.security.Roles;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An alarm's life, step by step. */
@Path("/api/alarms/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.CLINICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "alarms")
@IfBuildProperty(name = "milliwatt.platform.storage", stringValue = "true")
public class AlarmHistoryResource {

    private final AlarmBook alarms;

    AlarmHistoryResource(AlarmBook alarms) {
        this.alarms = alarms;
    }

    /** One step in an alarm's life. */
    public record HistoryView(
            Instant at, String from, String to, Optional<String> by, Optional<String> comment, OptionalDouble value) {}

    @GET
    @Operation(summary = "Every step in an alarm's life, from the first")
    public List<HistoryView> history(long id) {
        if (alarms.find(id).isEmpty()) {
            throw UnknownAlarm.of(id);
        }
        return alarms.history(id).stream()
                .map(entry -> new HistoryView(
                        entry.at(),
                        entry.from().label(),
                        entry.to().label(),
                        entry.by(),
                        entry.comment(),
                        entry.value()))
                .toList();
    }
}
