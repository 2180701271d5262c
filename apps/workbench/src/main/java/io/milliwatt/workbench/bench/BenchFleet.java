package io.milliwatt.workbench.bench;

import io.milliwatt.workbench.JsonText;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Machines and patients for the benchmark's senders, so that every frame meets the alarm rules of its app. */
final class BenchFleet {
    private static final int FIRST_NODE = 5001;
    private static final int BEDS_OF_A_WARD = 32;

    private BenchFleet() {}

    /** For senders that stand for nobody whom the gateway knows. */
    static String nobody() {
        return JsonText.of(Map.of("machines", List.of()));
    }

    static String machines(int nodes) {
        List<Map<String, Object>> machines =
                IntStream.range(0, nodes).mapToObj(BenchFleet::machine).toList();
        return JsonText.of(Map.of("watched", machines.getFirst().get("id"), "machines", machines));
    }

    static String patients(int patients) {
        return JsonText.of(Map.of(
                "machines",
                List.of(),
                "patients",
                IntStream.range(0, patients).mapToObj(BenchFleet::patient).toList()));
    }

    private static Map<String, Object> patient(int index) {
        return Map.of(
                "bed",
                Integer.toString(index + 1),
                "ward",
                "Bench " + (index / BEDS_OF_A_WARD + 1),
                "nodeId",
                FIRST_NODE + index,
                "identity",
                Map.of(
                        "name", "Bench Patient " + index,
                        "birthDate", "1950-01-01",
                        "hospitalNumber", "BENCH-" + index));
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
