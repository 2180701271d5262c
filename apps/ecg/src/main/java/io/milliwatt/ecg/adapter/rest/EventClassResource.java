package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.alarm.LimitRange;
import io.milliwatt.ecg.alarm.Settings;
import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What can be set: the classes of events, and the limits and levels that each admission begins with. */
@Path("/api/settings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "settings")
public class EventClassResource {

    /** A class of events and what may be set for it. */
    public record ClassView(
            int eventClass,
            String label,
            String words,
            boolean technical,
            String defaultLevel,
            String leastLevel,
            boolean lifeThreatening,
            boolean nodeReported) {
        static ClassView of(EventClass known) {
            return new ClassView(
                    known.number(),
                    known.label(),
                    known.words(),
                    known.isTechnical(),
                    known.defaultLevel().label(),
                    known.leastLevel().label(),
                    known.isLifeThreatening(),
                    known.isReportedByNodes());
        }
    }

    /** A limit, from the least to the most that it may be. */
    public record LimitView(String name, int least, int most, double byDefault, String unit) {
        static LimitView of(LimitRange range) {
            return new LimitView(range.label(), range.least(), range.most(), range.byDefault(), range.unit());
        }
    }

    @GET
    @Path("limits")
    @Operation(summary = "What each limit may be, and what each admission begins with")
    public List<LimitView> limits() {
        return Arrays.stream(LimitRange.values()).map(LimitView::of).toList();
    }

    @GET
    @Path("classes")
    @Operation(summary = "The classes of events, their default levels and the quietest ones that may be set")
    public List<ClassView> classes() {
        return Arrays.stream(EventClass.values()).map(ClassView::of).toList();
    }

    @GET
    @Path("defaults")
    @Operation(summary = "The limits and levels that each admission begins with")
    public SettingsView defaults() {
        return SettingsView.of(Settings.DEFAULT, Optional.empty());
    }
}
