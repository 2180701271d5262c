package io.milliwatt.ecg.summary;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The heart rate of a stretch, per minute.
 *
 * @param at beginning of the stretch
 */
public record HeartRate(Instant at, double least, double mean, double greatest) {

    /** Of several stretches of equal length; the mean is that of their means. */
    static Optional<HeartRate> over(List<HeartRate> stretches) {
        return stretches.stream()
                .min(Comparator.comparing(HeartRate::at))
                .map(first -> new HeartRate(
                        first.at(),
                        stretches.stream().mapToDouble(HeartRate::least).min().orElseThrow(),
                        stretches.stream()
                                .mapToDouble(HeartRate::mean)
                                .average()
                                .orElseThrow(),
                        stretches.stream()
                                .mapToDouble(HeartRate::greatest)
                                .max()
                                .orElseThrow()));
    }
}
