package io.milliwatt.dsp.soil.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.dsp.soil.quantity.WaterContent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IsmnQualityTest {

    private static final ProbeSite SITE = new ProbeSite(Optional.of(WaterContent.ofPercent(45)), 0.05);

    @Test
    void aQuietSeriesIsGood() {
        assertThat(IsmnQuality.flags(ProbeSeries.of(quiet()), SITE)).containsOnly(Set.of(QualityFlag.G));
    }

    @Test
    void oneFaultFlagsItselfAlone() {
        double[] spike = quiet();
        spike[50] += 9;
        assertThat(flagged(spike, QualityFlag.D06)).containsExactly(50);
        double[] two = quiet();
        two[50] = 33;
        two[51] = 33;
        assertThat(flagged(two, QualityFlag.D06)).contains(51);
        double[] negative = quiet();
        negative[10] = -45;
        assertThat(flagged(negative, QualityFlag.C01)).containsExactly(10);
        double[] full = quiet();
        full[10] = 100;
        assertThat(flagged(full, QualityFlag.C02)).containsExactly(10);
        assertThat(flagged(full, QualityFlag.C03)).containsExactly(10);
    }

    @Test
    void aDropThatStaysConstantIsABreakAndAPlateau() {
        double[] values = quiet();
        Arrays.fill(values, 60, 100, 2.0);
        assertThat(flagged(values, QualityFlag.D07)).containsExactly(60);
        assertThat(flagged(values, QualityFlag.D09)).contains(60, 75, 95).doesNotContain(59, 101);
    }

    @Test
    void aRiseIsExplainedByRain() {
        double[] values = quiet();
        for (int i = 70; i < 80; i++) {
            values[i] += 0.6 * (i - 69);
        }
        double[] dry = new double[values.length];
        double[] wet = dry.clone();
        wet[69] = 12;
        assertThat(flagged(ProbeSeries.of(values).withRain(dry), QualityFlag.D04))
                .isNotEmpty();
        assertThat(flagged(ProbeSeries.of(values).withRain(wet), QualityFlag.D04))
                .isEmpty();
        ProbeSite deep = new ProbeSite(Optional.empty(), 0.4);
        assertThat(IsmnQuality.flags(ProbeSeries.of(values).withRain(dry), deep))
                .noneMatch(flags -> flags.contains(QualityFlag.D04));
    }

    @Test
    void aMissingReadingGetsNoFlagAndDisturbsNoneFarAway() {
        double[] values = quiet();
        values[40] = Double.NaN;
        List<Set<QualityFlag>> flags = IsmnQuality.flags(ProbeSeries.of(values), SITE);
        assertThat(flags.get(40)).isEmpty();
        assertThat(flags.get(60)).containsExactly(QualityFlag.G);
    }

    @Test
    void shortAndEmptySeriesAreNoTrouble() {
        assertThat(IsmnQuality.flags(ProbeSeries.of(new double[0]), SITE)).isEmpty();
        for (int length = 1; length < 30; length++) {
            assertThat(IsmnQuality.flags(ProbeSeries.of(Arrays.copyOf(quiet(), length)), SITE))
                    .hasSize(length);
        }
        assertThatThrownBy(() -> ProbeSeries.of(quiet()).withRain(new double[3]))
                .hasMessageContaining("of rain");
    }

    @Test
    void everyFlagSpeaksInASentence() {
        assertThat(QualityFlag.values())
                .allSatisfy(flag -> assertThat(flag.reason()).endsWith(".").hasSizeGreaterThan(10));
    }

    private static List<Integer> flagged(double[] moisture, QualityFlag flag) {
        return flagged(ProbeSeries.of(moisture), flag);
    }

    private static List<Integer> flagged(ProbeSeries series, QualityFlag flag) {
        List<Set<QualityFlag>> flags = IsmnQuality.flags(series, SITE);
        return IntStream.range(0, flags.size())
                .filter(i -> flags.get(i).contains(flag))
                .boxed()
                .toList();
    }

    /** A slow dry-down with a day's breath, 20 to 18 %. */
    private static double[] quiet() {
        double[] values = new double[160];
        for (int i = 0; i < values.length; i++) {
            values[i] = 20 - 0.0125 * i + 0.3 * Math.sin(2 * Math.PI * i / 24);
        }
        return values;
    }
}
