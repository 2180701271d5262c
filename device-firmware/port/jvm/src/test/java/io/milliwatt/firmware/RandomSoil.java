package io.milliwatt.firmware;

import io.milliwatt.runtime.soil.SoilDepth;
import io.milliwatt.runtime.soil.SoilSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/** A soil that dries and gets wet, with every fault that a probe can have, more often than in a field. */
final class RandomSoil {

    private static final int MISSING = SoilMoment.MISSING;

    private final Random random;
    private final int depths;
    private final double[] water;
    private final int[] stuckFor;
    private final short[] stuckAt;
    private final double[] step;
    private long seconds;
    private int battery = 3_000;

    RandomSoil(Random random, int depths) {
        this.random = random;
        this.depths = depths;
        water = random.doubles(depths, 500, 4_000).toArray();
        stuckFor = new int[depths];
        stuckAt = new short[depths];
        step = new double[depths];
        seconds = random.nextLong(0, 4_000_000_000L);
    }

    static SoilSettings settings(Random random) {
        int count = random.nextInt(1, SoilProbes.MOST_DEPTHS + 1);
        List<SoilDepth> depths = new ArrayList<>();
        int millimetres = 0;
        for (int depth = 0; depth < count; depth++) {
            millimetres += random.nextInt(1, random.nextInt(5) == 0 ? 8_000 : 400);
            int refill = random.nextInt(0, 3_000);
            boolean lines = random.nextInt(3) == 0;
            depths.add(new SoilDepth(
                    millimetres,
                    lines ? OptionalInt.of(refill) : OptionalInt.empty(),
                    lines ? OptionalInt.of(random.nextInt(refill, 10_001)) : OptionalInt.empty(),
                    random.nextInt(4) == 0 ? OptionalInt.of(random.nextInt(3_000, 6_000)) : OptionalInt.empty()));
        }
        return new SoilSettings(
                depths,
                random.nextInt(-9_000, 9_001),
                random.nextInt(-900, 901),
                random.nextInt(1, random.nextInt(4) == 0 ? 32_768 : 1_500));
    }

    /** Time goes on by minutes, hours, days, or not at all. */
    private void pass() {
        seconds += switch (random.nextInt(200)) {
            case 0 -> random.nextLong(0, 40 * 86_400L);
            case 1 -> random.nextLong(0, 86_400L);
            case 2 -> -random.nextLong(0, 5_000);
            default -> 900L * random.nextInt(1, 5) + random.nextInt(30);
        };
        seconds = Math.max(0, seconds);
    }

    long day() {
        return seconds / 86_400;
    }

    SoilMoment next() {
        pass();
        int rain = random.nextInt(60) == 0 ? random.nextInt(1, random.nextInt(20) == 0 ? 65_536 : 120) : 0;
        double season = Math.sin(seconds / 86_400.0 / 58);
        short[] waters = new short[depths];
        short[] soils = new short[depths];
        for (int depth = 0; depth < depths; depth++) {
            water[depth] += rain / (1.0 + depth) * 4 - (water[depth] - 300) * 0.0006 * random.nextDouble(2);
            water[depth] = Math.clamp(water[depth], 200, 5_800);
            waters[depth] = reading(depth);
            soils[depth] = (short) (random.nextInt(12) == 0 ? MISSING : 900 * season + 200 + random.nextInt(-300, 300));
        }
        battery = random.nextInt(100) == 0 ? random.nextInt(0, 3_600) : battery;
        int air = random.nextInt(9) == 0 ? MISSING : (int) (1_800 * season + random.nextInt(-1_500, 1_500));
        return new SoilMoment(seconds, waters, soils, (short) air, rain, battery);
    }

    private short reading(int depth) {
        if (stuckFor[depth] > 0) {
            stuckFor[depth]--;
            return stuckAt[depth];
        }
        step[depth] = random.nextInt(700) == 0 ? random.nextGaussian() * 900 : step[depth] * 0.9995;
        double value = water[depth] + step[depth] + random.nextGaussian() * 2;
        switch (random.nextInt(600)) {
            case 0 -> stuckFor[depth] = random.nextInt(1_200);
            case 1 -> value += random.nextGaussian() * 2_500;
            case 2 -> value = random.nextInt(Short.MIN_VALUE, Short.MAX_VALUE + 1);
            case 3, 4, 5 -> value = MISSING;
            default -> {
                /* as the soil is */
            }
        }
        stuckAt[depth] = (short) Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
        return stuckAt[depth];
    }
}
