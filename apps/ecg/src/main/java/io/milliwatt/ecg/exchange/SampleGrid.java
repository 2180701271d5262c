package io.milliwatt.ecg.exchange;

import io.milliwatt.ecg.signal.Segment;
import io.milliwatt.ecg.signal.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;

/**
 * A trace on an even grid of samples, for formats that know no gaps: every place holds a sample or is marked as missing.
 *
 * @param startsAt time of the first place
 * @param counts 0 where nothing was received
 * @param received places that hold a sample
 */
public record SampleGrid(Instant startsAt, double sampleRateHz, short[] counts, BitSet received) {

    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * Places from {@code from} (inclusive) to {@code to} (exclusive); samples outside are left out, a later segment wins where two
     * overlap.
     */
    public static SampleGrid of(Trace trace, Instant from, Instant to) {
        int places = Math.toIntExact(Math.round(seconds(from, to) * trace.sampleRateHz()));
        short[] counts = new short[places];
        BitSet received = new BitSet(places);
        for (Segment segment : trace.segments()) {
            long first = Math.round(seconds(from, segment.startsAt()) * trace.sampleRateHz());
            short[] samples = segment.counts();
            int begin = (int) Math.clamp(-first, 0, samples.length);
            int end = (int) Math.clamp(places - first, begin, samples.length);
            if (end > begin) {
                int place = Math.toIntExact(first + begin);
                System.arraycopy(samples, begin, counts, place, end - begin);
                received.set(place, place + end - begin);
            }
        }
        return new SampleGrid(from, trace.sampleRateHz(), counts, received);
    }

    public int length() {
        return counts.length;
    }

    public boolean isReceived(int place) {
        return received.get(place);
    }

    /** The place nearest to a time; outside 0..length-1 when the time is. */
    public long placeOf(Instant time) {
        return Math.round(seconds(startsAt, time) * sampleRateHz);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / NANOS_PER_SECOND;
    }
}
