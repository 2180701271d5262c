package io.milliwatt.irrigation.probe;

import static io.milliwatt.irrigation.TestFarm.PROBE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.soil.fault.FaultDetector;
import io.milliwatt.dsp.soil.fault.FaultKind;
import io.milliwatt.dsp.soil.fault.FaultModel;
import io.milliwatt.dsp.soil.fault.ProbeDays;
import io.milliwatt.models.ReleasedFaultModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is blamed: a faulty sensor among sound ones, by the released trees. */
class FaultSearchTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
    private static final int DAYS = 150;
    private static final double DRIFT_A_DAY = 0.02 / 30;

    private static FaultSearch search;

    @BeforeAll
    static void released() throws IOException {
        try (BufferedReader in = ReleasedFaultModel.open()) {
            search = new FaultSearch(new FaultDetector(FaultModel.parse(in)));
        }
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "2,1", "0,-1", "1,-1", "2,-1"})
    void aDriftIsToldOfItsOwnSensorAlone(int drifting, int way) {
        List<FoundFault> found =
                search(drifting, day -> soil(day, drifting) + way * DRIFT_A_DAY * Math.max(0, day - 70));
        assertThat(found).extracting(FoundFault::channel).containsExactly(drifting);
        assertThat(found.getFirst().kind()).isEqualTo(FaultKind.DRIFT);
        assertThat(found.getFirst().percent()).isCloseTo(2.0 * way, within(0.5));
    }

    /** Its neighbours seem to have left it the other way. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aCutSensorTakesNoNeighbourWithIt(int cut) {
        List<FoundFault> found = search(cut, day -> day < DAYS - 12 ? soil(day, cut) : 0.01);
        assertThat(found).as(found.toString()).extracting(FoundFault::channel).containsExactly(cut);
    }

    @ParameterizedTest
    @CsvSource({"0,40", "1,40", "2,40", "0,90", "2,90"})
    void aSensorThatFellLongAgoIsNotForgotten(int cut, int daysAgo) {
        List<FoundFault> found = search(cut, day -> day < DAYS - daysAgo ? soil(day, cut) : 0.01);
        assertThat(found).extracting(FoundFault::channel).containsExactly(cut);
        assertThat(found.getFirst().kind()).isEqualTo(FaultKind.BREAK);
        assertThat(found.getFirst().from()).isEqualTo(FIRST.plusDays(DAYS - daysAgo));
    }

    @Test
    void aSensorThatFellAndIsAsBeforeIsSound() {
        assertThat(search(1, day -> day < DAYS - 60 || day > DAYS - 40 ? soil(day, 1) : 0.01))
                .isEmpty();
    }

    @Test
    void soundSensorsAreLeftAlone() {
        assertThat(search(0, day -> soil(day, 0))).isEmpty();
    }

    private static List<FoundFault> search(int depth, IntToDoubleFunction course) {
        Random random = new Random(11);
        double[][] moisture = new double[3][DAYS];
        double[][] celsius = new double[3][DAYS];
        for (int each = 0; each < 3; each++) {
            Arrays.fill(celsius[each], 18);
            for (int day = 0; day < DAYS; day++) {
                double noise = random.nextGaussian() * 0.0005;
                moisture[each][day] = each == depth ? course.applyAsDouble(day) : soil(day, each) + noise;
            }
        }
        double[] air = new double[DAYS];
        Arrays.fill(air, 20);
        double[] rain = new double[DAYS];
        for (int day = 0; day < DAYS; day += 9) {
            rain[day] = 20;
        }
        return search.search(PROBE, new ProbeDays(new double[] {15, 40, 80}, moisture, celsius, rain, air), FIRST);
    }

    /** Dries and is wetted every nine days, the deeper the less. */
    private static double soil(int day, int depth) {
        double[] swing = {0.08, 0.05, 0.03};
        return 0.20 + 0.02 * depth + swing[depth] * Math.exp(-(day % 9) / (3.0 + 2 * depth));
    }
}
