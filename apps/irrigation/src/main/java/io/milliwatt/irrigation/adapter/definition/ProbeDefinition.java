package io.milliwatt.irrigation.adapter.definition;

import io.milliwatt.dsp.soil.calibration.SoilCalibration;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ProbeDepth;
import io.milliwatt.irrigation.site.Position;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A probe as it is entered.
 *
 * @param depthsMillimetres of its sensors from the top down, in the node's order; 0 to 3 follow
 * @param calibrations one for each sensor where some were fitted; an entry without coefficients is the factory's curve
 */
public record ProbeDefinition(
        @NotBlank String zoneId,
        @NotBlank String name,
        @NotNull Long nodeId,
        @NotEmpty List<Integer> depthsMillimetres,
        @NotNull Instant installedAt,
        Optional<Double> latitudeDegrees,
        Optional<Double> longitudeDegrees,
        Optional<List<Calibration>> calibrations) {

    private static final int MILLIMETRES_PER_CENTIMETRE = 10;

    /** A soil's own curve from a sensor's per cent to water content; constant first. */
    public record Calibration(
            List<Double> coefficients,
            double lowestReading,
            double highestReading,
            double rootMeanSquareError,
            double leaveOneOutError) {

        public static Calibration of(SoilCalibration fitted) {
            return new Calibration(
                    fitted.coefficients(),
                    fitted.lowestCounts(),
                    fitted.highestCounts(),
                    fitted.rootMeanSquareError(),
                    fitted.leaveOneOutError());
        }

        Optional<SoilCalibration> toCurve() {
            return coefficients.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new SoilCalibration(
                            coefficients,
                            lowestReading,
                            highestReading,
                            rootMeanSquareError,
                            leaveOneOutError,
                            List.of()));
        }
    }

    /** The same with the curves of before where none are entered and the sensors lie as before. */
    public ProbeDefinition keepingCalibrationsOf(ProbeDefinition before) {
        boolean same = depthsMillimetres.equals(before.depthsMillimetres) && zoneId.equals(before.zoneId);
        return new ProbeDefinition(
                zoneId,
                name,
                nodeId,
                depthsMillimetres,
                installedAt,
                latitudeDegrees,
                longitudeDegrees,
                calibrations.or(() -> same ? before.calibrations : Optional.empty()));
    }

    public Probe toProbe(String id) {
        List<ProbeDepth> depths = new ArrayList<>();
        for (int channel = 0; channel < depthsMillimetres.size(); channel++) {
            int place = channel;
            depths.add(new ProbeDepth(
                    channel,
                    depthsMillimetres.get(channel) / MILLIMETRES_PER_CENTIMETRE,
                    calibrations
                            .filter(all -> place < all.size())
                            .flatMap(all -> all.get(place).toCurve())));
        }
        return new Probe(
                id,
                zoneId,
                nodeId,
                depths,
                installedAt,
                longitudeDegrees.flatMap(
                        longitude -> latitudeDegrees.map(latitude -> new Position(longitude, latitude))));
    }
}
