package io.milliwatt.dsp.soil.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.soil.quantity.WaterContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    /** TEROS 12 in mineral soil as published: 3.879e-4 RAW - 0.6956. */
    private static final double SLOPE = 3.879e-4;

    private static final double CONSTANT = -0.6956;

    @Test
    void toppIsItsOwnInverse() {
        for (double fraction = 0; fraction <= 0.6; fraction += 0.02) {
            double permittivity = Topp1980.permittivity(WaterContent.ofFraction(fraction));
            assertThat(Topp1980.waterContent(permittivity).fraction()).isCloseTo(fraction, within(1e-9));
        }
        assertThat(Topp1980.waterContent(10).fraction()).isCloseTo(0.1883, within(1e-9));
        assertThat(Topp1980.waterContent(1.2).fraction()).isZero();
    }

    @Test
    void aLineIsFoundAgainThroughNoiseAndABadSample() {
        List<CalibrationPoint> samples = samples(12, 0.004, 7);
        samples.set(5, new CalibrationPoint(samples.get(5).counts(), WaterContent.ofFraction(0.48)));
        SoilCalibration fitted = CalibrationFit.fit(samples, CalibrationFit.Curve.LINEAR);
        for (double counts = 2000; counts <= 2900; counts += 100) {
            assertThat(fitted.fraction(counts)).isCloseTo(SLOPE * counts + CONSTANT, within(0.006));
        }
        assertThat(fitted.doubtful()).containsExactly(samples.get(5));
        assertThat(fitted.covers(2500)).isTrue();
        assertThat(fitted.covers(3500)).isFalse();
    }

    @Test
    void aParabolaIsTakenOnlyWhereItHelps() {
        long lines = LongStream.range(0, 40)
                .filter(seed -> CalibrationFit.best(samples(12, 0.004, seed))
                                .coefficients()
                                .size()
                        == 2)
                .count();
        assertThat(lines).isGreaterThanOrEqualTo(36);
        List<CalibrationPoint> bent = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            double counts = 100 + 50 * i;
            bent.add(new CalibrationPoint(counts, WaterContent.ofFraction(0.05 + 1.2e-6 * counts * counts)));
        }
        SoilCalibration curve = CalibrationFit.best(bent);
        assertThat(curve.coefficients()).hasSize(3);
        assertThat(curve.leaveOneOutError()).isLessThan(1e-6);
        assertThat(curve.waterContent(300).fraction()).isCloseTo(0.158, within(1e-6));
    }

    @Test
    void theErrorOfNewReadingsIsNotFlattered() {
        SoilCalibration fitted = CalibrationFit.fit(samples(8, 0.02, 11), CalibrationFit.Curve.QUADRATIC);
        assertThat(fitted.leaveOneOutError()).isGreaterThan(fitted.rootMeanSquareError());
    }

    @Test
    void tooFewOrTooLikeSamplesAreRefusedWithTheRemedy() {
        assertThatThrownBy(() -> CalibrationFit.fit(samples(3, 0, 1), CalibrationFit.Curve.LINEAR))
                .hasMessageContaining("at least 4 samples and there are 3");
        List<CalibrationPoint> narrow = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            narrow.add(new CalibrationPoint(2400 + i, WaterContent.ofFraction(0.20 + 0.005 * i)));
        }
        assertThatThrownBy(() -> CalibrationFit.fit(narrow, CalibrationFit.Curve.LINEAR))
                .hasMessageContaining("span only 0.035");
        List<CalibrationPoint> dead = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            dead.add(new CalibrationPoint(17, WaterContent.ofFraction(0.1 + 0.03 * i)));
        }
        assertThatThrownBy(() -> CalibrationFit.fit(dead, CalibrationFit.Curve.LINEAR))
                .hasMessageContaining("connected");
        List<CalibrationPoint> turning = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            turning.add(new CalibrationPoint(i, WaterContent.ofFraction(0.1 + 0.02 * (i - 3) * (i - 3) / 2)));
        }
        assertThatThrownBy(() -> CalibrationFit.fit(turning, CalibrationFit.Curve.QUADRATIC))
                .hasMessageContaining("turns around");
    }

    private static List<CalibrationPoint> samples(int count, double noise, long seed) {
        Random random = new Random(seed);
        List<CalibrationPoint> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double counts = 2000 + 900.0 * i / (count - 1);
            samples.add(new CalibrationPoint(
                    counts, WaterContent.ofFraction(SLOPE * counts + CONSTANT + noise * random.nextGaussian())));
        }
        return samples;
    }
}
