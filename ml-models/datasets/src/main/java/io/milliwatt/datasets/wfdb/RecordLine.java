package io.milliwatt.datasets.wfdb;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;

/**
 * The first line of a header: what holds for all signals of a record.
 *
 * @param name of letters, digits, underscores and hyphens
 * @param frameRateHz frames per second, above 0; a signal has one or more samples per frame
 * @param counterRateHz ticks of the original tape's or chart's counter per second, above 0
 * @param baseCounter the counter's value at the first sample
 * @param frameCount 0 if the header does not say how long the record is
 * @param baseTime time of day of the first sample
 * @param baseDate present only with a time
 */
public record RecordLine(
        String name,
        double frameRateHz,
        double counterRateHz,
        double baseCounter,
        long frameCount,
        Optional<LocalTime> baseTime,
        Optional<LocalDate> baseDate) {
    /** What header(5) takes for a frame rate that is not stated. */
    public static final double DEFAULT_FRAME_RATE_HZ = 250;

    public RecordLine {
        Objects.requireNonNull(name, "record name is null");
        if (!(frameRateHz > 0) || !Double.isFinite(frameRateHz)) {
            throw new IllegalArgumentException("frame rate must be above 0 Hz, not " + frameRateHz);
        }
        if (!(counterRateHz > 0) || !Double.isFinite(counterRateHz) || !Double.isFinite(baseCounter)) {
            throw new IllegalArgumentException("counter must have a rate above 0 Hz and a finite value, not "
                    + counterRateHz + " and " + baseCounter);
        }
        if (frameCount < 0) {
            throw new IllegalArgumentException("frame count must not be negative, but is " + frameCount);
        }
        if (baseDate.isPresent() && baseTime.isEmpty()) {
            throw new IllegalArgumentException("a record with a date needs a time of day");
        }
    }

    /** A record without counter, time and date. */
    public static RecordLine of(String name, double frameRateHz, long frameCount) {
        return new RecordLine(name, frameRateHz, frameRateHz, 0, frameCount, Optional.empty(), Optional.empty());
    }

    /** When the first sample was taken, if the header says so completely. */
    public Optional<LocalDateTime> start() {
        return baseDate.flatMap(date -> baseTime.map(date::atTime));
    }

    RecordLine withFrameCount(long count) {
        return new RecordLine(name, frameRateHz, counterRateHz, baseCounter, count, baseTime, baseDate);
    }
}
