package io.milliwatt.workbench.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.milliwatt.workbench.check.Latencies;
import io.milliwatt.workbench.check.StoredFrame;
import io.milliwatt.workbench.check.WallLog;
import io.milliwatt.workbench.check.WallLog.ShownEvent;
import io.milliwatt.workbench.check.WallLog.ShownSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long signal and events were on their way during one part of a run; null where there were none.
 *
 * @param blocksStored seconds of one lead in the database
 * @param signalToDatabase from the building of a frame with a second of signal to its transaction
 * @param signalToWall from the last sample of that second to a wall that shows the patient
 * @param busyProcessors by program
 * @param eventToWall from the building of an event at the node to each wall that is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EcgLatencies(
        int blocksStored,
        Latencies signalToDatabase,
        Latencies signalToWall,
        Latencies eventToWall,
        Map<String, Double> busyProcessors) {

    /** Of frames built, and signal that ended, between two times. */
    static EcgLatencies between(
            Instant from, Instant to, List<StoredFrame> stored, List<WallLog> walls, ProcessorLoad load) {
        List<Double> toDatabase = stored.stream()
                .filter(frame -> frame.kind() == StoredFrame.WAVEFORM)
                .filter(block -> isBetween(from, to, block.builtAt()))
                .map(block ->
                        Duration.between(block.builtAt(), block.storedAt()).toNanos() / 1e6)
                .toList();
        return new EcgLatencies(
                toDatabase.size(),
                latencies(toDatabase.stream()),
                latencies(walls.stream()
                        .flatMap(wall -> wall.signal().stream())
                        .filter(signal -> isBetween(from, to, signal.endedAt()))
                        .map(ShownSignal::ageMillis)),
                latencies(walls.stream()
                        .flatMap(wall -> wall.events().stream())
                        .filter(event -> isBetween(from, to, event.onsetAt()))
                        .map(ShownEvent::ageMillis)),
                load.between(from, to));
    }

    String sentence() {
        return "signal to database " + of(signalToDatabase) + ", to the wall " + of(signalToWall)
                + "; event to the wall " + of(eventToWall);
    }

    private static String of(Latencies latencies) {
        return latencies == null ? "none" : "p50 %.0f, p99 %.0f ms".formatted(latencies.p50(), latencies.p99());
    }

    private static boolean isBetween(Instant from, Instant to, Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    private static Latencies latencies(Stream<Double> millis) {
        List<Double> all = millis.toList();
        return all.isEmpty() ? null : Latencies.of(all);
    }
}
