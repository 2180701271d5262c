package io.milliwatt.irrigation.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.soil.crop.Stage;
import io.milliwatt.irrigation.TestFarm;
import java.time.Duration;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ZoneTest {

    /** 18 mm on 1 ha at 67.5 m³/h is 2 h 40 min. */
    @Test
    void millimetresBecomeMinutesByAreaAndFlow() {
        IrrigationMethod method = new IrrigationMethod(IrrigationMethod.Kind.DRIP, 67.5, 0.9, 0.4);
        assertThat(method.runTime(18, 1)).isEqualTo(Duration.ofMinutes(160));
        assertThat(method.gross(18)).isCloseTo(20, within(1e-9));
        assertThat(method.applied(Duration.ofMinutes(160), 1)).isCloseTo(18, within(1e-9));
        assertThat(TestFarm.zone().millimetres(180)).isCloseTo(18, within(1e-9));
    }

    @Test
    void theNarrowerAllocationHolds() {
        Allocation both = new Allocation(
                LocalDate.of(2026, 4, 1), LocalDate.of(2026, 9, 30), OptionalDouble.of(500), OptionalDouble.of(8000));
        assertThat(both.limitMillimetres(1)).isEqualTo(500);
        assertThat(both.limitMillimetres(2)).isEqualTo(400);
        assertThatThrownBy(() -> new Allocation(both.from(), both.to(), OptionalDouble.empty(), OptionalDouble.empty()))
                .hasMessageContaining("a limit in mm or in m³");
    }

    @Test
    void aCropHasStagesAndRootsByItsDates() {
        Planting maize = TestFarm.MAIZE;
        assertThat(maize.stageOn(TestFarm.PLANTED.plusDays(10))).isEqualTo(Stage.INITIAL);
        assertThat(maize.stageOn(TestFarm.PLANTED.plusDays(80))).isEqualTo(Stage.MID_SEASON);
        assertThat(maize.rootDepthMetresOn(TestFarm.PLANTED)).isCloseTo(0.3, within(1e-9));
        assertThat(maize.rootDepthMetresOn(TestFarm.PLANTED.plusDays(149))).isCloseTo(1.2, within(1e-9));
    }

    @Test
    void allCropsOfTheTableAreWholeAndUnknownOnesAreRefusedWithTheirNames() {
        assertThat(CropTable.all()).hasSizeGreaterThan(20).containsKeys("maize", "cotton", "tomato", "grape-wine");
        assertThatThrownBy(() -> CropTable.named("Maize")).hasMessageContaining("there are apple, bean");
    }

    @Test
    void theSoilGoesOnBelowItsLastLayer() {
        ZoneSoil loam = TestFarm.loam();
        assertThat(loam.availableMillimetres(1.2)).isCloseTo(300 * 0.14 + 900 * 0.13, within(1e-6));
        assertThat(loam.at(2).bottomMetres()).isEqualTo(1.2);
        assertThat(loam.forBalance(loam.atFieldCapacity(), 1.5).availableWater(1.5))
                .isCloseTo(300 * 0.14 + 1200 * 0.13, within(1e-6));
    }
}
