package io.milliwatt.nodes.run;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.firmware.ModelFlash.BundleSigner;
import io.milliwatt.models.ReleasedModels;
import io.milliwatt.nodes.fleet.FleetException;
import io.milliwatt.nodes.fleet.FleetFile;
import io.milliwatt.nodes.fleet.HeartSource;
import io.milliwatt.nodes.fleet.NodeAccounts;
import io.milliwatt.nodes.fleet.NodeScenario;
import io.milliwatt.nodes.fleet.SignalSource;
import io.milliwatt.nodes.link.GatewayAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program: runs a fleet until it is told to end. */
@Command(
        name = "virtual-nodes",
        mixinStandardHelpOptions = true,
        description = "Runs the real firmware of a fleet of sensor nodes on recordings or physical signal models.")
public final class VirtualNodes implements Callable<Integer> {
    private static final String NO_RECORDINGS = "none";

    @Option(names = "--fleet", required = true, paramLabel = "FILE", description = "Nodes and signals (JSON).")
    private Path fleetFile;

    @Option(
            names = "--credentials",
            required = true,
            paramLabel = "FILE",
            description = "Passwords and keys from the enrolment (JSON).")
    private Path credentialsFile;

    @Option(
            names = "--gateway",
            required = true,
            paramLabel = "HOST:PORT",
            description = "The gateway's MQTT endpoint.")
    private String gateway;

    @Option(
            names = "--state",
            required = true,
            paramLabel = "DIR",
            description = "Where the nodes keep what must survive a restart.")
    private Path stateFolder;

    @Option(
            names = "--bundle",
            paramLabel = "FILE",
            description = "The model to run (.mwm). Default: the newest released vibration model.")
    private Path bundleFile;

    @Option(
            names = "--heart-bundle",
            paramLabel = "FILE",
            description = "The model of the nodes on patients (.mwm). Default: the newest released ECG model.")
    private Path heartBundleFile;

    @Option(
            names = "--soil-bundle",
            paramLabel = "FILE",
            description = "The model of the nodes in zones (.mwm). Default: the newest released soil model.")
    private Path soilBundleFile;

    @Option(
            names = "--bundle-signer",
            paramLabel = "ID:KEY",
            description =
                    "Whose bundles the nodes take: key id and public key (Base64 of 04, X, Y on P-256); at most two."
                            + " Default: they take unsigned bundles, for development.")
    private List<String> signers = List.of();

    @Option(
            names = "--emulated-node",
            paramLabel = "N",
            description = "This node of the fleet runs on an emulated Cortex-M4 board; needs qemu-system-arm.")
    private Integer emulatedNode;

    @Option(
            names = "--board-program",
            paramLabel = "FILE",
            description = "The firmware for the board: device-firmware/build/m4/node.elf.")
    private Path boardProgram;

    @Option(
            names = "--recordings",
            paramLabel = "DIR",
            description =
                    "Folder of the recordings, or none for the physical model alone. Default: as MILLIWATT_DATA says,"
                            + " or ../shared/data where it exists.")
    private String recordings;

    @Option(
            names = "--ready-file",
            paramLabel = "FILE",
            description = "Created when all nodes are connected for the first time.")
    private Path readyFile;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new VirtualNodes()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<BundleSigner> known = signers.stream().map(VirtualNodes::signer).toList();
        FleetFile fleetOfNodes = FleetFile.read(fleetFile);
        Optional<Path> recordingFolder = recordingFolder();
        CountDownLatch ended = new CountDownLatch(1);
        try (NodeFleet fleet = new NodeFleet(
                GatewayAddress.parse(gateway),
                NodeAccounts.read(credentialsFile),
                signals(recordingFolder),
                hearts(fleetOfNodes, recordingFolder),
                stateFolder)) {
            NodeModels models = new NodeModels(bundle(bundleFile, "vibration"), known);
            for (NodeScenario node : fleetOfNodes.machines()) {
                if (emulatedNode != null && emulatedNode == node.nodeId()) {
                    fleet.addEmulated(node, models, boardProgram);
                } else {
                    fleet.add(node, models);
                }
            }
            if (!fleetOfNodes.patients().isEmpty()) {
                NodeModels heartModels = new NodeModels(bundle(heartBundleFile, "ecg"), known);
                fleetOfNodes.patients().forEach(patient -> fleet.add(patient, heartModels));
            }
            if (!fleetOfNodes.zones().isEmpty()) {
                NodeModels soilModels = new NodeModels(bundle(soilBundleFile, "soil"), known);
                fleetOfNodes.zones().forEach(zone -> fleet.add(zone, soilModels));
            }
            Thread main = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                main.interrupt();
                awaitQuietly(ended);
            }));
            while (!fleet.allConnected()) {
                Thread.sleep(100);
            }
            System.out.println("All " + fleet.size() + " nodes are connected.");
            if (readyFile != null) {
                Files.createFile(readyFile);
            }
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException toldToEnd) {
            System.out.println("The nodes stop.");
        } finally {
            ended.countDown();
        }
        return 0;
    }

    private static BundleSigner signer(String text) {
        try {
            int colon = text.indexOf(':');
            return new BundleSigner(
                    Long.parseLong(text, 0, colon, 10), Base64.getDecoder().decode(text.substring(colon + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unusable) {
            throw new FleetException(
                    "--bundle-signer " + text + " is not a key id, a colon and the Base64 of 65 bytes.", unusable);
        }
    }

    private static byte[] bundle(Path file, String domain) throws IOException {
        if (file != null) {
            return Files.readAllBytes(file);
        }
        return ReleasedModels.newest(domain)
                .orElseThrow(() -> new FleetException("This build holds no released model of the domain " + domain
                        + ": give one by --bundle, --heart-bundle or --soil-bundle."))
                .bundle();
    }

    /** Where the recordings are; empty for the physical models alone. */
    private Optional<Path> recordingFolder() {
        if (NO_RECORDINGS.equals(recordings)) {
            return Optional.empty();
        }
        return recordings != null ? Optional.of(Path.of(recordings)) : RecordingFolder.find();
    }

    private SignalSource signals(Optional<Path> folder) {
        return source(folder, SignalSource::withRecordings, SignalSource::physical);
    }

    private HeartSource hearts(FleetFile fleet, Optional<Path> folder) {
        boolean wanted =
                fleet.patients().stream().anyMatch(patient -> patient.record().isPresent());
        return source(folder.filter(_ -> wanted), HeartSource::withRecordings, HeartSource::physical);
    }

    /** Recordings that were asked for must be there; of those that were merely found some may be missing. */
    private <T> T source(Optional<Path> folder, Function<Path, T> withRecordings, Supplier<T> physical) {
        try {
            return folder.map(withRecordings).orElseGet(physical);
        } catch (FleetException incomplete) {
            if (recordings != null) {
                throw incomplete;
            }
            System.out.println(incomplete.getMessage() + " The physical model takes the recordings' place.");
            return physical.get();
        }
    }

    private static void awaitQuietly(CountDownLatch ended) {
        try {
            ended.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
