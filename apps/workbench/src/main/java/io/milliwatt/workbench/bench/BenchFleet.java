package io.milliwatt.workbench.bench;

import io.milliwatt.workbench.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Machines for the benchmark's senders, so that every frame meets the alarm rules of a machine. */
final class BenchFleet {
    private static final int FIRST_NODE = 5001;

    private BenchFleet() {}

    static Path write(Path file, int nodes) throws IOException {
        List<Map<String, Object>> machines =
                IntStream.range(0, nodes).mapToObj(BenchFleet::machine).toList();
        return Files.writeString(
                file, JsonText.of(Map.of("watched", machines.getFirst().get("id"), "machines", machines)));
    }

    private static Map<String, Object> machine(int index) {
        return Map.of(
                "id",
                "bench-" + index,
                "name",
                "Bench machine " + index,
                "area",
                "Bench",
                "nodeId",
                FIRST_NODE + index,
                "bearing",
                Map.of(
                        "name",
                        "6205-2RS",
                        "rollingElements",
                        9,
                        "elementDiameterMillimetres",
                        7.94,
                        "pitchDiameterMillimetres",
                        39.04,
                        "contactAngleDegrees",
                        0),
                "nominalSpeedRpm",
                1480,
                "isoGroup",
                "2",
                "support",
                "rigid");
    }
}
