package io.milliwatt.dsp.soil.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultDetectorTest {
    private static final int DAYS = 120;
    /** A day is a step when the medians of the week after and before it (feature 4) differ by more than 0.03, and a spike when both jumps (2, 3) do. */
    private static final String MODEL = """
            stations 1 2

            STEP threshold 0.5
            margin 0
            4<0.03:1,2,1 -3 3

            SPIKE threshold 0.5
            margin -1
            2<0.03:1,2,1 -3 3<-0.03:3,4,4 3 -3

            """;

    @Test
    void treesFollowTheirBranchesAndTheOneForWhatIsMissing() throws IOException {
        BoostedTrees trees = BoostedTrees.parse(reader("margin 1\n0<5:1,2,3 -2 2 0.5\n"));
        assertThat(trees.probability(new float[] {4})).isCloseTo(1 / (1 + Math.exp(1)), within(1e-9));
        assertThat(trees.probability(new float[] {5})).isCloseTo(1 / (1 + Math.exp(-3)), within(1e-9));
        assertThat(trees.probability(new float[] {Float.NaN})).isCloseTo(1 / (1 + Math.exp(-1.5)), within(1e-9));
        assertThat(trees.nodes()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1\n", "margin x\n", "margin 0\n0<5:0,1,1 2\n", "margin 0\n0<5:1,7,1 2 3\n", "margin 0\n0<5 2\n"
            })
    void damagedTreesAreRefused(String text) {
        assertThatThrownBy(() -> BoostedTrees.parse(reader(text))).isInstanceOf(IOException.class);
    }

    @Test
    void aModelWithoutItsStationsIsRefused() {
        assertThatThrownBy(() -> FaultModel.parse(reader("STEP threshold 0.5\nmargin 0\n1\n")))
                .hasMessageContaining("stations");
    }

    @Test
    void aStepIsFlaggedOnItsDayAndNotElsewhere() throws IOException {
        double[] moisture = quiet();
        for (int day = 60; day < DAYS; day++) {
            moisture[day] += 0.08;
        }
        FaultDays days = detect(moisture, warm());
        assertThat(days.flagged(FaultKind.STEP, 60)).isTrue();
        assertThat(days.episodes(List.of(FaultKind.STEP), 7)).hasSize(1);
        assertThat(days.episodes(List.of(FaultKind.SPIKE), 7)).isEmpty();
    }

    @Test
    void aSpikeIsNoStep() throws IOException {
        double[] moisture = quiet();
        moisture[60] += 0.1;
        FaultDays days = detect(moisture, warm());
        assertThat(days.flagged(FaultKind.SPIKE, 60)).isTrue();
        assertThat(days.flagged(FaultKind.STEP, 60)).isFalse();
    }

    /** Ice is told by the thermometer, and what jumps at its edge is not the probe's fault. */
    @Test
    void frostIsToldAndSilencesItsEdges() throws IOException {
        double[] moisture = quiet();
        double[] soil = warm();
        for (int day = 60; day < 63; day++) {
            moisture[day] -= 0.1;
            soil[day] = -1;
        }
        FaultDays days = detect(moisture, soil);
        assertThat(days.flagged(FaultKind.FROZEN, 60)).isTrue();
        assertThat(days.flagged(FaultKind.FROZEN, 63)).isFalse();
        assertThat(days.episodes(FaultDetector.SUDDEN, 7)).isEmpty();
    }

    @Test
    void missingDaysAreNotJudged() throws IOException {
        double[] moisture = quiet();
        Arrays.fill(moisture, 40, 80, Double.NaN);
        assertThat(detect(moisture, warm()).episodes(List.of(FaultKind.values()), 7))
                .isEmpty();
    }

    /** The trees of this model say drift where the last ten days' mean (feature 1) lies above 0.3; the detector wants it of ten days. */
    @Test
    void aDriftIsToldWhenTenDaysSpeakForIt() throws IOException {
        String model = """
                stations 1

                DRIFT threshold 0.6
                margin 0
                1<0.3:1,2,1 -1 1

                """;
        double[] moisture = quiet();
        for (int day = 60; day < DAYS; day++) {
            moisture[day] += 0.2;
        }
        FaultDetector detector = new FaultDetector(FaultModel.parse(reader(model)));
        int first = detector.detect(probe(moisture, warm()), 0)
                .episodes(List.of(FaultKind.DRIFT), 7)
                .getFirst()
                .from();
        // The moisture's mean passes 0.3 on day 62; with eight such days the mean log odds are 0.6, and 0.4 with seven
        // is not enough.
        assertThat(first).isEqualTo(69);
        assertThat(detector.detect(probe(moisture, warm()), 0, first, DAYS - 1).flagged(FaultKind.DRIFT, first))
                .as("the same where only these days are asked for")
                .isTrue();
    }

    private static FaultDays detect(double[] moisture, double[] soil) throws IOException {
        return new FaultDetector(FaultModel.parse(reader(MODEL))).detect(probe(moisture, soil), 0);
    }

    private static ProbeDays probe(double[] moisture, double[] soil) {
        double[] rain = new double[DAYS];
        return new ProbeDays(
                new double[] {10, 30}, new double[][] {moisture, quiet()}, new double[][] {soil, warm()}, rain, warm());
    }

    private static double[] quiet() {
        Random random = new Random(3);
        return random.doubles(DAYS, 0.249, 0.251).toArray();
    }

    private static double[] warm() {
        double[] celsius = new double[DAYS];
        Arrays.fill(celsius, 15);
        return celsius;
    }

    private static BufferedReader reader(String text) {
        return new BufferedReader(new StringReader(text));
    }
}
