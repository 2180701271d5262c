package io.milliwatt.workbench.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Durations of one leg in milliseconds, by the nearest-rank method. Node, gateway and app read the same clock here; a leg
 * below its millisecond may come out as zero.
 */
public record Latencies(
        @JsonProperty("count") int count,
        @JsonProperty("p50Millis") double p50,
        @JsonProperty("p95Millis") double p95,
        @JsonProperty("p99Millis") double p99,
        @JsonProperty("maximumMillis") double maximum) {

    /** Nothing where there is nothing to summarize. */
    public static Latencies of(List<Double> millis) {
        if (millis.isEmpty()) {
            throw new IllegalArgumentException("There are no latencies to summarize.");
        }
        List<Double> sorted = millis.stream().sorted().toList();
        return new Latencies(
                sorted.size(), rank(sorted, 0.5), rank(sorted, 0.95), rank(sorted, 0.99), sorted.getLast());
    }

    private static double rank(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
