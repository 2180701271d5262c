package io.milliwatt.ecg.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.ecg.signal.Segment;
import io.milliwatt.ecg.signal.Trace;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceClipTest {

    private static final Instant START = Instant.parse("2026-11-28T22:31:07Z");

    @Test
    void onlySamplesWithinTheTimesAreKept() {
        Trace clipped = TraceClip.within(trace(17, START), START.plusMillis(30), START.plusMillis(70));
        assertThat(clipped.segments()).hasSize(1);
        Segment segment = clipped.segments().getFirst();
        assertThat(segment.counts()).containsExactly(3, 4, 5, 6);
        assertThat(segment.startsAt()).isEqualTo(START.plusMillis(30));
        assertThat(segment.firstSample()).isEqualTo(503);
    }

    @Test
    void aTimeBetweenTwoSamplesTakesTheLaterOne() {
        Trace clipped = TraceClip.within(trace(17, START), START.plusMillis(31), START.plusMillis(1000));
        assertThat(clipped.segments().getFirst().counts()).containsExactly(4, 5, 6, 7, 8, 9);
    }

    @Test
    void aSegmentOutsideIsLeftOut() {
        assertThat(TraceClip.within(trace(17, START), START.plusSeconds(1), START.plusSeconds(2))
                        .segments())
                .isEmpty();
        assertThat(TraceClip.within(trace(17, START), START.minusSeconds(1), START)
                        .segments())
                .isEmpty();
    }

    @Test
    void partsOfOneChannelAreJoinedAndEmptyOnesDropped() {
        Trace before = trace(17, START);
        Trace after = trace(17, START.plusSeconds(60));
        Trace empty = TraceClip.within(trace(18, START), START.plusSeconds(1), START.plusSeconds(2));
        assertThat(TraceClip.joined(List.of(before, empty, after)))
                .singleElement()
                .satisfies(joined -> assertThat(joined.segments())
                        .extracting(Segment::startsAt)
                        .containsExactly(START, START.plusSeconds(60)));
    }

    private static Trace trace(long node, Instant startsAt) {
        short[] counts = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        return new Trace(node, 0, "mV", 100, 0.005, List.of(new Segment(startsAt, 1, 500, 0, false, counts)));
    }
}
