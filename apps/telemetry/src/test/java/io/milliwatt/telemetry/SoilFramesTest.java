package io.milliwatt.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.milliwatt.telemetry.SoilReading.AtDepth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SoilFramesTest {
    @Test
    void flagsAreToldApartAndThoseOfALaterContractAreLeftOut() {
        assertThat(SoilQuality.of(0)).isEmpty();
        assertThat(SoilQuality.of(0b100_0000_1001 | 1L << 40))
                .containsExactly(SoilQuality.RANGE, SoilQuality.SPIKE, SoilQuality.GAP);
        assertThat(SoilQuality.of((1 << 11) - 1)).containsExactly(SoilQuality.values());
    }

    @Test
    void aReadingTellsWhyItIsTold() {
        assertThat(SoilExamples.full().isToldFor(SoilReading.RAINED)).isTrue();
        assertThat(SoilExamples.full().isToldFor(SoilReading.HEARTBEAT)).isFalse();
    }

    @Test
    void aReadingWithoutDepthOrWithATemperatureAloneIsNotMade() {
        OptionalLong none = OptionalLong.empty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SoilReading.of(List.of(), none, none))
                .withMessageContaining("at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AtDepth(100, none, OptionalLong.of(1), 0, Optional.empty()))
                .withMessageContaining("100 mm");
    }

    @Test
    void onlyValvesThatANodeHasAreNamed() {
        for (int valve : new int[] {0, 5}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ValveState(valve, false, ValveState.Cause.REBOOT, 0, 0, 0, 0))
                    .withMessage("valve is " + valve + "; it must lie in 1…4");
        }
    }

    @Test
    void everyEventIsFoundByItsNumber() {
        assertThat(Arrays.stream(IrrigationEvent.values())
                        .map(each -> IrrigationEvent.fromNumber(each.number()).orElseThrow()))
                .containsExactly(IrrigationEvent.values());
        assertThat(IrrigationEvent.fromNumber(0)).isEmpty();
    }
}
