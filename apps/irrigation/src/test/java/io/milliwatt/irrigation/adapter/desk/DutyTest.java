package io.milliwatt.irrigation.adapter.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time passes here only by work and by rests. */
class DutyTest {

    private static final double QUARTER = 0.25;

    private long nanos = 42;
    private boolean goesOn = true;
    private final List<Duration> rests = new ArrayList<>();

    private final Duty duty = new Duty(QUARTER, () -> nanos, length -> {
        rests.add(length);
        nanos += length.toNanos();
        return goesOn;
    });

    @Test
    void aLongRoundWorksForItsShareOfTheTime() {
        Duty.Turn turn = duty.goOn();
        long begun = nanos;
        long worked = 0;
        for (int piece = 0; piece < 10_000; piece++) {
            Duration length = Duration.ofMillis(5 + piece % 20);
            work(length);
            worked += length.toNanos();
            turn.rest();
        }
        assertThat((double) worked / (nanos - begun)).isCloseTo(QUARTER, within(1e-6));
    }

    @Test
    void aPieceThatTakesLongerOnABusyMachineIsFollowedByALongerRest() {
        Duty.Turn turn = duty.goOn();
        work(Duration.ofMillis(14));
        turn.rest();
        work(Duration.ofMillis(55));
        turn.rest();
        assertThat(rests).containsExactly(Duration.ofMillis(42), Duration.ofMillis(165));
    }

    /** The first advice of a farm of dozens of zones is not to wait for what only a fleet needs. */
    @Test
    void aSmallFarmsRoundDoesNotRest() {
        Duty.Turn turn = duty.begin();
        for (int zone = 0; zone < 20; zone++) {
            work(Duty.UNTIRED.dividedBy(20));
            turn.rest();
        }
        assertThat(rests).containsOnly(Duration.ZERO);
        work(Duration.ofMillis(10));
        turn.rest();
        assertThat(rests.getLast()).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void whatWasSpentBeyondTheFirstHalfSecondIsRestedFor() {
        Duty.Turn turn = duty.begin();
        work(Duty.UNTIRED.plusMillis(100));
        turn.rest();
        assertThat(rests).containsExactly(Duration.ofMillis(300));
    }

    @Test
    void aPieceThatWaitedForAMinuteDoesNotHoldTheRoundUpForThree() {
        Duty.Turn turn = duty.goOn();
        work(Duration.ofMinutes(1));
        turn.rest();
        assertThat(rests).containsExactly(Duty.LONGEST_REST);
    }

    @Test
    void aRoundThatIsLateRestsNoMore() {
        Duty.Turn turn = duty.begin(Duration.ofMinutes(30));
        for (int zone = 0; zone < 100_000; zone++) {
            work(Duration.ofMillis(25));
            turn.rest();
        }
        Duration rested = rests.stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(rested.toMillis()).isCloseTo(Duration.ofMinutes(30).toMillis() * 3 / 4, within(2000L));
        assertThat(rests.getLast()).isEqualTo(Duration.ZERO);
    }

    @Test
    void theWholeTimeIsNoRestAtAll() {
        Duty.Turn turn = new Duty(1, () -> nanos, length -> rests.add(length)).goOn();
        work(Duration.ofSeconds(1));
        turn.rest();
        assertThat(rests).containsExactly(Duration.ZERO);
    }

    @Test
    void aRoundEndsWhenTheServerStops() {
        assertThat(duty.begin().rest()).isTrue();
        goesOn = false;
        assertThat(duty.begin().rest()).isFalse();
    }

    @Test
    void aShareThatIsNoneIsRefused() {
        for (double share : new double[] {0, -0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> new Duty(share, () -> nanos, length -> true))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("milliwatt.rounds.share");
        }
    }

    private void work(Duration length) {
        nanos += length.toNanos();
    }
}
