package io.milliwatt.dsp.soil.crop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CropTest {

    /** FAO-56 box 13 and example 28: beans, Kc 0.15, 1.19, 0.35 with stages 25, 25, 30 and 20 days. */
    private static final StageLengths BEAN_STAGES = new StageLengths(25, 25, 30, 20);

    private static final CoefficientCurve BEANS = new CoefficientCurve(0.15, 1.19, 0.35);

    @Test
    void theCurveFollowsItsStages() {
        assertThat(BEANS.at(0, BEAN_STAGES)).isEqualTo(0.15);
        assertThat(BEANS.at(25, BEAN_STAGES)).isEqualTo(0.15);
        // Equation 66 on day 40: 0.15 + 15/25 * (1.19 - 0.15) = 0.77, as example 28 prints.
        assertThat(BEANS.at(40, BEAN_STAGES)).isCloseTo(0.77, within(0.005));
        assertThat(BEANS.at(70, BEAN_STAGES)).isEqualTo(1.19);
        // Day 95: 1.19 + 15/20 * (0.35 - 1.19) = 0.56.
        assertThat(BEANS.at(95, BEAN_STAGES)).isCloseTo(0.56, within(0.005));
        assertThat(BEANS.at(100, BEAN_STAGES)).isCloseTo(0.35, within(1e-12));
        assertThat(BEANS.at(130, BEAN_STAGES)).isEqualTo(0.35);
    }

    /** FAO-56 example 27: maize of 2 m has Kc mid 1.20 + 0.10 in Mocha (4.6 m/s, 44 %) and 1.20 - 0.13 in Taipei (1.3 m/s, 75 %). */
    @Test
    void windyDryAirRaisesTheCoefficientAndCalmHumidAirLowersIt() {
        assertThat(new CropClimate(4.6, 44).correction(2)).isCloseTo(0.096, within(0.001));
        assertThat(new CropClimate(1.3, 75).correction(2)).isCloseTo(-0.131, within(0.001));
        assertThat(new CropClimate(2, 45).correction(2)).isZero();
    }

    @Test
    void endCoefficientsUnder045StayAsTabled() {
        Crop crop = crop(0.3);
        CropClimate windy = new CropClimate(4, 30);
        Crop adapted = CropClimate.adapt(crop, windy, windy);
        assertThat(adapted.basal().middle()).isGreaterThan(crop.basal().middle());
        assertThat(adapted.basal().end()).isEqualTo(0.3);
        assertThat(CropClimate.adapt(crop(0.5), windy, windy).basal().end()).isGreaterThan(0.5);
    }

    @Test
    void theFractionFollowsTheDemandWithinItsLimits() {
        assertThat(DepletionFraction.at(0.55, 7)).isCloseTo(0.47, within(1e-12));
        assertThat(DepletionFraction.at(0.4, 3)).isCloseTo(0.48, within(1e-12));
        assertThat(DepletionFraction.at(0.2, 20)).isEqualTo(0.1);
        assertThat(DepletionFraction.at(0.75, 0)).isEqualTo(0.8);
    }

    @Test
    void stagesAreNamedByDay() {
        assertThat(List.of(0, 25, 26, 50, 51, 80, 81, 100, 101))
                .extracting(BEAN_STAGES::at)
                .containsExactly(
                        Stage.INITIAL,
                        Stage.INITIAL,
                        Stage.DEVELOPMENT,
                        Stage.DEVELOPMENT,
                        Stage.MID_SEASON,
                        Stage.MID_SEASON,
                        Stage.LATE_SEASON,
                        Stage.LATE_SEASON,
                        Stage.AFTER_SEASON);
    }

    @Test
    void aFractionInPerCentIsRefused() {
        assertThatThrownBy(() -> new Crop(BEANS, BEANS, BEAN_STAGES, 0.05, 0.4, 0.3, 0.9, 45))
                .hasMessageContaining("50 % is 0.5");
    }

    private static Crop crop(double end) {
        return new Crop(
                new CoefficientCurve(0.3, 1.15, end),
                new CoefficientCurve(0.15, 1.1, end),
                BEAN_STAGES,
                0.05,
                1.5,
                0.3,
                0.9,
                0.45);
    }
}
