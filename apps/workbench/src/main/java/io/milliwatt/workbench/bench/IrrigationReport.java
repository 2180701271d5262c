package io.milliwatt.workbench.bench;

import io.milliwatt.workbench.check.Latencies;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the benchmark measured.
 *
 * @param framesPerSecond sent; a fleet at 15-minute reports sends its number of nodes in 900 s
 * @param toDatabase from the building of a frame to its transaction
 * @param queries times of the console's questions, asked while readings came, by what was asked
 * @param processorShare part of the machine's processors that the irrigation console took while readings came, 0 to 1
 */
public record IrrigationReport(
        int nodes,
        long framesStored,
        double framesPerSecond,
        Latencies toDatabase,
        Map<String, Latencies> queries,
        double processorShare,
        Map<String, Long> residentMegabytes) {

    String sentence() {
        StringBuilder text = new StringBuilder(
                "%d soil nodes at %.0f frames/s, %d stored; from node to database p50 %.0f, p99 %.0f ms."
                        .formatted(nodes, framesPerSecond, framesStored, toDatabase.p50(), toDatabase.p99()));
        new TreeMap<>(queries)
                .forEach((what, millis) ->
                        text.append(" %s: p50 %.0f, p95 %.0f ms.".formatted(what, millis.p50(), millis.p95())));
        return text.append(" The irrigation console took %.0f %% of the processors.".formatted(100 * processorShare))
                .toString();
    }
}
