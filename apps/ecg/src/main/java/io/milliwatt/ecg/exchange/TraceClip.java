package io.milliwatt.ecg.exchange;

import io.milliwatt.ecg.signal.Segment;
import io.milliwatt.ecg.signal.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts traces to the time they are asked for, since signal is stored in whole blocks, and joins the parts of one channel. */
public final class TraceClip {

    private static final double NANOS_PER_SECOND = 1e9;

    private TraceClip() {}

    /** The samples from {@code from} (inclusive) to {@code to} (exclusive); segments without any are left out. */
    public static Trace within(Trace trace, Instant from, Instant to) {
        List<Segment> kept = new ArrayList<>();
        for (Segment segment : trace.segments()) {
            int length = segment.counts().length;
            int begin = place(segment, from, trace.sampleRateHz(), length);
            int end = place(segment, to, trace.sampleRateHz(), length);
            if (begin < end) {
                long nanos = Math.round(begin / trace.sampleRateHz() * NANOS_PER_SECOND);
                kept.add(new Segment(
                        segment.startsAt().plusNanos(nanos),
                        segment.boot(),
                        segment.firstSample() + begin,
                        segment.qualityFlags(),
                        segment.late(),
                        Arrays.copyOfRange(segment.counts(), begin, end)));
            }
        }
        return with(trace, kept);
    }

    /** One trace for each channel, its segments in the order given; channels without samples are left out. */
    public static List<Trace> joined(List<Trace> parts) {
        Map<Trace, List<Segment>> channels = new LinkedHashMap<>();
        for (Trace part : parts) {
            channels.computeIfAbsent(with(part, List.of()), channel -> new ArrayList<>())
                    .addAll(part.segments());
        }
        return channels.entrySet().stream()
                .filter(channel -> !channel.getValue().isEmpty())
                .map(channel -> with(channel.getKey(), channel.getValue()))
                .toList();
    }

    /** First sample at or after a time. */
    private static int place(Segment segment, Instant time, double sampleRateHz, int length) {
        double samples = Duration.between(segment.startsAt(), time).toNanos() / NANOS_PER_SECOND * sampleRateHz;
        // A thousandth of a sample is no time: block times are whole milliseconds.
        return (int) Math.clamp((long) Math.ceil(samples - 1e-3), 0, length);
    }

    private static Trace with(Trace trace, List<Segment> segments) {
        return new Trace(
                trace.node(), trace.channel(), trace.unit(), trace.sampleRateHz(), trace.unitsPerCount(), segments);
    }
}
