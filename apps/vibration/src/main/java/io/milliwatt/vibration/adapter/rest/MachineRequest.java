package io.milliwatt.vibration.adapter.rest;

import io.milliwatt.dsp.vibration.BearingCatalogue;
import io.milliwatt.dsp.vibration.BearingGeometry;
import io.milliwatt.dsp.vibration.CataloguedBearing;
import io.milliwatt.dsp.vibration.SeverityLimits;
import io.milliwatt.vibration.machine.Machine;
import io.milliwatt.vibration.machine.MountedBearing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A machine as a person enters it.
 *
 * @param area where it stands; may be left out
 * @param nodeId the node on it; may be left out
 */
public record MachineRequest(
        @NotBlank String name,
        Optional<String> area,
        Optional<Long> nodeId,
        @NotNull @Valid BearingRequest bearing,
        @NotNull Double nominalSpeedRpm,
        @NotBlank String isoGroup,
        @NotBlank String support) {

    /** The geometry may be left out for a bearing of the catalogue. */
    public record BearingRequest(
            @NotBlank String name,
            Optional<Integer> rollingElements,
            Optional<Double> elementDiameterMillimetres,
            Optional<Double> pitchDiameterMillimetres,
            Optional<Double> contactAngleDegrees) {

        private MountedBearing toBearing() {
            return new MountedBearing(name, geometry());
        }

        private BearingGeometry geometry() {
            boolean complete = rollingElements.isPresent()
                    && elementDiameterMillimetres.isPresent()
                    && pitchDiameterMillimetres.isPresent();
            if (complete) {
                return new BearingGeometry(
                        rollingElements.get(),
                        elementDiameterMillimetres.get(),
                        pitchDiameterMillimetres.get(),
                        contactAngleDegrees.orElse(0.0));
            }
            BearingCatalogue catalogue = BearingCatalogue.load();
            return catalogue
                    .find(name)
                    .map(CataloguedBearing::geometry)
                    .orElseThrow(() -> new IllegalArgumentException("The bearing '" + name
                            + "' is not in the catalogue. Give its geometry, or one of: "
                            + String.join(", ", catalogue.near(name)) + "."));
        }
    }

    /** The machine with this id; fails with a sentence where the values do not make one. */
    Machine toMachine(String id) {
        return new Machine(
                id,
                name,
                area.orElse(""),
                nodeId.map(OptionalLong::of).orElse(OptionalLong.empty()),
                bearing.toBearing(),
                nominalSpeedRpm,
                SeverityLimits.of(isoGroup, support));
    }
}
