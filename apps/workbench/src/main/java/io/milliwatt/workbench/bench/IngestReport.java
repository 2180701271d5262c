package io.milliwatt.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.milliwatt.workbench.check.Latencies;
import java.util.Map;

/**
 * What the benchmark measured.
 *
 * @param framesStored rows in the database's ledger
 * @param framesPerSecond stored, from the first row's time to the last one's
 * @param valuesPerSecond three for each frame: velocity, kurtosis and crest factor, which the rules judge and the trends
 *     show. The frames carry ten values each; only these three are counted
 * @param toDatabase from the building of a frame to its transaction
 * @param toConsole from the building of a frame to a page that is open; a page is told only the newest of each machine
 * @param senders as the senders saw it, up to the gateway's acknowledgement
 */
public record IngestReport(
        int nodes,
        long framesStored,
        double seconds,
        double framesPerSecond,
        double valuesPerSecond,
        Latencies toDatabase,
        Latencies toConsole,
        JsonNode senders,
        Map<String, Long> residentMegabytes) {
    static final int COUNTED_VALUES = 3;

    String sentence() {
        return "%.0f values/s (%.0f frames/s) of %d nodes stored over %.1f s; from node to database p50 %.0f, p99 %.0f ms;"
                        .formatted(valuesPerSecond, framesPerSecond, nodes, seconds, toDatabase.p50(), toDatabase.p99())
                + " from node to console p50 %.0f, p99 %.0f ms.".formatted(toConsole.p50(), toConsole.p99());
    }
}
