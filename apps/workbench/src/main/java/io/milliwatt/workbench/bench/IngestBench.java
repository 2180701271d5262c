package io.milliwatt.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.milliwatt.workbench.JsonText;
import io.milliwatt.workbench.check.FrameLedger;
import io.milliwatt.workbench.check.Latencies;
import io.milliwatt.workbench.check.LiveProbe;
import io.milliwatt.workbench.check.StoredFrame;
import io.milliwatt.workbench.demo.Fleet;
import io.milliwatt.workbench.demo.Suite;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code milliwatt bench ingest}. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description =
                "Floods the suite with small frames over MQTT, alarm rules on, and reports what was stored and when.")
public final class IngestBench implements Callable<Integer> {
    @Option(names = "--seconds", defaultValue = "20", description = "How long to send. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--nodes", defaultValue = "50", description = "Senders. Default: ${DEFAULT-VALUE}.")
    private int nodes;

    @Option(
            names = "--rate",
            paramLabel = "VALUES/S",
            defaultValue = "0",
            description = "Values a second of all nodes together, 0 for as many as go. Default: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (BenchSuite bench = BenchSuite.start(BenchFleet.machines(nodes))) {
            IngestReport report = measure(bench);
            System.out.println(json ? JsonText.of(report) : report.sentence());
            return 0;
        }
    }

    private IngestReport measure(BenchSuite bench) throws IOException, InterruptedException {
        Suite suite = bench.suite();
        FrameLedger ledger = new FrameLedger(suite.database(), "vibration");
        Instant begun = Instant.now();
        try (LiveProbe live = new LiveProbe(suite.viewerSession(), suite.ports().console())) {
            JsonNode senders = bench.flood(
                    List.of(
                            "--seconds",
                            Integer.toString(seconds),
                            "--rate",
                            Integer.toString(rate / IngestReport.COUNTED_VALUES)),
                    Duration.ofSeconds(seconds));
            long acknowledged = senders.path("frames").asLong();
            BenchSuite.awaitStored(ledger, begun, acknowledged);
            List<StoredFrame> stored = ledger.since(begun);
            Duration span = Duration.between(
                    stored.getFirst().storedAt(), stored.getLast().storedAt());
            double framesPerSecond = stored.size() / (span.toMillis() / 1000.0);
            return new IngestReport(
                    nodes,
                    stored.size(),
                    span.toMillis() / 1000.0,
                    framesPerSecond,
                    framesPerSecond * IngestReport.COUNTED_VALUES,
                    Latencies.of(stored.stream()
                            .map(frame -> millis(frame.builtAt(), frame.storedAt()))
                            .toList()),
                    Latencies.of(shown(suite, stored, live)),
                    senders,
                    suite.residentMegabytes());
        }
    }

    private static List<Double> shown(Suite suite, List<StoredFrame> stored, LiveProbe live) {
        Map<Long, String> machines = suite.fleet().machines().stream()
                .collect(Collectors.toMap(machine -> (long) machine.nodeId(), Fleet.Machine::id));
        List<Double> millis = new ArrayList<>();
        for (StoredFrame frame : stored) {
            live.shownAt(machines.get(frame.identity().node()), frame.builtAt())
                    .ifPresent(shownAt -> millis.add(millis(frame.builtAt(), shownAt)));
        }
        return millis;
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }
}
