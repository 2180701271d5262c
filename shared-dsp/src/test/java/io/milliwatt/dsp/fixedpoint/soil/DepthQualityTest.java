package io.milliwatt.dsp.fixedpoint.soil;

import static io.milliwatt.dsp.fixedpoint.soil.SoilFlag.BATTERY_BIAS;
import static io.milliwatt.dsp.fixedpoint.soil.SoilFlag.BREAK;
import static io.milliwatt.dsp.fixedpoint.soil.SoilFlag.FROZEN;
import static io.milliwatt.dsp.fixedpoint.soil.SoilFlag.GAP;
import static io.milliwatt.dsp.fixedpoint.soil.SoilFlag.LOW_PLATEAU;
import static io.milliwatt.dsp.fixedpoint.soil.SoilFlag.RANGE;
import static io.milliwatt.dsp.fixedpoint.soil.SoilFlag.RISE_WITHOUT_RAIN;
import static io.milliwatt.dsp.fixedpoint.soil.SoilFlag.SATURATED;
import static io.milliwatt.dsp.fixedpoint.soil.SoilFlag.SPIKE;
import static io.milliwatt.dsp.fixedpoint.soil.SoilFlag.STUCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.fixedpoint.soil.DepthQuality.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readings every quarter of an hour; a healthy soil that dries by 0.01 % an hour. */
class DepthQualityTest {

    private static final short WARM = 1_500;

    private final DepthQuality quality = new DepthQuality(SoilQualityRule.defaults(), 200, 5_500);
    private final DepthHistory history = new DepthHistory();
    private int reading;

    @BeforeEach
    void aDayPasses() {
        for (int i = 0; i < 100; i++) {
            assertThat(quarter(2_500 - i / 4, 0, WARM)).isZero();
        }
    }

    private int quarter(int water, int rainOfDay, int soil) {
        return quality.accept(
                (short) water,
                new Surroundings(++reading % 4 == 0 ? 1 : 0, false, rainOfDay, 0, (short) soil, false, 500),
                history);
    }

    @Test
    void whatIsNoSoilIsOutOfRange() {
        assertThat(quarter(-1, 0, WARM)).isEqualTo(RANGE.bit());
        assertThat(quarter(6_001, 0, WARM)).isEqualTo(RANGE.bit());
        assertThat(quarter(2_475, 0, WARM)).isZero();
        assertThat(quarter(Water.MISSING, 0, WARM)).isEqualTo(GAP.bit());
    }

    @Test
    void frozenSoilIsToldAndMissingTemperatureIsNot() {
        assertThat(quarter(2_475, 0, 0)).isEqualTo(FROZEN.bit());
        assertThat(quarter(2_475, 0, Water.MISSING)).isZero();
    }

    @Test
    void aSpikeIsToldAtOnceAndForgottenWhenItGoes() {
        assertThat(quarter(3_500, 0, WARM)).isEqualTo(SPIKE.bit());
        assertThat(quarter(2_475, 0, WARM)).isZero();
        assertThat(quarter(1_500, 0, WARM)).isEqualTo(SPIKE.bit());
        assertThat(quarter(2_475, 0, WARM)).isZero();
    }

    @Test
    void rainExplainsARiseAndThawToo() {
        assertThat(quarter(3_500, 10, WARM)).isZero();
        assertThat(quarter(4_500, 0, 50)).isZero();
    }

    @Test
    void aStepThatStaysIsABreakForADayAndThenTheNewLevel() {
        assertThat(quarter(2_000, 0, WARM)).isEqualTo(SPIKE.bit());
        assertThat(quarter(2_000, 0, WARM)).isEqualTo(SPIKE.bit());
        for (int i = 0; i < 90; i++) {
            assertThat(quarter(2_000, 0, WARM)).isEqualTo(BREAK.bit());
        }
        for (int i = 0; i < 6; i++) {
            quarter(2_000, 0, WARM);
        }
        assertThat(quarter(2_000, 0, WARM)).isZero();
    }

    @Test
    void aSlowRiseWithoutRainIsTold() {
        int water = 2_475;
        int flags = 0;
        for (int i = 0; i < 100; i++) {
            water += 4;
            flags |= quarter(water, 0, WARM);
        }
        assertThat(flags).isEqualTo(RISE_WITHOUT_RAIN.bit());
    }

    @Test
    void aFlatLevelBelowEverythingAfterAFallIsAPlateau() {
        SiteHistory site = new SiteHistory(4_000);
        site.accept(new SiteDay(100, 0, Water.MISSING, Water.MISSING), Water.MISSING);
        history.accept((short) 2_400, site);
        int flags = 0;
        for (int i = 0; i < 300; i++) {
            flags = quarter(300, 0, WARM);
        }
        assertThat(flags).isEqualTo(LOW_PLATEAU.bit());
        assertThat(quarter(2_400, 0, WARM) & LOW_PLATEAU.bit()).isZero();
    }

    @Test
    void aValueThatStaysForAWeekWhileAnotherDepthMovesIsStuck() {
        int flags = 0;
        for (int i = 0; i < 168 * 4 - 12; i++) {
            flags |= quarter(2_475, 0, WARM);
        }
        assertThat(flags).isZero();
        for (int i = 0; i < 16; i++) {
            flags |= quarter(2_475, 0, WARM);
        }
        assertThat(flags).isEqualTo(STUCK.bit());
        assertThat(quarter(2_470, 0, WARM)).isZero();
    }

    @Test
    void theUpperEndAndALowBatteryAreTold() {
        Surroundings low = new Surroundings(0, false, 100, 0, WARM, true, 0);
        assertThat(quality.accept((short) 5_600, low, history)).isEqualTo(SATURATED.bit() | BATTERY_BIAS.bit());
    }

    @Test
    void afterADayOfSilenceNothingIsASpike() {
        Surroundings late = new Surroundings(30, true, 0, 0, WARM, false, 0);
        assertThat(quality.accept((short) 1_000, late, history)).isEqualTo(GAP.bit());
    }
}
