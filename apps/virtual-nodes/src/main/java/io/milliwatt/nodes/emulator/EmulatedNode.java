package io.milliwatt.nodes.emulator;

import io.milliwatt.firmware.FrameIdentity;
import io.milliwatt.nodes.link.GatewayLink;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The bridge between an emulated board and the gateway: passes frames and fragments on as they are, tells the board what was
 * delivered, whether the connection stands and what time it is, and starts it anew when it wants another model or has
 * failed. The board holds the node's key; the bridge only its MQTT password.
 */
public final class EmulatedNode implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(EmulatedNode.class.getName());
    private static final long LINK_CHECK_MILLIS = 200;
    private static final long TIME_EVERY_CHECKS = 25;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 1000;

    /** Lays out the board's files for its next life, with a larger boot id. */
    public interface Provisioning {
        /** Returns a running board. */
        Emulator start(boolean afterFault);
    }

    private final long nodeId;
    private final Provisioning provisioning;
    private final LongSupplier clock;
    private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("emulated-node").factory());
    private final Thread lives;
    private volatile Emulator board;
    private volatile GatewayLink link;
    private volatile boolean closing;
    /** The board that knows of the connection; a new one, or one whose frame was lost, has to be told. */
    private volatile Optional<BoardWire> informed = Optional.empty();

    private long checked;

    /** Nothing runs before {@link #start}. */
    public EmulatedNode(long nodeId, Provisioning provisioning, LongSupplier clock) {
        this.nodeId = nodeId;
        this.provisioning = provisioning;
        this.clock = clock;
        lives = Thread.ofPlatform().daemon().name("board-" + nodeId).unstarted(this::live);
    }

    /**
     * Starts the board, then connects.
     *
     * @param connect opens the node's connection; what the gateway sends goes to the given consumer
     */
    @SuppressWarnings("FutureReturnValueIgnored") // ends with the executor
    public EmulatedNode start(Function<Consumer<byte[]>, GatewayLink> connect) {
        board = provisioning.start(false);
        link = connect.apply(this::hearFromGateway);
        lives.start();
        checks.scheduleWithFixedDelay(this::check, LINK_CHECK_MILLIS, LINK_CHECK_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    public boolean isConnected() {
        return link.isConnected();
    }

    /** One life of the board after the other. */
    private void live() {
        try {
            while (!closing) {
                carry(board.wire());
                Emulator.End end = board.await();
                if (closing) {
                    return;
                }
                LOGGER.log(Level.INFO, "The board of node {0} ended: {1}.", new Object[] {nodeId, end});
                if (end == Emulator.End.CANNOT_START) {
                    LOGGER.log(Level.SEVERE, "The board of node {0} cannot start; see its board.log.", nodeId);
                    return;
                }
                if (end != Emulator.End.WANTS_RESTART) {
                    Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
                }
                board = provisioning.start(end == Emulator.End.FAULT);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(BoardWire wire) {
        try {
            for (var message = wire.receive(); message.isPresent(); message = wire.receive()) {
                if (message.get().kind() == BoardWire.FRAME) {
                    send(wire, message.get().content());
                }
            }
        } catch (IOException ended) {
            LOGGER.log(Level.FINE, "The board's UART ended", ended);
        }
    }

    private void send(BoardWire wire, byte[] frame) {
        var unusedAnswer = link.send(frame).whenComplete((acknowledged, failure) -> {
            FrameIdentity identity = FrameIdentity.of(frame);
            if (failure == null) {
                tell(() -> wire.sendDelivered(identity.boot(), identity.sequence()));
            } else {
                informed = Optional.empty();
                tell(() -> wire.send(BoardWire.Word.LOST, new byte[0]));
            }
        });
    }

    private void hearFromGateway(byte[] message) {
        tell(() -> board.wire().send(BoardWire.Word.DOWNLINK, message));
    }

    private void check() {
        BoardWire wire = board.wire();
        boolean connected = link.isConnected();
        boolean isInformed = informed.filter(wire::equals).isPresent();
        if (connected != isInformed) {
            informed = connected ? Optional.of(wire) : Optional.empty();
            tell(() -> wire.send(connected ? BoardWire.Word.CONNECTED : BoardWire.Word.LOST, new byte[0]));
        }
        if (checked++ % TIME_EVERY_CHECKS == 0) {
            tell(() -> wire.sendTime(clock.getAsLong()));
        }
    }

    private interface Said {
        void toTheBoard() throws IOException;
    }

    /** A board that has just ended hears nothing; its next life is told anew. */
    private void tell(Said said) {
        try {
            said.toTheBoard();
        } catch (IOException ended) {
            LOGGER.log(Level.FINE, "The board of node " + nodeId + " did not hear", ended);
        }
    }

    @Override
    public void close() {
        closing = true;
        checks.shutdownNow();
        link.close();
        board.stop();
        lives.interrupt();
    }
}
