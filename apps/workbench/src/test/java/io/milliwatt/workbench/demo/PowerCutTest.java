package io.milliwatt.workbench.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.workbench.SuiteException;
import io.milliwatt.workbench.check.FrameLedger;
import io.milliwatt.workbench.check.StoredFrame;
import io.milliwatt.workbench.process.ChildProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The suite's first promise about data: whatever is killed while frames flow, each frame that the gateway acknowledged is
 * stored, and stored once. The senders keep a ledger of their own; the two must agree frame by frame.
 */
class PowerCutTest {
    private static final int SENDING_SECONDS = 45;
    private static final int FRAMES_A_SECOND = 200;
    private static final Duration BETWEEN_CUTS = Duration.ofSeconds(9);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> CUT =
            List.of(Programs.BROKER, Programs.GATEWAY, Programs.CONSOLE, Programs.DATABASE);

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostAndNothingDoubledWhenEachPartIsKilledInTurn() throws Exception {
        Installation installation = Installation.find();
        assumeThat(installation.isBuilt())
                .as("gateway, vibration app and virtual nodes are packaged; mvn verify of the whole reactor does it")
                .isTrue();
        Path fleet = Files.write(folder.resolve("fleet.json"), machinesOnly());
        Instant begun = Instant.now();
        try (Suite suite =
                Suite.prepare(new SuiteOptions(installation, folder.resolve("data"), 0, Optional.of(fleet)))) {
            suite.startWithoutNodes(Set.of(Programs.CONSOLE));
            Path ledger = folder.resolve("acknowledged.csv");
            ChildProcess senders = suite.run(suite.programs().flood(suite.credentials(), options(ledger)));
            for (String program : CUT) {
                Thread.sleep(BETWEEN_CUTS);
                suite.kill(program);
                suite.restart(program);
            }
            assertThat(senders.awaitEnd(PATIENCE))
                    .as("exit code of the senders")
                    .hasValue(0);

            Set<FrameIdentity> acknowledged = identities(ledger);
            FrameLedger stored = new FrameLedger(suite.database(), "vibration");
            // The database was the last to be cut and may still be recovering its log.
            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(SuiteException.class)
                    .until(() -> stored.count(begun) >= acknowledged.size());

            List<FrameIdentity> rows =
                    stored.since(begun).stream().map(StoredFrame::identity).toList();
            assertThat(acknowledged).hasSizeGreaterThan(SENDING_SECONDS * FRAMES_A_SECOND / 2);
            assertThat(rows).doesNotHaveDuplicates();
            assertThat(new HashSet<>(rows)).isEqualTo(acknowledged);
            assertThat(stored.featureRowsStoredTwice()).isZero();
        }
    }

    /** The demo's machines: the senders' frames are those of machines, and each must come to rest in one app's tables. */
    private static byte[] machinesOnly() throws Exception {
        ObjectMapper json = new ObjectMapper();
        ObjectNode fleet = (ObjectNode) json.readTree(Fleet.demoFile());
        fleet.remove("patients");
        fleet.remove("zones");
        return json.writeValueAsBytes(fleet);
    }

    private static List<String> options(Path ledger) {
        return List.of(
                "--seconds", Integer.toString(SENDING_SECONDS),
                "--rate", Integer.toString(FRAMES_A_SECOND),
                "--ledger", ledger.toString());
    }

    private static Set<FrameIdentity> identities(Path ledger) throws Exception {
        return Files.readAllLines(ledger).stream()
                .map(line -> line.split(","))
                .map(cells ->
                        new FrameIdentity(Long.parseLong(cells[0]), Long.parseLong(cells[1]), Long.parseLong(cells[2])))
                .collect(Collectors.toSet());
    }
}
