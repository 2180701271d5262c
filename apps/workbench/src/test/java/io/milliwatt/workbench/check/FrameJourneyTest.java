package io.milliwatt.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FrameJourneyTest {
    private static final Instant BUILT = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void theLegsAddUpToTheTotal() {
        FrameJourney journey = new FrameJourney(BUILT, after(10), after(15), after(40), after(43));

        assertThat(journey.millis(Leg.NODE_TO_GATEWAY)).isEqualTo(10);
        assertThat(journey.millis(Leg.GATEWAY_TO_KAFKA)).isEqualTo(5);
        assertThat(journey.millis(Leg.KAFKA_TO_DATABASE)).isEqualTo(25);
        assertThat(journey.millis(Leg.DATABASE_TO_CONSOLE)).isEqualTo(3);
        assertThat(journey.millis(Leg.TOTAL)).isEqualTo(43);
    }

    @Test
    void anAppThatReadsKafkaBeforeTheProbeDoesTakesNoNegativeTime() {
        FrameJourney journey = new FrameJourney(BUILT, after(10), after(60), after(40), after(43));

        assertThat(journey.millis(Leg.KAFKA_TO_DATABASE)).isZero();
    }

    private static Instant after(long millis) {
        return BUILT.plusMillis(millis);
    }
}
