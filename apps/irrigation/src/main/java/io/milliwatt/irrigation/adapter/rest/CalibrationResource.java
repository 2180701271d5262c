package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.dsp.soil.calibration.CalibrationFit;
import io.milliwatt.dsp.soil.calibration.CalibrationPoint;
import io.milliwatt.dsp.soil.calibration.SoilCalibration;
import io.milliwatt.dsp.soil.quantity.WaterContent;
import io.milliwatt.irrigation.adapter.db.FarmTable.Kind;
import io.milliwatt.irrigation.adapter.definition.ProbeDefinition;
import io.milliwatt.irrigation.adapter.definition.ProbeDefinition.Calibration;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Calibration of a probe by samples of its own soil. */
@Path("/api/probes/{id}/calibration")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "set-up")
public class CalibrationResource {

    private static final double PERCENT = 100;

    private final SetUpDesk desk;

    CalibrationResource(SetUpDesk desk) {
        this.desk = desk;
    }

    /**
     * Samples taken beside one sensor.
     *
     * @param channel 0 is the uppermost
     */
    public record SampleRequest(
            @NotNull Integer channel, @NotEmpty List<@Valid Sample> points) {
        List<CalibrationPoint> toPoints() {
            return points.stream()
                    .map(point ->
                            new CalibrationPoint(point.readingPercent(), WaterContent.ofFraction(point.waterContent())))
                    .toList();
        }
    }

    /** What the sensor told in per cent, and what the oven said, m³/m³. */
    public record Sample(
            @NotNull Double readingPercent, @NotNull Double waterContent) {}

    /**
     * A curve and how good it is.
     *
     * @param rmseBefore of the sensor's own curve at the samples, m³/m³
     * @param rmseExpected of each sample predicted without it, m³/m³: what to expect of new readings
     * @param doubtful samples that should be looked at again
     */
    public record Fitted(
            int channel,
            String equation,
            List<Double> coefficients,
            double rmseBefore,
            double rmseAfter,
            double rmseExpected,
            int points,
            int doubtful,
            boolean adopted) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Fit a curve to samples and tell how good it is; stores nothing; for agronomists")
    public Fitted fit(String id, @NotNull @Valid SampleRequest request) {
        definition(id);
        return fitted(request, fit(request), false);
    }

    @POST
    @Path("adopt")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Fit a curve to samples and use it from now on; for agronomists")
    public Fitted adopt(String id, @NotNull @Valid SampleRequest request) {
        ProbeDefinition known = definition(id);
        SoilCalibration curve = fit(request);
        if (request.channel() < 0
                || request.channel() >= known.depthsMillimetres().size()) {
            throw new ProblemException(
                    400,
                    "channel.unknown",
                    "The probe has sensors 0 to " + (known.depthsMillimetres().size() - 1) + ", not "
                            + request.channel() + ".");
        }
        List<Calibration> calibrations = new ArrayList<>(known.calibrations().orElse(List.of()));
        while (calibrations.size() < known.depthsMillimetres().size()) {
            calibrations.add(new Calibration(List.of(), 0, 0, 0, 0));
        }
        calibrations.set(request.channel(), Calibration.of(curve));
        ProbeDefinition changed = new ProbeDefinition(
                known.zoneId(),
                known.name(),
                known.nodeId(),
                known.depthsMillimetres(),
                known.installedAt(),
                known.latitudeDegrees(),
                known.longitudeDegrees(),
                Optional.of(calibrations));
        desk.change(
                "calibration-adopted",
                "probe:" + id,
                changed,
                handle -> desk.table().putProbe(handle, id, changed));
        return fitted(request, curve, true);
    }

    private ProbeDefinition definition(String id) {
        return SetUpDesk.known(
                Optional.ofNullable(
                        desk.table().all(Kind.PROBE, ProbeDefinition.class).get(id)),
                "probe",
                id);
    }

    private SoilCalibration fit(SampleRequest request) {
        return desk.check("calibration", () -> CalibrationFit.best(request.toPoints()));
    }

    private static Fitted fitted(SampleRequest request, SoilCalibration curve, boolean adopted) {
        double before = Math.sqrt(request.points().stream()
                .mapToDouble(point -> Math.pow(point.readingPercent() / PERCENT - point.waterContent(), 2))
                .average()
                .orElse(0));
        return new Fitted(
                request.channel(),
                curve.coefficients().size() == 2 ? "line" : "quadratic",
                curve.coefficients(),
                before,
                curve.rootMeanSquareError(),
                curve.leaveOneOutError(),
                request.points().size(),
                curve.doubtful().size(),
                adopted);
    }
}
