package io.milliwatt.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.milliwatt.workbench.JsonText;
import io.milliwatt.workbench.SuiteException;
import io.milliwatt.workbench.check.FrameLedger;
import io.milliwatt.workbench.check.StoredFrame;
import io.milliwatt.workbench.check.WallLog;
import io.milliwatt.workbench.check.WardProbe;
import io.milliwatt.workbench.demo.Suite;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code milliwatt bench ecg}. */
@Command(
        name = "ecg",
        mixinStandardHelpOptions = true,
        description =
                "Streams one lead at 360 Hz of many patients into the monitoring station, shows every sample of all of them on"
                        + " walls of 32, and reports what was stored and how old what was shown is.")
public final class EcgBench implements Callable<Integer> {
    private static final int PATIENTS_OF_A_WALL = 32;
    private static final int SHORTEST_BETWEEN_COUPLETS = 4;

    @Option(names = "--patients", defaultValue = "400", description = "Patients. Default: ${DEFAULT-VALUE}.")
    private int patients;

    @Option(names = "--seconds", defaultValue = "60", description = "How long to measure. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "45",
            description =
                    "How long to stream before, while the programs, just started, are still being compiled; told apart in the"
                            + " report. Default: ${DEFAULT-VALUE}.")
    private int warmUpSeconds;

    @Option(
            names = "--couplet-every",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description =
                    "Every patient has a couplet so often, which makes and ends an alarm; not all in the same second. Default:"
                            + " ${DEFAULT-VALUE}.")
    private int coupletEverySeconds;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (coupletEverySeconds < SHORTEST_BETWEEN_COUPLETS || coupletEverySeconds > seconds) {
            throw new SuiteException("--couplet-every " + coupletEverySeconds + " leaves no event to measure: choose "
                    + SHORTEST_BETWEEN_COUPLETS + " to " + seconds + " s.");
        }
        try (BenchSuite bench = BenchSuite.start(BenchFleet.patients(patients))) {
            EcgReport report = measure(bench);
            System.out.println(json ? JsonText.of(report) : report.sentence());
            return report.framesMissing() == 0 ? 0 : 1;
        }
    }

    private EcgReport measure(BenchSuite bench) throws IOException, InterruptedException {
        Suite suite = bench.suite();
        FrameLedger ledger = new FrameLedger(suite.database(), "ecg");
        Instant begun = Instant.now();
        List<WardProbe> walls = openWalls(suite);
        try (ProcessorLoad load = new ProcessorLoad(suite)) {
            int streamedSeconds = warmUpSeconds + seconds;
            JsonNode senders = bench.flood(
                    List.of(
                            "--frames", "hearts",
                            "--seconds", Integer.toString(streamedSeconds),
                            "--couplet-every", Integer.toString(coupletEverySeconds)),
                    Duration.ofSeconds(streamedSeconds));
            BenchSuite.awaitStored(ledger, begun, senders.path("frames").asLong());
            return report(suite, ledger.since(begun), walls, senders, load);
        } finally {
            walls.forEach(WardProbe::close);
        }
    }

    private EcgReport report(
            Suite suite, List<StoredFrame> stored, List<WardProbe> walls, JsonNode senders, ProcessorLoad load) {
        Instant first = stored.stream()
                .map(StoredFrame::builtAt)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new SuiteException("Nothing was stored; the senders' log tells more."));
        Instant warm = first.plusSeconds(warmUpSeconds);
        Instant end = warm.plusSeconds(seconds);
        long sent = senders.path("frames").asLong();
        List<WallLog> logs = walls.stream().map(WardProbe::log).toList();
        return new EcgReport(
                patients,
                walls.size(),
                stored.size(),
                Math.max(0, sent - stored.size()),
                warmUpSeconds,
                EcgLatencies.between(first, warm, stored, logs, load),
                seconds,
                EcgLatencies.between(warm, end, stored, logs, load),
                senders,
                suite.residentMegabytes());
    }

    private List<WardProbe> openWalls(Suite suite) {
        List<String> ids = List.copyOf(suite.patientsByBed().values());
        if (ids.size() != patients) {
            throw new SuiteException("Of " + patients + " patients " + ids.size() + " were admitted.");
        }
        HttpClient session = suite.monitoringSession().session();
        List<WardProbe> walls = new ArrayList<>();
        for (int at = 0; at < ids.size(); at += PATIENTS_OF_A_WALL) {
            walls.add(new WardProbe(
                    session,
                    suite.ports().monitoring(),
                    ids.subList(at, Math.min(ids.size(), at + PATIENTS_OF_A_WALL))));
        }
        return walls;
    }
}
