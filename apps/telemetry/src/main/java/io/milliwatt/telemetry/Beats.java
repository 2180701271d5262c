package io.milliwatt.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Heart beats whose class is final, in order of time; each is told once.
 *
 * @param start what the first beat's interval counts from
 * @param beats at least one
 * @param modelVersion of the model that classified them
 */
public record Beats(Instant start, List<Beat> beats, long modelVersion) implements FrameBody {
    public static final long KIND = 12;
    public static final int ABSTAINED = 1;
    public static final int IN_ATRIAL_FIBRILLATION = 2;
    public static final int PACING_SPIKE = 4;
    public static final int FOUND_LATE = 8;

    /**
     * One beat.
     *
     * @param intervalMillis from the beat before to this one's R wave, of the first beat from the start; 0…2³² − 1
     * @param confidence 0…255 for 0…1
     * @param flags bit set of the constants of {@link Beats}, 0…255
     */
    public record Beat(long intervalMillis, BeatClass beatClass, int confidence, int flags) {
        public Beat {
            UnsignedRange.uint32(intervalMillis, "interval");
            UnsignedRange.uint8(confidence, "confidence");
            UnsignedRange.uint8(flags, "beat flags");
        }

        /** Whether a flag is set. */
        public boolean has(int flag) {
            return (flags & flag) != 0;
        }
    }

    public Beats {
        beats = List.copyOf(beats);
        if (beats.isEmpty()) {
            throw new IllegalArgumentException("a frame of beats has no beat; it needs at least one");
        }
    }

    /** When each beat's R wave was, in the order of the beats. */
    public List<Instant> times() {
        List<Instant> times = new ArrayList<>(beats.size());
        Instant at = start;
        for (Beat beat : beats) {
            at = at.plusMillis(beat.intervalMillis());
            times.add(at);
        }
        return List.copyOf(times);
    }

    @Override
    public long kind() {
        return KIND;
    }
}
