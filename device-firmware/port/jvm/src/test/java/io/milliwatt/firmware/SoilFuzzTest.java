package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.fixedpoint.soil.SoilQualityRule;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.bundle.MalformedBundleException;
import io.milliwatt.runtime.soil.SoilChain;
import io.milliwatt.runtime.soil.SoilSettings;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Damaged soil bundles on wild soils: what Java watches C watches, with the same flags, days, forecasts, need and reports, whatever recipe, rule and
 * network the damage has left, and whatever lines, rain and new beginnings are commanded in between. For about {@code -Dmilliwatt.fuzz.soil.seconds=N}
 * seconds, three by default; {@code -Dmilliwatt.fuzz.seed=N} tries others.
 */
class SoilFuzzTest {
    private static final long SECONDS = Long.getLong("milliwatt.fuzz.soil.seconds", 3);
    private static final long SEED = Long.getLong("milliwatt.fuzz.seed", 20261129L);
    private static final int READINGS = 1_500;
    private static final int LEAST_SOILS = 5;

    private final SplittableRandom random = new SplittableRandom(SEED);

    private static List<byte[]> seeds() {
        Random models = new Random(SEED);
        List<byte[]> seeds = new ArrayList<>(List.of(SoilBundles.drying().unsigned()));
        for (int index = 0; index < 6; index++) {
            seeds.add(SoilBundles.random(
                            models, SoilQualityRule.defaults(), SoilBundles.rule(models), models.nextInt(1 << 11))
                    .unsigned());
        }
        return seeds;
    }

    @Test
    void damagedBundlesWatchWildSoilsAlikeOrNotAtAll() {
        Mutation mutation = new Mutation(random, seeds());
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        int tried = 0;
        int soils = 0;
        while (soils < LEAST_SOILS || System.nanoTime() < end) {
            soils += watch(RepairedBundle.of(mutation.next(), random), tried++) ? 1 : 0;
        }
        assertThat(tried)
                .as("some damage must be refused, or nothing was damaged")
                .isGreaterThan(soils);
    }

    private boolean watch(byte[] bundle, int round) {
        String what =
                "seed " + SEED + ", round " + round + ": " + HexFormat.of().formatHex(bundle);
        Random soils = new Random(SEED + round);
        SoilSettings settings = RandomSoil.settings(soils);
        String refusal = "";
        try {
            Bundle parsed = Bundle.parse(bundle);
            assertThat(new SoilChain(parsed, settings).day()).isZero();
        } catch (MalformedBundleException | IllegalArgumentException refused) {
            refusal = String.valueOf(refused.getMessage());
        }
        try (SoilTwins twins = refusal.isEmpty() ? new SoilTwins(bundle, settings) : null) {
            if (twins == null) {
                refusedByCToo(bundle, settings, refusal, what);
                return false;
            }
            live(twins, new RandomSoil(soils, settings.depths().size()), settings, soils, what);
            return true;
        } catch (FirmwareException refused) {
            throw new AssertionError("Only Java watches; C: " + refused.getMessage() + ", " + what, refused);
        }
    }

    private static void refusedByCToo(byte[] bundle, SoilSettings settings, String refusal, String what) {
        // The firmware never shows labels: that they are UTF-8 is the one rule that only Java checks.
        if (refusal.contains("UTF-8")) {
            return;
        }
        SoilProbes probes = new SoilProbes(
                settings.depths().stream()
                        .map(depth -> SoilProbes.Depth.of(depth.millimetres()))
                        .toList(),
                0,
                0,
                settings.rootMillimetres());
        try (NativeSoil taken = new NativeSoil(bundle, probes)) {
            throw new AssertionError("Only C watches (" + taken + "); Java: " + refusal + ", " + what);
        } catch (FirmwareException refused) {
            assertThat(refused).hasMessageContaining("cannot watch a soil");
        }
    }

    private static void live(SoilTwins twins, RandomSoil soil, SoilSettings settings, Random random, String what) {
        int depths = settings.depths().size();
        for (int reading = 0; reading < READINGS; reading++) {
            switch (random.nextInt(120)) {
                case 0 -> {
                    int full = random.nextInt(1, 10_001);
                    twins.setLines(what, random.nextInt(depths), random.nextInt(full), full);
                }
                case 1 ->
                    twins.expectRain(
                            what,
                            random.nextInt(4) == 0
                                    ? new int[0]
                                    : random.ints(7, 0, 65_536).toArray(),
                            soil.day() + random.nextInt(-4, 4));
                case 2 -> {
                    if (random.nextInt(10) == 0) {
                        twins.forget(what);
                    }
                }
                case 3 -> twins.accept(what, wild(random, depths));
                default -> twins.accept(what, soil.next());
            }
        }
    }

    /** Whatever the types hold, at any time: nothing of it is likely, all of it may come. */
    private static SoilMoment wild(Random random, int depths) {
        short[] water = new short[depths];
        short[] temperature = new short[depths];
        for (int depth = 0; depth < depths; depth++) {
            water[depth] = (short) random.nextInt();
            temperature[depth] = (short) random.nextInt();
        }
        long seconds = random.nextInt(20) == 0 ? random.nextLong(0, 1L << 33) : random.nextLong(0, 1L << 20);
        return new SoilMoment(
                seconds, water, temperature, (short) random.nextInt(), random.nextInt(65_536), random.nextInt(65_536));
    }
}
