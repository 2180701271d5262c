package io.milliwatt.workbench.bench;

import io.milliwatt.workbench.JsonText;
import io.milliwatt.workbench.SuiteException;
import io.milliwatt.workbench.check.FrameLedger;
import io.milliwatt.workbench.check.Latencies;
import io.milliwatt.workbench.demo.Programs;
import io.milliwatt.workbench.demo.RestClient;
import io.milliwatt.workbench.demo.Suite;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code milliwatt bench irrigation}. */
@Command(
        name = "irrigation",
        mixinStandardHelpOptions = true,
        description = {
            "Lets a fleet of soil nodes report, asks the irrigation console meanwhile, and reports what was stored and when.",
            "The zones lie on farms of a hundred each; readings go in where the gateway hands them on."
        })
public final class IrrigationBench implements Callable<Integer> {
    private static final int ROUNDS_OF_QUERIES = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Option(
            names = "--nodes",
            defaultValue = "10000",
            description = "Soil nodes, in hundreds. Default: ${DEFAULT-VALUE}.")
    private int nodes;

    @Option(
            names = "--seconds",
            defaultValue = "120",
            description =
                    "In which every node reports once; 900 is a report every 15 minutes. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (BenchSuite bench = BenchSuite.start(BenchFleet.nobody())) {
            IrrigationReport report = measure(bench.suite());
            System.out.println(json ? JsonText.of(report) : report.sentence());
            return 0;
        }
    }

    private IrrigationReport measure(Suite suite) throws InterruptedException {
        int farms = Math.max(1, nodes / FarmSeed.ZONES_OF_A_FARM);
        int fleet = farms * FarmSeed.ZONES_OF_A_FARM;
        FarmSeed.sow(suite.database(), farms);
        RestClient console = suite.farmSession();
        awaitKnown(console, "/api/zones/" + FarmSeed.lastZone(farms));
        FrameLedger ledger = new FrameLedger(suite.database(), "irrigation");
        Map<String, List<Double>> queries = new TreeMap<>();
        Instant begun = Instant.now();
        Duration before = suite.processorTime().getOrDefault(Programs.IRRIGATION, Duration.ZERO);
        try (SoilSender sender = new SoilSender(suite.ports().broker())) {
            Thread readings = Thread.ofPlatform().start(() -> send(sender, fleet));
            try {
                for (int round = 0; round < ROUNDS_OF_QUERIES; round++) {
                    ask(console, round % farms, queries);
                    Thread.sleep(1000L * seconds / ROUNDS_OF_QUERIES);
                }
            } catch (SuiteException failure) {
                readings.interrupt();
                throw failure;
            } finally {
                readings.join();
            }
            BenchSuite.awaitStored(ledger, begun, fleet);
        }
        Duration span = Duration.between(begun, Instant.now());
        Duration used = suite.processorTime()
                .getOrDefault(Programs.IRRIGATION, Duration.ZERO)
                .minus(before);
        Map<String, Latencies> summary = new TreeMap<>();
        queries.forEach((what, millis) -> summary.put(what, Latencies.of(millis)));
        var stored = ledger.since(begun);
        return new IrrigationReport(
                fleet,
                stored.size(),
                (double) fleet / seconds,
                Latencies.of(stored.stream()
                        .map(frame -> Duration.between(frame.builtAt(), frame.storedAt())
                                        .toNanos()
                                / 1e6)
                        .toList()),
                summary,
                (double) used.toMillis()
                        / span.toMillis()
                        / Runtime.getRuntime().availableProcessors(),
                suite.residentMegabytes());
    }

    /** The console remembers its farm for some seconds, and does not know yet what was sown past it. */
    private static void awaitKnown(RestClient console, String path) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!console.has(path)) {
            if (System.nanoTime() > deadline) {
                throw new SuiteException("The irrigation console did not come to know " + path + " within "
                        + PATIENCE.toSeconds() + " s after it was sown.");
            }
            Thread.sleep(200);
        }
    }

    private void send(SoilSender sender, int fleet) {
        try {
            sender.round(fleet, 0, seconds);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void ask(RestClient console, int farm, Map<String, List<Double>> queries) {
        String zone = "/api/zones/bench-" + farm + "-7";
        timed(console, "overview of a farm", "/api/overview?site=bench-" + farm, queries);
        timed(console, "zone", zone, queries);
        timed(console, "root zone", zone + "/root-zone", queries);
        timed(console, "depths", zone + "/depths", queries);
        timed(console, "alarms", "/api/alarms", queries);
    }

    private static void timed(RestClient console, String what, String path, Map<String, List<Double>> queries) {
        long begun = System.nanoTime();
        console.get(path);
        queries.computeIfAbsent(what, name -> new ArrayList<>()).add((System.nanoTime() - begun) / 1e6);
    }
}
