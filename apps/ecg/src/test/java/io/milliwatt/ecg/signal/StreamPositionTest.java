package io.milliwatt.ecg.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps of a node's clock by the numbers of its blocks, and the stretch of a strip. */
class StreamPositionTest {

    private static final Instant START = Instant.parse("2026-11-28T22:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "11, 1000, false", // the next block
        "11, 1499, false", // within the tolerance
        "11, 1501, true", // ahead
        "11, -4000, true", // set back
        "15, 5000, false", // four are missing, the clock kept its pace
        "15, 1000, true", // four are missing, and the clock stood still
        "8, -2000, false", // an older block that came late
        "86410, 86416000, false" // a day later, 185 ppm fast: a crystal, no step
    })
    void aBlockThatIsNotWhereItsNumberSaysWasStampedByAClockThatStepped(long index, long afterMillis, boolean stepped) {
        StreamPosition before = new StreamPosition(3, 10, START, Duration.ofSeconds(1));
        StreamPosition now = new StreamPosition(3, index, START.plusMillis(afterMillis), Duration.ofSeconds(1));
        assertThat(before.stepTo(now).isPresent()).isEqualTo(stepped);
    }

    @Test
    void aRestartIsNoStepAndIsNewerThanAnyBlockBefore() {
        StreamPosition before = new StreamPosition(3, 10_000, START, Duration.ofSeconds(1));
        StreamPosition restarted = new StreamPosition(4, 0, START.plusSeconds(3000), Duration.ofSeconds(1));
        assertThat(before.stepTo(restarted)).isEmpty();
        assertThat(restarted.isAfter(before)).isTrue();
        assertThat(before.isAfter(restarted)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 20, false", "5, 20, false", "30, 40, false", "110, 120, false", "111, 120, true"})
    void aStripBeginsTenSecondsBeforeItsEpisodeAndHasTwentyAtLeast(
            long episodeSeconds, long stripSeconds, boolean truncated) {
        StripWindow window = StripWindow.around(START, START.plusSeconds(episodeSeconds));
        assertThat(window.from()).isEqualTo(START.minusSeconds(10));
        assertThat(Duration.between(window.from(), window.to())).isEqualTo(Duration.ofSeconds(stripSeconds));
        assertThat(window.truncated()).isEqualTo(truncated);
    }
}
