package io.milliwatt.runtime.soil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.dsp.fixedpoint.soil.FutureRain;
import io.milliwatt.dsp.fixedpoint.soil.SoilFlag;
import io.milliwatt.dsp.fixedpoint.soil.Water;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Two depths at 45° N, readings every quarter of an hour, days that end by the clock of UTC − 6 h. */
class SoilChainTest {

    private static final int OFFSET_MINUTES = -360;
    private static final long BEGIN = LocalDate.of(2026, 5, 1).toEpochDay() * 86_400 - OFFSET_MINUTES * 60L;
    private static final SoilSettings SETTINGS = new SoilSettings(
            List.of(SoilDepth.withLines(200, 2_000, 3_000), SoilDepth.withLines(400, 2_000, 3_000)),
            4_500,
            OFFSET_MINUTES,
            600);

    private final SoilChain chain = new SoilChain(SoilBundles.losing(50), SETTINGS);
    private long seconds = BEGIN;
    private SoilStatus status;

    private void reading(int upper, int lower, int rain) {
        status = chain.accept(new ProbeReading(
                        seconds,
                        new short[] {(short) upper, (short) lower},
                        new short[] {1_500, 1_400},
                        rain,
                        (short) 1_800,
                        3_000))
                .orElseThrow();
        seconds += 900;
    }

    private void days(int count, int upper, int lower) {
        for (int i = 0; i < count * 96; i++) {
            // A healthy sensor is never quite still.
            reading(upper + i % 7, lower + i % 5, 0);
        }
    }

    @Test
    void forecastsBeginWhenNineDaysAreKnown() {
        days(9, 2_400, 2_500);
        assertThat(chain.forecast(0)).isEmpty();
        assertThat(status.daysToRefillTenths()).isEmpty();
        days(1, 2_400, 2_500);
        DepthForecast forecast = chain.forecast(0).orElseThrow();
        assertThat(forecast.water()).isEqualTo(2_402);
        assertThat(forecast.changes()).containsExactly(-50, -150, -350);
        assertThat(forecast.changesIfDry()).containsExactly(-50, -150, -350);
        assertThat(forecast.spreads()).containsExactly(10, 20, 30);
    }

    /** 300 mm at 24.02 % and 300 mm at 25.02 % lose half a per cent a day: 20 % is reached after nine days. */
    @Test
    void daysToRefillAreOfTheRootZone() {
        days(10, 2_400, 2_500);
        assertThat(status.daysToRefillTenths()).isEqualTo(OptionalInt.of(90));
        assertThat(status.needTenths()).isZero();
        days(3, 2_050, 2_030);
        // 41 above the line in the mean and a day ahead: 8 tenths; up to 30 %: (948 + 969) × 300 / 1000.
        assertThat(status.daysToRefillTenths()).isEqualTo(OptionalInt.of(8));
        assertThat(status.needTenths()).isEqualTo(575);
    }

    @Test
    void rainToComeChangesTheForecastAndNotTheDryOne() {
        days(10, 2_400, 2_500);
        chain.expectRain(new FutureRain(new int[] {100, 0, 0, 0, 0, 0, 0}), chain.day());
        assertThat(chain.forecast(1).orElseThrow().changes()).containsExactly(266, 166, -34);
        assertThat(chain.forecast(1).orElseThrow().spreads()).containsExactly(5, 10, 15);
        assertThat(chain.forecast(1).orElseThrow().changesIfDry()).containsExactly(-50, -150, -350);
        days(1, 2_400, 2_500);
        reading(2_400, 2_500, 0);
        assertThat(chain.forecast(1).orElseThrow().changes()).containsExactly(-50, -150, -350);
        days(3, 2_400, 2_500);
        assertThat(chain.forecast(1).orElseThrow().spreads()).containsExactly(10, 20, 30);
    }

    @Test
    void flaggedReadingsStayOutOfTheDay() {
        days(10, 2_400, 2_500);
        for (int i = 0; i < 96; i++) {
            reading(i % 8 == 5 ? -30 : 2_400 + i % 7, 2_500 + i % 5, 0);
        }
        reading(2_400, 2_500, 0);
        assertThat(status.dayEnded()).isTrue();
        assertThat(chain.forecast(0).orElseThrow().water()).isEqualTo(2_402);
        for (int i = 0; i < 95; i++) {
            reading(-30, 2_500 + i % 5, 0);
        }
        assertThat(status.flags()).containsExactly(SoilFlag.RANGE.bit(), 0);
        reading(2_400, 2_500, 0);
        assertThat(chain.forecast(0)).isEmpty();
        assertThat(chain.forecast(1)).isPresent();
    }

    @Test
    void nothingIsSaidWhileNothingHappens() {
        days(10, 2_400, 2_500);
        int told = 0;
        for (int i = 0; i < 96; i++) {
            reading(2_400 + i % 7, 2_500 + i % 5, 0);
            told += status.report() ? 1 : 0;
        }
        assertThat(told).isEqualTo(1);
        reading(2_550, 2_500, 30);
        assertThat(status.report()).isTrue();
        reading(2_560, 2_500, 0);
        assertThat(status.report()).isFalse();
    }

    @Test
    void oldReadingsAndOtherDepthsChangeNothing() {
        days(1, 2_400, 2_500);
        seconds -= 900;
        ProbeReading again = new ProbeReading(seconds, new short[] {1, 1}, new short[] {1, 1}, 0, Water.MISSING, 0);
        assertThat(chain.accept(again)).isEmpty();
        ProbeReading other = new ProbeReading(seconds + 900, new short[] {1}, new short[] {1}, 0, Water.MISSING, 0);
        assertThat(chain.accept(other)).isEmpty();
    }

    @Test
    void aLongSilenceLeavesDaysUnknown() {
        days(12, 2_400, 2_500);
        seconds += 20 * 86_400L;
        reading(2_300, 2_400, 0);
        assertThat(status.flags()).containsExactly(SoilFlag.GAP.bit(), SoilFlag.GAP.bit());
        assertThat(chain.forecast(0)).isEmpty();
        assertThat(status.daysToRefillTenths()).isEmpty();
    }

    @Test
    void wrongSettingsAreRefusedInSentences() {
        assertThatThrownBy(() -> SoilDepth.withLines(200, 3_000, 2_000)).hasMessageContaining("swap them");
        assertThatThrownBy(() -> new SoilSettings(List.of(SoilDepth.of(300), SoilDepth.of(200)), 0, 0, 500))
                .hasMessageContaining("Depths go downwards");
        assertThatThrownBy(() -> new ProbeReading(0, new short[2], new short[1], 0, (short) 0, 0))
                .hasMessageContaining("as many soil temperatures");
    }

    @Test
    void aDriftOfTheDryForecastUpwardsDelaysNothing() {
        assertThat(DaysToRefill.tenths(100, new long[] {110, 90, 70}, 80)).isEqualTo(50);
        assertThat(DaysToRefill.tenths(100, new long[] {100, 100, 100}, 80)).isEqualTo(300);
        assertThat(DaysToRefill.tenths(100, new long[] {99, 97, 93}, 80)).isEqualTo(200);
        assertThat(DaysToRefill.tenths(80, new long[] {70, 60, 50}, 80)).isZero();
    }
}
