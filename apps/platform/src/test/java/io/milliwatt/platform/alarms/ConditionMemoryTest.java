package io.milliwatt.platform.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hysteresis, n-of-m and delays. */
class ConditionMemoryTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Condition ABOVE_TEN = new Condition.Above(10, 2);

    private int second;

    @Test
    void theLimitItselfIsStillNormal() {
        assertThat(fed(Persistence.none(), 10).present()).isFalse();
        assertThat(fed(Persistence.none(), 10.001).present()).isTrue();
    }

    @Test
    void aValueBetweenLimitAndHysteresisKeepsWhateverWas() {
        assertThat(fed(Persistence.none(), 9).present()).isFalse();
        assertThat(fed(Persistence.none(), 11, 9).present()).isTrue();
        assertThat(fed(Persistence.none(), 11, 8).present()).isFalse();
    }

    @Test
    void belowIsTheMirrorImageOfAbove() {
        Condition below = new Condition.Below(10, 2);
        assertThat(feed(below, Persistence.none(), 10).present()).isFalse();
        assertThat(feed(below, Persistence.none(), 9, 11).present()).isTrue();
        assertThat(feed(below, Persistence.none(), 9, 12).present()).isFalse();
    }

    @Test
    void threeOfFiveNeedsThreeWithinTheLastFive() {
        Persistence threeOfFive = Persistence.of(3, 5);
        assertThat(fed(threeOfFive, 11, 11, 0, 0).present()).isFalse();
        assertThat(fed(threeOfFive, 11, 11, 0, 0, 11).present()).isTrue();
        assertThat(fed(threeOfFive, 11, 11, 0, 0, 0, 11).present())
                .as("the first has left the window")
                .isFalse();
    }

    @Test
    void goingNeedsThreeOfFiveAsWellSoThatItDoesNotChatter() {
        Persistence threeOfFive = Persistence.of(3, 5);
        assertThat(fed(threeOfFive, 11, 11, 11, 0, 11, 0).present()).isTrue();
        assertThat(fed(threeOfFive, 11, 11, 11, 0, 11, 0, 0).present()).isFalse();
    }

    @Test
    void aDelayWaitsByTheObservationsClock() {
        Persistence delayed = new Persistence(1, 1, Duration.ofSeconds(3), Duration.ofSeconds(2));
        assertThat(fed(delayed, 11, 11, 11).present()).isFalse();
        assertThat(fed(delayed, 11, 11, 11, 11).present()).isTrue();
        assertThat(fed(delayed, 11, 11, 0, 11, 11, 11).present())
                .as("an interruption starts the delay anew")
                .isFalse();
        assertThat(fed(delayed, 11, 11, 11, 11, 0, 0).present()).isTrue();
        assertThat(fed(delayed, 11, 11, 11, 11, 0, 0, 0).present()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 31, 32, 33, 63, 64})
    void everyWindowUpToSixtyFourCountsExactly(int window) {
        Persistence all = Persistence.of(window, window);
        double[] high = new double[window];
        java.util.Arrays.fill(high, 11);
        assertThat(fed(all, high).present()).isTrue();
        high[window / 2] = 0;
        assertThat(fed(all, high).present()).isFalse();
    }

    @Test
    void randomValuesAgreeWithAPlainCountOverTheLastFive() {
        Random random = new Random(7);
        Persistence persistence = Persistence.of(3, 5);
        ConditionMemory memory = ConditionMemory.BLANK;
        java.util.ArrayDeque<Boolean> sinceChange = new java.util.ArrayDeque<>();
        boolean present = false;
        for (int i = 0; i < 5000; i++) {
            double value = 20 * random.nextDouble();
            boolean abnormal = value > (present ? 8 : 10);
            sinceChange.addLast(abnormal != present);
            if (sinceChange.size() > 5) {
                sinceChange.removeFirst();
            }
            if (sinceChange.stream().filter(contrary -> contrary).count() >= 3) {
                present = !present;
                sinceChange.clear();
            }
            memory = memory.after(new Observation.Measured(START.plusSeconds(i), value), ABOVE_TEN, persistence);
            assertThat(memory.present()).as("observation %d", i).isEqualTo(present);
        }
    }

    @Test
    void aReportForALimitIsRefusedWithBothNamed() {
        assertThatThrownBy(() ->
                        ConditionMemory.BLANK.after(Observation.Report.of(START, true), ABOVE_TEN, Persistence.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not fit");
    }

    @Test
    void impossiblePersistencesAreRefused() {
        assertThatThrownBy(() -> Persistence.of(0, 1)).hasMessageContaining("must be 1…1");
        assertThatThrownBy(() -> Persistence.of(1, 65)).hasMessageContaining("1…64");
        assertThatThrownBy(() -> new Condition.Above(Double.NaN, 0)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Condition.Below(1, -1)).hasMessageContaining("-1.0");
    }

    private ConditionMemory fed(Persistence persistence, double... values) {
        return feed(ABOVE_TEN, persistence, values);
    }

    private ConditionMemory feed(Condition condition, Persistence persistence, double... values) {
        ConditionMemory memory = ConditionMemory.BLANK;
        for (double value : values) {
            second++;
            memory = memory.after(new Observation.Measured(START.plusSeconds(second), value), condition, persistence);
        }
        return memory;
    }
}
