package io.milliwatt.nodes.flood;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.telemetry.Beats;
import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.WaveformBlock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeartBodiesTest {
    private static final long START_MILLIS = 1_800_000_000_000L;

    @Test
    void nothingIsDueBeforeItsSecondHasEnded() {
        HeartBodies bodies = new HeartBodies(new HeartLoop(1), START_MILLIS, 0, 0);

        assertThat(bodies.due(Instant.ofEpochMilli(START_MILLIS + 999))).isZero();
        assertThat(bodies.due(Instant.ofEpochMilli(START_MILLIS + 1000))).isPositive();
    }

    @Test
    void everySecondIsTheresOnceAndJoinsTheNext() {
        List<WaveformBlock> blocks = of(WaveformBlock.class, minute(0, 0)).toList();

        assertThat(blocks).hasSize(60);
        for (int i = 0; i < blocks.size(); i++) {
            assertThat(blocks.get(i).isStreaming()).isTrue();
            assertThat(blocks.get(i).blockIndex()).isEqualTo(i);
            assertThat(blocks.get(i).startTime()).isEqualTo(Instant.ofEpochMilli(START_MILLIS + 1000L * i));
        }
    }

    @Test
    void beatsFollowOneAnotherInTime() {
        List<Instant> times = of(Beats.class, minute(0, 0))
                .flatMap(beats -> beats.times().stream())
                .toList();

        assertThat(times).hasSizeBetween(50, 80).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aCoupletEndsAfterItBegan() {
        assertThat(of(Event.class, minute(30, 0)).map(Event::onset)).containsExactly(true, false, true, false);
        assertThat(of(Event.class, minute(0, 0))).isEmpty();
    }

    @Test
    void coupletsBeginInTheSecondGivenAndNotBefore() {
        List<FrameBody> minute = minute(30, 20);
        long blocksBefore = minute.stream()
                .takeWhile(body -> !(body instanceof Event))
                .filter(WaveformBlock.class::isInstance)
                .count();

        assertThat(blocksBefore).isEqualTo(21);
        assertThat(of(Event.class, minute).map(Event::onset)).containsExactly(true, false, true, false);
    }

    private static List<FrameBody> minute(int coupletEverySeconds, long firstCoupletSecond) {
        HeartBodies bodies = new HeartBodies(new HeartLoop(1), START_MILLIS, coupletEverySeconds, firstCoupletSecond);
        Instant end = Instant.ofEpochMilli(START_MILLIS + 60_000);
        List<FrameBody> all = new ArrayList<>();
        for (int due = bodies.due(end); due > 0; due--) {
            all.add(bodies.next(end));
        }
        return all;
    }

    private static <T> Stream<T> of(Class<T> type, List<FrameBody> bodies) {
        return bodies.stream().filter(type::isInstance).map(type::cast);
    }
}
