package io.milliwatt.ecg.adapter.view;

import io.milliwatt.ecg.signal.Segment;
import io.milliwatt.ecg.signal.Strip;
import io.milliwatt.ecg.signal.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A strip of signal; {@code t} in milliseconds since 1970. */
public record StripView(
        String patientId,
        Instant from,
        Instant to,
        Optional<EventView> event,
        boolean truncated,
        List<TraceView> traces,
        List<BeatView> beats,
        List<MarkView> marks) {

    /** One lead of one node. */
    public record TraceView(
            long nodeId,
            int channel,
            String unit,
            double sampleRateHz,
            double unitsPerCount,
            List<SegmentView> segments) {
        static TraceView of(Trace trace) {
            return new TraceView(
                    trace.node(),
                    trace.channel(),
                    trace.unit(),
                    trace.sampleRateHz(),
                    trace.unitsPerCount(),
                    trace.segments().stream().map(SegmentView::of).toList());
        }
    }

    /** Samples without a gap. */
    public record SegmentView(long t, long bootId, long firstSample, short[] counts, long qualityFlags, boolean late) {
        static SegmentView of(Segment segment) {
            return new SegmentView(
                    segment.startsAt().toEpochMilli(),
                    segment.boot(),
                    segment.firstSample(),
                    segment.counts(),
                    segment.qualityFlags(),
                    segment.late());
        }
    }

    /** Where an episode begins or ends. */
    public record MarkView(long t, long nodeId, String label, boolean onset) {}

    static StripView of(
            Strip strip, Optional<EventView> event, boolean truncated, List<BeatView> beats, List<MarkView> marks) {
        return new StripView(
                strip.patient(),
                strip.from(),
                strip.to(),
                event,
                truncated,
                strip.traces().stream().map(TraceView::of).toList(),
                beats,
                marks);
    }
}
