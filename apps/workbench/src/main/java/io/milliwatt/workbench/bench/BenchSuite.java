package io.milliwatt.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.workbench.SuiteException;
import io.milliwatt.workbench.check.FrameLedger;
import io.milliwatt.workbench.demo.Installation;
import io.milliwatt.workbench.demo.Suite;
import io.milliwatt.workbench.demo.SuiteOptions;
import io.milliwatt.workbench.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The whole suite on data that are thrown away, without virtual nodes; senders take their place. */
final class BenchSuite implements AutoCloseable {
    private static final Duration SETTLE_PATIENCE = Duration.ofMinutes(5);
    private static final Duration STORE_PATIENCE = Duration.ofMinutes(2);

    private final Path data;
    private final Suite suite;
    private final Thread stop;

    private BenchSuite(Path data, Suite suite) {
        this.data = data;
        this.suite = suite;
        this.stop = new Thread(suite::close, "stop-the-suite");
        Runtime.getRuntime().addShutdownHook(stop);
    }

    /** @param fleet of the senders, as JSON */
    static BenchSuite start(String fleet) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("milliwatt-bench");
        Path file = Files.writeString(data.resolve("bench-fleet.json"), fleet);
        BenchSuite started =
                new BenchSuite(data, Suite.prepare(new SuiteOptions(Installation.find(), data, 0, Optional.of(file))));
        try {
            started.suite.startWithoutNodes();
            return started;
        } catch (RuntimeException | InterruptedException failure) {
            started.close();
            throw failure;
        }
    }

    Suite suite() {
        return suite;
    }

    /** Lets the senders send until they are done, and gives their report. */
    JsonNode flood(List<String> options, Duration length) throws IOException, InterruptedException {
        ChildProcess flood = suite.run(suite.programs().flood(suite.credentials(), options));
        OptionalInt code = flood.awaitEnd(SETTLE_PATIENCE.plus(length));
        List<String> lines = Files.readAllLines(flood.program().logFile());
        if (code.isEmpty() || lines.isEmpty() || !lines.getLast().startsWith("{")) {
            throw new SuiteException("The senders did not come to an end; their log is "
                    + flood.program().logFile() + ".");
        }
        return new ObjectMapper().readTree(lines.getLast());
    }

    /** Returns when so many frames have been stored since {@code begun}. */
    static void awaitStored(FrameLedger ledger, Instant begun, long frames) throws InterruptedException {
        long deadline = System.nanoTime() + STORE_PATIENCE.toNanos();
        while (ledger.count(begun) < frames) {
            if (System.nanoTime() > deadline) {
                throw new SuiteException("Of " + frames + " acknowledged frames only " + ledger.count(begun)
                        + " were stored within " + STORE_PATIENCE.toSeconds() + " s.");
            }
            Thread.sleep(200);
        }
    }

    @Override
    public void close() throws IOException {
        suite.close();
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException shuttingDown) {
            // The hook itself is what stops the suite then.
        }
        TemporaryFolder.delete(data);
    }
}
