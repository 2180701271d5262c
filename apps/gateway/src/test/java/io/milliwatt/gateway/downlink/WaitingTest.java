package io.milliwatt.gateway.downlink;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.telemetry.Command;
import io.milliwatt.telemetry.FrameBody;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private final Waiting waiting = new Waiting();

    @Test
    void whatWaitsIsTakenOnceAndInOrder() {
        waiting.add(1, capture(1));
        waiting.add(1, capture(2));
        waiting.add(2, capture(3));
        assertThat(waiting.takeAll(1)).containsExactly(capture(1), capture(2));
        assertThat(waiting.takeAll(1)).isEmpty();
    }

    @Test
    void theSameBodyWaitsOnce() {
        waiting.add(1, capture(1));
        waiting.add(1, capture(1));
        assertThat(waiting.takeAll(1)).hasSize(1);
    }

    @Test
    void beyondTheLimitTheOldestIsGivenUp() {
        for (int i = 0; i <= Waiting.MAX_PER_NODE; i++) {
            waiting.add(1, capture(i));
        }
        assertThat(waiting.takeAll(1))
                .hasSize(Waiting.MAX_PER_NODE)
                .startsWith(capture(1))
                .endsWith(capture(Waiting.MAX_PER_NODE));
    }

    private static FrameBody capture(long id) {
        return new Command(Command.CAPTURE_WAVEFORM, id);
    }
}
