package io.milliwatt.workbench.bench;

import io.milliwatt.workbench.demo.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Notes every second how much processor time each program has used. Unlike latencies, the share of a processor that a
 * program takes hardly depends on what else runs on the machine.
 */
final class ProcessorLoad implements AutoCloseable {
    private static final double NANOS_PER_SECOND = 1e9;

    private final NavigableMap<Instant, Map<String, Duration>> readings = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("processor-load").factory());

    ProcessorLoad(Suite suite) {
        var _ = timer.scheduleAtFixedRate(
                () -> readings.put(Instant.now(), suite.processorTime()), 0, 1, TimeUnit.SECONDS);
    }

    /** Processors that each program kept busy on the average, 2.0 for two whole ones; empty for a span without two readings. */
    Map<String, Double> between(Instant from, Instant to) {
        var within = readings.subMap(from, true, to, true);
        Map<String, Double> busy = new LinkedHashMap<>();
        if (within.size() < 2) {
            return busy;
        }
        double seconds = Duration.between(within.firstKey(), within.lastKey()).toNanos() / NANOS_PER_SECOND;
        Map<String, Duration> before = within.firstEntry().getValue();
        within.lastEntry().getValue().forEach((program, time) -> {
            double used =
                    time.minus(before.getOrDefault(program, Duration.ZERO)).toNanos() / NANOS_PER_SECOND;
            busy.put(program, Math.round(1000 * used / seconds) / 1000.0);
        });
        busy.put(
                "total",
                Math.round(1000
                                * busy.values().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .sum())
                        / 1000.0);
        return busy;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
