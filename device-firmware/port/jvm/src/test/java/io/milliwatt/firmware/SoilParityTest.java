package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.milliwatt.dsp.fixedpoint.soil.SoilFeature;
import io.milliwatt.dsp.fixedpoint.soil.SoilFlag;
import io.milliwatt.dsp.fixedpoint.soil.SoilQualityRule;
import io.milliwatt.dsp.fixedpoint.soil.Sun;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.soil.SoilSettings;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The soil chain of the node and of the station on the same readings. */
class SoilParityTest {

    private static final int SOILS = Boolean.getBoolean("milliwatt.all") ? 400 : 60;
    private static final int READINGS = 6_000;
    /** Drift is the station's to find. */
    private static final int FLAGS_OF_A_NODE = (1 << SoilFlag.values().length) - 1 & ~SoilFlag.DRIFT.bit();

    @Test
    void soilsWithEveryFaultAreWatchedAlike() {
        int flags = 0;
        int forecasts = 0;
        int days = 0;
        int reports = 0;
        for (int seed = 0; seed < SOILS; seed++) {
            Random random = new Random(seed);
            int mask = random.nextInt(1 << 11) | SoilFlag.RANGE.bit();
            byte[] bundle = SoilBundles.random(random, quality(random), SoilBundles.rule(random), mask)
                    .unsigned();
            SoilSettings settings = RandomSoil.settings(random);
            RandomSoil soil = new RandomSoil(random, settings.depths().size());
            try (SoilTwins twins = new SoilTwins(bundle, settings)) {
                for (int i = 0; i < READINGS; i++) {
                    String what = "soil of seed " + seed + ", reading " + i;
                    twins.accept(what, soil.next());
                    if (random.nextInt(300) == 0) {
                        int[] rain = random.nextInt(4) == 0
                                ? new int[0]
                                : random.ints(7, 0, random.nextInt(9) == 0 ? 65_536 : 200)
                                        .toArray();
                        twins.expectRain(what, rain, soil.day() + random.nextInt(-3, 3));
                    }
                }
                flags |= twins.flagsSeen();
                forecasts += twins.forecasts();
                days += twins.daysEnded();
                reports += twins.reports();
            }
        }
        assertThat(flags).as("flags that came").isEqualTo(FLAGS_OF_A_NODE);
        assertThat(forecasts).as("forecasts").isGreaterThan(SOILS * 20);
        assertThat(days).as("days").isGreaterThan(SOILS * 50);
        assertThat(reports).as("reports").isBetween(SOILS * 20, SOILS * READINGS - 1);
    }

    /** 48 inputs, of which the second is yesterday's loss of 1 %. */
    @Test
    void theGoldenSoilDriesAsItsNameSays() {
        short[] inputs = new short[SoilFeature.COUNT];
        inputs[SoilFeature.CHANGE_OF_1_DAY.ordinal()] = -100;
        assertThat(Bundle.parse(SoilBundles.drying().unsigned()).model().model().score(inputs))
                .containsExactly(-65, -145, -305);
    }

    private static SoilQualityRule quality(Random random) {
        if (random.nextBoolean()) {
            return SoilQualityRule.defaults();
        }
        int[] numbers = SoilQualityRule.defaults().numbers();
        for (int i = 5; i < 18; i++) {
            numbers[i] = i == 8 || i == 9 ? random.nextInt(1, 256) : numbers[i] * random.nextInt(0, 4);
        }
        numbers[19] = random.nextInt(1, 25);
        return SoilQualityRule.of(numbers);
    }

    @Test
    void theSunStandsAlikeOnEveryDayAtEveryLatitude() throws Throwable {
        MethodHandle sun = FirmwareLibrary.function(
                "mw_java_sun",
                FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment result = arena.allocate(ValueLayout.JAVA_INT, 2);
            for (int latitude = -9_000; latitude <= 9_000; latitude += 75) {
                for (int day = 1; day <= 366; day++) {
                    sun.invokeExact(latitude, day, result);
                    assertThat(new Sun(
                                    result.getAtIndex(ValueLayout.JAVA_INT, 0),
                                    result.getAtIndex(ValueLayout.JAVA_INT, 1)))
                            .isEqualTo(Sun.at(latitude, day));
                }
            }
        }
    }

    @Test
    void daysOfTheYearAreThoseOfTheCalendar() throws Throwable {
        MethodHandle dayOfYear = FirmwareLibrary.function(
                "mw_java_day_of_year", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));
        for (LocalDate day = LocalDate.of(1599, 12, 1); day.getYear() < 2405; day = day.plusDays(1)) {
            assertThat((int) dayOfYear.invokeExact(day.toEpochDay())).isEqualTo(day.getDayOfYear());
        }
    }

    @Test
    void probesThatCannotBeAreRefused() {
        Random random = new Random(1);
        byte[] bundle = SoilBundles.random(random, SoilQualityRule.defaults(), SoilBundles.rule(random), 1)
                .unsigned();
        List<SoilProbes> wrong = List.of(
                probes(0, 100, 300),
                probes(300, 100, 300),
                probes(100, 100, 300),
                new SoilProbes(List.of(SoilProbes.Depth.of(100)), 9_001, 0, 300),
                new SoilProbes(List.of(SoilProbes.Depth.of(100)), 0, -901, 300),
                new SoilProbes(List.of(SoilProbes.Depth.of(100)), 0, 0, 0));
        for (SoilProbes each : wrong) {
            assertThatExceptionOfType(FirmwareException.class).isThrownBy(() -> new NativeSoil(bundle, each));
        }
        new NativeSoil(bundle, probes(100, 300, 300)).close();
    }

    private static SoilProbes probes(int first, int second, int rootMillimetres) {
        return new SoilProbes(List.of(SoilProbes.Depth.of(first), SoilProbes.Depth.of(second)), 0, 0, rootMillimetres);
    }

    @Test
    void aBundleThatWatchesNoSoilIsRefused() {
        byte[] heart = HeartBundles.plain().unsigned();
        assertThatExceptionOfType(FirmwareException.class).isThrownBy(() -> new NativeSoil(heart, probes(1, 2, 3)));
    }
}
