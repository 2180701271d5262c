package io.milliwatt.dsp.fixedpoint.soil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SoilFeaturesTest {

    private final SiteHistory site = new SiteHistory(4_000);
    private final DepthHistory depth = new DepthHistory();

    private short[] features(FutureRain future) {
        return SoilFeatures.of(200, depth, Water.MISSING, Optional.empty(), Optional.of(depth), site, future);
    }

    private static int at(short[] features, SoilFeature feature) {
        return features[feature.ordinal()];
    }

    private void day(int dayOfYear, int rain, int water) {
        site.accept(new SiteDay(dayOfYear, rain, (short) 2_000, (short) 1_200), Water.MISSING);
        depth.accept((short) water, site);
    }

    /** 2 % above the driest and the margin of 2 % lose a tenth of themselves in a day. */
    @Test
    void aSoilThatDriesEvenlyShowsItsRate() {
        double above = 2_000;
        for (int day = 1; day <= 60; day++) {
            day(day, 0, (int) Math.round(above));
            above -= (above - 500) * 0.1;
        }
        short[] features = features(FutureRain.UNKNOWN);
        assertThat(at(features, SoilFeature.DAYS_SINCE_RAIN)).isEqualTo(30);
        assertThat(at(features, SoilFeature.BELOW_WETTEST)).isCloseTo(1_500, within(5));
        assertThat(at(features, SoilFeature.ABOVE_DRIEST)).isZero();
        assertThat(at(features, SoilFeature.DEPTH_LOGARITHM)).isEqualTo(7_827);
        assertThat(at(features, SoilFeature.ABOVE_KNOWN)).isZero();
        assertThat(at(features, SoilFeature.BELOW_KNOWN)).isEqualTo(100);
    }

    @Test
    void gapsFallBackToShorterChanges() {
        for (int day = 1; day <= 20; day++) {
            day(day, 0, day == 13 || day == 17 ? Water.MISSING : 2_000 + day * 10);
        }
        short[] features = features(FutureRain.UNKNOWN);
        assertThat(at(features, SoilFeature.CHANGE_OF_1_DAY)).isEqualTo(10);
        assertThat(at(features, SoilFeature.CHANGE_OF_3_DAYS)).isEqualTo(10);
        assertThat(at(features, SoilFeature.CHANGE_OF_7_DAYS)).isEqualTo(10);
    }

    @Test
    void rainToComeIsZeroWhereUnknownAndItsFlagTellsDryFromUnknown() {
        for (int day = 1; day <= 20; day++) {
            day(day, 0, 2_000);
        }
        short[] unknown = features(FutureRain.UNKNOWN);
        short[] dry = features(FutureRain.DRY);
        short[] wet = features(new FutureRain(new int[] {100, 0, 0, 0, 0, 0, 250}));
        assertThat(at(unknown, SoilFeature.RAIN_KNOWN)).isZero();
        assertThat(at(dry, SoilFeature.RAIN_KNOWN)).isEqualTo(100);
        assertThat(Arrays.mismatch(unknown, dry)).isEqualTo(SoilFeature.FIRST_OF_FUTURE);
        assertThat(at(wet, SoilFeature.RAIN_IN_1_DAY)).isEqualTo(316);
        assertThat(at(wet, SoilFeature.RAIN_OF_NEXT_3_DAYS)).isEqualTo(316);
        assertThat(at(wet, SoilFeature.RAIN_LEFT_AFTER_3_DAYS)).isEqualTo(252);
        assertThat(at(wet, SoilFeature.RAIN_OF_WETTEST_DAY)).isEqualTo(500);
        assertThat(SoilFeatures.withFuture(wet, FutureRain.DRY)).isEqualTo(dry);
    }

    @Test
    void eightDaysMustComeBeforeAForecast() {
        for (int day = 1; day <= 8; day++) {
            day(day, 0, 2_000);
            assertThat(depth.ready()).isFalse();
        }
        day(9, 0, 2_000);
        assertThat(depth.ready()).isTrue();
        day(10, 0, Water.MISSING);
        assertThat(depth.ready()).isFalse();
    }

    /** FAO-56 example 20: Hargreaves at 45.72° N, 8 to 26.6 °C in July, Ra 40.6 MJ/m², gives 5.0 mm. */
    @Test
    void evapotranspirationIsHargreaves() {
        SiteHistory lyon = new SiteHistory(4_572);
        lyon.accept(new SiteDay(196, 0, (short) 2_070, (short) 1_180), Water.MISSING);
        assertThat(lyon.evapotranspiration()).isCloseTo(500, within(5));
    }
}
