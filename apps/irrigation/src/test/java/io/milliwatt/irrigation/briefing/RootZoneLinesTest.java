package io.milliwatt.irrigation.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.soil.calibration.SoilCalibration;
import io.milliwatt.irrigation.TestFarm;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ProbeDepth;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.telemetry.command.IrrigationCommand.Lines;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Maize on loam, half of whose available water may be used; sensors at 15, 40 and 80 cm stand for 27.5, 32.5 and 60 cm of it. */
class RootZoneLinesTest {
    private static final double[] MILLIMETRES = {275, 325, 600};

    private static List<Lines> on(int day) {
        return RootZoneLines.of(TestFarm.zone(), TestFarm.PROBE, TestFarm.PLANTED.plusDays(day))
                .orElseThrow();
    }

    private static double usable(List<Lines> lines) {
        double sum = 0;
        for (int sensor = 0; sensor < lines.size(); sensor++) {
            sum += MILLIMETRES[sensor]
                    * (lines.get(sensor).full() - lines.get(sensor).refill())
                    / 10_000.0;
        }
        return sum;
    }

    @Test
    void betweenTheLinesLiesTheReadilyAvailableWaterOfTheRootsOfTheDay() {
        assertThat(on(0)).extracting(Lines::full).containsExactly(2_800, 2_600, 2_600);
        assertThat(usable(on(0))).isCloseTo(0.5 * TestFarm.loam().availableMillimetres(0.3), within(0.3));
        assertThat(usable(on(149))).isCloseTo(0.5 * TestFarm.loam().availableMillimetres(1.2), within(0.3));
        assertThat(on(0).get(2)).isEqualTo(new Lines(2_599, 2_600));
        assertThat(on(149).get(2)).isEqualTo(new Lines(1_950, 2_600));
    }

    @Test
    void theLinesSinkAsRootsGrowAndNeverRise() {
        double before = 0;
        for (int day = 0; day < 150; day++) {
            double now = usable(on(day));
            assertThat(now).as("day %d", day).isGreaterThanOrEqualTo(before);
            before = now;
        }
    }

    @Test
    void aSoilsOwnCurveIsTakenBackwardsAndTheNodesOrderCounts() {
        SoilCalibration curve = new SoilCalibration(List.of(0.02, 0.008), 5, 50, 0.01, 0.015, List.of());
        Probe probe = new Probe(
                "p1",
                "north-a",
                301,
                List.of(new ProbeDepth(1, 15, Optional.of(curve)), ProbeDepth.of(0, 40)),
                TestFarm.PROBE.installedAt(),
                Optional.empty());
        List<Lines> lines = RootZoneLines.of(TestFarm.zone(), probe, TestFarm.PLANTED.plusDays(149))
                .orElseThrow();
        assertThat(lines.get(0)).isEqualTo(new Lines(1_950, 2_600));
        assertThat(lines.get(1)).isEqualTo(new Lines(2_375, 3_250));
    }

    @Test
    void withoutASoilOrACropThereIsNothingToTell() {
        Zone zone = TestFarm.zone();
        Zone bare = new Zone(
                zone.id(),
                zone.fieldId(),
                zone.name(),
                zone.outline(),
                zone.areaHectares(),
                Optional.empty(),
                zone.planting(),
                zone.method(),
                zone.refill(),
                zone.allocation(),
                zone.waterQuality());
        LocalDate before = TestFarm.PLANTED.minusDays(1);
        assertThat(RootZoneLines.of(bare, TestFarm.PROBE, TestFarm.PLANTED)).isEmpty();
        assertThat(RootZoneLines.of(zone, TestFarm.PROBE, before)).isEmpty();
    }
}
