package io.milliwatt.nodes.flood;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.nodes.fleet.NodeAccounts;
import io.milliwatt.nodes.link.GatewayAddress;
import io.milliwatt.nodes.link.GatewayLink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program: floods for some seconds, waits until all is settled, and prints how it went as JSON. */
@Command(
        name = "flood",
        mixinStandardHelpOptions = true,
        description =
                "Sends well-formed frames of many nodes to the gateway: of machines as fast as it acknowledges them, of"
                        + " hearts in their own time.")
public final class Flood implements Callable<Integer> {
    private static final int MOST_NEW_FRAMES_A_TURN = 64;
    private static final long PAUSE_MILLIS = 1;
    private static final int DIFFERENT_HEARTS = 8;
    private static final long SPREAD_MILLIS = 37;

    @Option(
            names = "--credentials",
            required = true,
            paramLabel = "FILE",
            description = "Passwords and keys of the nodes that send (JSON).")
    private Path credentials;

    @Option(
            names = "--gateway",
            required = true,
            paramLabel = "HOST:PORT",
            description = "The gateway's MQTT endpoint.")
    private String gateway;

    @Option(
            names = "--frames",
            defaultValue = "machines",
            description = "What to send: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Kind frames;

    @Option(
            names = "--couplet-every",
            defaultValue = "30",
            description = "Of hearts: seconds from one couplet to the next, 0 for none. Default: ${DEFAULT-VALUE}.")
    private int coupletEverySeconds;

    @Option(names = "--seconds", defaultValue = "20", description = "How long to send. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--window",
            defaultValue = "32",
            description = "Frames of one node under way at a time. Default: ${DEFAULT-VALUE}.")
    private int window;

    @Option(
            names = "--rate",
            defaultValue = "0",
            description = "Frames a second of all nodes together; 0 for as many as go. Default: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(
            names = "--settle-seconds",
            defaultValue = "120",
            description = "How long to go on repeating what is not acknowledged. Default: ${DEFAULT-VALUE}.")
    private int settleSeconds;

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "Write every acknowledged frame there, a line node,boot,sequence each.")
    private Path ledger;

    /** What is sent. */
    enum Kind {
        machines,
        hearts
    }

    private final AcknowledgedFrames acknowledged = new AcknowledgedFrames();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Flood()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<FloodNode> nodes = connect();
        long begun = System.nanoTime();
        double sentFor = send(nodes, begun);
        long unsettled = settle(nodes);
        if (ledger != null) {
            acknowledged.write(ledger);
        }
        nodes.forEach(FloodNode::close);
        System.out.println(new ObjectMapper().writeValueAsString(FloodReport.of(acknowledged, unsettled, sentFor)));
        return unsettled == 0 ? 0 : 1;
    }

    private List<FloodNode> connect() throws InterruptedException {
        GatewayAddress address = GatewayAddress.parse(gateway);
        long boot = Instant.now().getEpochSecond();
        List<HeartLoop> hearts = frames == Kind.machines
                ? List.of()
                : IntStream.range(0, DIFFERENT_HEARTS).mapToObj(HeartLoop::new).toList();
        Map<NodeAccounts.Account, GatewayLink> links = new LinkedHashMap<>();
        for (NodeAccounts.Account account : NodeAccounts.read(credentials).all()) {
            links.put(account, GatewayLink.open(address, account.nodeId(), account.password(), downlink -> {}));
        }
        while (!links.values().stream().allMatch(GatewayLink::isConnected)) {
            Thread.sleep(PAUSE_MILLIS);
        }
        long startMillis = System.currentTimeMillis();
        List<FloodNode> nodes = new ArrayList<>();
        links.forEach((account, link) -> nodes.add(new FloodNode(
                new FrameMint(account, boot, bodies(hearts, nodes.size(), startMillis)), link, acknowledged, window)));
        return nodes;
    }

    /** Hearts begin spread over a second and have their couplets spread over the time between two, as patients would. */
    private BodySource bodies(List<HeartLoop> hearts, int index, long startMillis) {
        return switch (frames) {
            case machines -> new MachineBodies();
            case hearts ->
                new HeartBodies(
                        hearts.get(index % hearts.size()),
                        startMillis + SPREAD_MILLIS * index % 1000,
                        coupletEverySeconds,
                        coupletEverySeconds == 0 ? 0 : index % coupletEverySeconds);
        };
    }

    private double send(List<FloodNode> nodes, long begun) throws InterruptedException {
        long sent = 0;
        double elapsed = 0;
        while (elapsed < seconds) {
            long allowed = rate == 0 ? Long.MAX_VALUE : (long) (rate * elapsed) - sent;
            int sentInTurn = 0;
            for (FloodNode node : nodes) {
                int due = Math.min(node.due(Instant.now()), MOST_NEW_FRAMES_A_TURN);
                int now = node.turn((int) Math.clamp(allowed - sentInTurn, 0, due));
                sentInTurn += now;
            }
            sent += sentInTurn;
            if (sentInTurn == 0) {
                Thread.sleep(PAUSE_MILLIS);
            }
            elapsed = (System.nanoTime() - begun) / 1e9;
        }
        return elapsed;
    }

    /** @return how many nodes still wait for an acknowledgement */
    private long settle(List<FloodNode> nodes) throws InterruptedException {
        long deadline = System.nanoTime() + settleSeconds * 1_000_000_000L;
        while (nodes.stream().anyMatch(node -> !node.isSettled()) && System.nanoTime() < deadline) {
            nodes.forEach(node -> node.turn(0));
            Thread.sleep(PAUSE_MILLIS);
        }
        return nodes.stream().filter(node -> !node.isSettled()).count();
    }
}
