package io.milliwatt.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What the benchmark of the monitoring station measured.
 *
 * @param patients each with one lead at 360 Hz
 * @param walls open at the same time, each of up to 32 patients with every sample
 * @param framesMissing frames that were acknowledged but not stored
 * @param warmUp of the first seconds, right after the programs' start
 * @param measured of the seconds after them
 * @param senders as the senders saw it, up to the gateway's acknowledgement
 */
record EcgReport(
        int patients,
        int walls,
        long framesStored,
        long framesMissing,
        int warmUpSeconds,
        EcgLatencies warmUp,
        int measuredSeconds,
        EcgLatencies measured,
        JsonNode senders,
        Map<String, Long> residentMegabytes) {

    String sentence() {
        return "%d patients of one lead at 360 Hz on %d walls: %d frames stored, %d missing. First %d s: %s. Next %d s: %s. %d MB in all."
                .formatted(
                        patients,
                        walls,
                        framesStored,
                        framesMissing,
                        warmUpSeconds,
                        warmUp.sentence(),
                        measuredSeconds,
                        measured.sentence(),
                        residentMegabytes.get("total"));
    }
}
