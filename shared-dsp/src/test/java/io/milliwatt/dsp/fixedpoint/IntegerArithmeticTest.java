package io.milliwatt.dsp.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntegerArithmeticTest {

    /** recipe.md's stated error of log₂ in Q10: half a unit of rounding and the table's chord. */
    private static final double LOGARITHM_TOLERANCE = 0.0006;

    /** 513 entries with linear interpolation: half a unit of the table, half of rounding down, the chord's 0.04. */
    private static final double SINE_TOLERANCE = 1.6;

    @Test
    void logarithmsAreWithinTheStatedError() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            long value = random.nextLong(1, Long.MAX_VALUE) >> random.nextInt(62);
            if (value > 0) {
                assertThat(BinaryLogarithm.q10(value) / 1024.0)
                        .isCloseTo(Math.log((double) value) / Math.log(2), within(LOGARITHM_TOLERANCE));
            }
        }
    }

    @Test
    void logarithmsNeverFall() {
        for (long value = 1; value < 100_000; value++) {
            assertThat(BinaryLogarithm.q10(value)).isGreaterThanOrEqualTo(BinaryLogarithm.q10(value - 1));
        }
    }

    @Test
    void rootsAreTheFloor() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 50_000; i++) {
            long value = random.nextLong(Long.MAX_VALUE) >> random.nextInt(63);
            assertThat(IntegerSquareRoot.of(value))
                    .isEqualTo(BigInteger.valueOf(value).sqrt().longValueExact());
        }
    }

    @Test
    void sinesAreWithinTheirTolerance() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 100_000; i++) {
            int phase = random.nextInt();
            double turn = 2 * Math.PI * phase / 4_294_967_296.0;
            assertThat((double) QuarterWave.sineQ15(phase)).isCloseTo(32_767 * Math.sin(turn), within(SINE_TOLERANCE));
            assertThat((double) QuarterWave.cosineQ15(phase))
                    .isCloseTo(32_767 * Math.cos(turn), within(SINE_TOLERANCE));
        }
    }

    @Test
    void mediansHaveTheirRank() {
        SplittableRandom random = new SplittableRandom(4);
        for (int count = 1; count < 70; count++) {
            int[] values = random.ints(count, 0, 65_536).toArray();
            int[] sorted = values.clone();
            Arrays.sort(sorted);
            assertThat(LowerMedian.ofUnsigned16(values, 0, count - 1)).isEqualTo(sorted[(count + 1) / 2 - 1]);
        }
    }

    @Test
    void roundingGoesUpAtTheHalfAndSaturationStopsAtTheType() {
        assertThat(Saturation.roundingShift(1, 1)).isEqualTo(1);
        assertThat(Saturation.roundingShift(-1, 1)).isZero();
        assertThat(Saturation.roundingShift(-3, 1)).isEqualTo(-1);
        assertThat(Saturation.roundingShift(-3, 0)).isEqualTo(-3);
        assertThat(Saturation.toInt16(40_000)).isEqualTo(Short.MAX_VALUE);
        assertThat(Saturation.toInt32(Long.MIN_VALUE)).isEqualTo(Integer.MIN_VALUE);
        assertThat(Saturation.toInt24(Integer.MIN_VALUE)).isEqualTo(-8_388_607);
        assertThat(Saturation.scaleByPowerOfTwo(-3, -1)).isEqualTo(-2);
        assertThat(Saturation.scaleByPowerOfTwo(-3, 2)).isEqualTo(-12);
    }
}
