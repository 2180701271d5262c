package io.milliwatt.nodes.soil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IrrigatedZoneTest {
    private static final double HOUR = 3_600;
    private static final double DAY = 24 * HOUR;
    /** Midsummer in the south. */
    private static final double START = 1_798_000_000;

    private static FieldScenario field(double rainyDays, double depleted) {
        return new FieldScenario(
                -33,
                -180,
                28,
                14,
                46,
                600,
                1,
                depleted,
                rainyDays,
                6,
                List.of(100, 300, 500),
                Optional.of(new FieldScenario.FieldValve(1_000, 100, 7_200, 500)),
                List.of(),
                900,
                1,
                14,
                true);
    }

    private static IrrigatedZone zone(FieldScenario field) {
        return new IrrigatedZone(field, new FieldWeather(field, 7), new SoilLayers(field), START);
    }

    private static double millimetres(IrrigatedZone zone) {
        double sum = 0;
        for (double layer : zone.waterFractions()) {
            sum += 100 * layer;
        }
        return sum;
    }

    @Test
    void aDryWeekTakesWhatTheCropDrinksAndTheSurfaceDriesFirst() {
        IrrigatedZone zone = zone(field(0, 0.1));
        double before = millimetres(zone);
        double surface = zone.waterPercent(100);
        double below = zone.waterPercent(500);
        for (int hour = 0; hour < 7 * 24; hour++) {
            zone.pass(HOUR, HOUR, false);
        }
        assertThat(before - millimetres(zone)).as("mm in a week of summer").isBetween(25.0, 50.0);
        assertThat(surface - zone.waterPercent(100)).isGreaterThan(below - zone.waterPercent(500));
        assertThat(zone.takeRainTenths()).isZero();
    }

    @Test
    void noWaterIsLostOrMadeByIrrigating() {
        FieldScenario night = field(0, 0.9);
        IrrigatedZone zone = new IrrigatedZone(
                night, new FieldWeather(night, 7), new SoilLayers(night), START - START % DAY + 2 * HOUR);
        double before = millimetres(zone);
        for (int minute = 0; minute < 60; minute++) {
            zone.pass(60, 60, true);
        }
        assertThat(millimetres(zone) - before).as("1,000 l on 100 m²").isCloseTo(10, within(0.2));
        assertThat(zone.pulses()).isBetween(1_999L, 2_000L);
        assertThat(zone.waterPercent(50)).isGreaterThan(zone.waterPercent(300));
    }

    @Test
    void waterAboveFieldCapacityDrainsAway() {
        IrrigatedZone zone = zone(field(0, 0));
        zone.pass(60, 6 * HOUR, true);
        double wet = zone.waterPercent(100);
        zone.pass(2 * DAY, 0, false);
        assertThat(wet).isGreaterThan(32);
        assertThat(zone.waterPercent(100)).isLessThan(28.5);
    }

    @Test
    void rainIsTippedIntoTheGaugeAndWetsTheSoil() {
        IrrigatedZone zone = zone(field(0.5, 0.6));
        int tenths = 0;
        for (int hour = 0; hour < 60 * 24; hour++) {
            zone.pass(HOUR, 0, false);
            tenths += zone.takeRainTenths();
        }
        assertThat(tenths).as("0.1 mm in sixty days").isBetween(500, 4_000);
    }

    @Test
    void faultsTurnTheMeter() {
        IrrigatedZone zone = zone(field(0, 0.5));
        zone.setFaults(EnumSet.of(SoilFault.LEAK));
        zone.pass(HOUR, HOUR, false);
        assertThat(zone.pulses()).isEqualTo(180);
        zone.setFaults(EnumSet.of(SoilFault.BLOCKED));
        zone.pass(HOUR, HOUR, true);
        assertThat(zone.pulses()).isEqualTo(180);
        zone.setFaults(EnumSet.noneOf(SoilFault.class));
        zone.pass(HOUR, HOUR, true);
        assertThat(zone.pulses()).isEqualTo(2_180);
    }

    @Test
    void aFaultyProbeSaysWhatItsFaultMakesOfTheSoil() {
        ProbeSignal probe = new ProbeSignal(1);
        short held = probe.water(0, 25, EnumSet.of(SoilFault.STUCK_PROBE));
        assertThat(probe.water(0, 31, EnumSet.of(SoilFault.STUCK_PROBE))).isEqualTo(held);
        assertThat(probe.water(1, 31, EnumSet.of(SoilFault.STUCK_PROBE))).isBetween((short) 3_095, (short) 3_105);
        assertThat(probe.water(0, 31, EnumSet.of(SoilFault.DEAD_PROBE))).isEqualTo(ProbeSignal.MISSING);
        assertThat(probe.water(0, 31, EnumSet.noneOf(SoilFault.class))).isBetween((short) 3_095, (short) 3_105);
    }

    @Test
    void aSoilThatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FieldScenario(
                        0, 0, 10, 14, 46, 600, 1, 0, 0, 0, List.of(100), Optional.empty(), List.of(), 900, 1, 0, true))
                .withMessageContaining("wilting point");
    }
}
