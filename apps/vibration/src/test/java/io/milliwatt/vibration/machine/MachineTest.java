package io.milliwatt.vibration.machine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.dsp.vibration.BearingGeometry;
import io.milliwatt.dsp.vibration.SeverityLimits;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is no machine is refused with the value and what to do. */
class MachineTest {

    @Test
    void impossibleMachinesAreRefused() {
        assertThatThrownBy(() -> machine("Fan 1", 1, 1797)).hasMessageContaining("'Fan 1'");
        assertThatThrownBy(() -> machine("-fan", 1, 1797)).hasMessageContaining("hyphen");
        assertThatThrownBy(() -> machine("fan", 1L << 32, 1797)).hasMessageContaining("4294967296");
        assertThatThrownBy(() -> machine("fan", 1, 0)).hasMessageContaining("0.0 rpm");
        assertThatThrownBy(() -> machine("fan", 1, Double.NaN)).hasMessageContaining("NaN");
    }

    private static Machine machine(String id, long node, double speedRpm) {
        return new Machine(
                id,
                "Fan",
                "",
                OptionalLong.of(node),
                new MountedBearing("6205", new BearingGeometry(9, 7.94, 39.04, 0)),
                speedRpm,
                SeverityLimits.of("1", "flexible"));
    }
}
