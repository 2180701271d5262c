package io.milliwatt.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.milliwatt.workbench.check.Latencies;
import java.util.Map;

/**
 * What the benchmark of the monitoring station measured.
 *
 * @param patients each with one lead at 360 Hz
 * @param consoles walls that were open, each of up to 32 patients with every sample
 * @param blocksStored seconds of one lead in the database
 * @param framesMissing frames that were acknowledged but not stored
 * @param blockToDatabase from the building of a frame with a second of signal to its transaction
 * @param blockToConsole from the end of that second to a wall that shows the patient
 * @param eventToConsole from the building of an event at the node to the wall
 * @param senders as the senders saw it, up to the gateway's acknowledgement
 */
public record EcgReport(
        int patients,
        int consoles,
        double seconds,
        long framesStored,
        long blocksStored,
        long framesMissing,
        Latencies blockToDatabase,
        Latencies blockToConsole,
        Latencies eventToConsole,
        JsonNode senders,
        Map<String, Long> residentMegabytes) {

    String sentence() {
        return "%d patients of one lead at 360 Hz on %d walls for %.0f s: %d seconds of signal stored, %d frames missing;"
                        .formatted(patients, consoles, seconds, blocksStored, framesMissing)
                + " signal to database p50 %.0f, p99 %.0f ms, to the wall p50 %.0f, p99 %.0f ms; event to the wall p50 %.0f, p99 %.0f ms."
                        .formatted(
                                blockToDatabase.p50(),
                                blockToDatabase.p99(),
                                blockToConsole.p50(),
                                blockToConsole.p99(),
                                eventToConsole.p50(),
                                eventToConsole.p99());
    }
}
