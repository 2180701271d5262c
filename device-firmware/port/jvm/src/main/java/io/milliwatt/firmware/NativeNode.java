package io.milliwatt.firmware;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * A sensor node in this process: the firmware's own C code on memory of its own. Hundreds fit one process. One instance
 * serves one thread at a time; the caller sees to that.
 *
 * <pre>{@code
 * try (NativeNode node = new NativeNode(configuration, bundle)) {
 *     node.samples(counts, now);
 *     for (Optional<byte[]> frame = node.nextFrame(now); frame.isPresent(); frame = node.nextFrame(now)) {
 *         publish(frame.get(), () -> node.delivered(frame.get()));
 *     }
 * }
 * }</pre>
 *
 * Times are milliseconds since 1970 by the node's clock and must not run backwards.
 */
public final class NativeNode implements AutoCloseable {

    private static final int INITIAL_INPUT_BYTES = 1 << 14;

    /** A later model may need more memory than the factory's. */
    private static final long LATER_MODEL_BYTES = 1 << 18;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment node;
    private final MemorySegment framePointer;
    private MemorySegment input;

    /**
     * Starts a node whose model never changes.
     *
     * @param bundle a {@code .mwm} file; its recipe and model run on this node
     * @throws FirmwareException if the node refuses the configuration or the bundle; the message says why
     */
    public NativeNode(NodeConfiguration configuration, byte[] bundle) {
        this(configuration, (arena, config, pointer) -> {
            MemorySegment model = copy(arena, bundle);
            MemorySegment memory = memory(arena, configuration, config, model, bundle.length, 0);
            FirmwareException.check(cannotStart(configuration), (int) NodeFunctions.START.invokeExact(
                    pointer, memory, memory.byteSize(), config, model, (long) bundle.length, NodeFunctions.CRYPTO));
        });
    }

    /**
     * Starts a node that takes updates of its model; which one runs, its flash says. After {@link #restartWanted} the caller
     * starts it anew: snapshot, close, this constructor with a larger boot id, restore.
     *
     * @throws FirmwareException if there is no model that the node could run; the message says why
     */
    public NativeNode(NodeConfiguration configuration, ModelFlash flash) {
        this(configuration, (arena, config, pointer) -> {
            MemorySegment factory = copy(arena, flash.factory());
            MemorySegment memory =
                    memory(arena, configuration, config, factory, flash.factory().length, LATER_MODEL_BYTES);
            FirmwareException.check(
                    cannotStart(configuration), UpdaterFunctions.start(arena, pointer, memory, config, flash, factory));
        });
    }

    private interface Starter {
        /** Starts the node of {@code configuration} and leaves its address in {@code pointer}. */
        void start(Arena arena, MemorySegment configuration, MemorySegment pointer) throws Throwable;
    }

    private NativeNode(NodeConfiguration configuration, Starter starter) {
        boolean started = false;
        try {
            framePointer = arena.allocate(ValueLayout.ADDRESS);
            starter.start(arena, copy(arena, configuration.encoded()), framePointer);
            node = framePointer.get(ValueLayout.ADDRESS, 0);
            input = arena.allocate(INITIAL_INPUT_BYTES, 8);
            started = true;
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        } finally {
            if (!started) {
                arena.close();
            }
        }
    }

    private static String cannotStart(NodeConfiguration configuration) {
        return "Node " + configuration.nodeId() + " cannot start";
    }

    private static MemorySegment copy(Arena arena, byte[] bytes) {
        MemorySegment copy = arena.allocate(Math.max(1, bytes.length), 8);
        MemorySegment.copy(bytes, 0, copy, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return copy;
    }

    private static MemorySegment memory(
            Arena arena,
            NodeConfiguration configuration,
            MemorySegment config,
            MemorySegment model,
            long length,
            long more)
            throws Throwable {
        long size = FirmwareException.check(
                cannotStart(configuration), (long) NodeFunctions.SIZE.invokeExact(config, model, length));
        return arena.allocate(size + more, 8);
    }

    /** Whether the node wants to be started anew, to run another model; to be asked after {@link #samples}. */
    public boolean restartWanted() {
        try {
            return (boolean) NodeFunctions.RESTART_WANTED.invokeExact(node);
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /**
     * Takes samples at the recipe's rate.
     *
     * @param counts raw counts of the sensor
     * @param nodeTimeMillis when the last of them was taken
     */
    public void samples(short[] counts, long nodeTimeMillis) {
        samples(counts, 0, counts.length, nodeTimeMillis);
    }

    /** Takes {@code length} samples from {@code offset} on; otherwise as {@link #samples(short[], long)}. */
    public void samples(short[] counts, int offset, int length, long nodeTimeMillis) {
        MemorySegment in = input(2L * length);
        MemorySegment.copy(counts, offset, in, ValueLayout.JAVA_SHORT, 0, length);
        try {
            FirmwareException.check("Samples were not taken", (int)
                    NodeFunctions.SAMPLES.invokeExact(node, in, length, nodeTimeMillis));
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /**
     * Samples of the second lead, taken at the same times as those just given to {@link #samples}: they go out as the continuous
     * waveform of channel 1.
     */
    public void secondLead(short[] counts) {
        MemorySegment in = input(2L * counts.length);
        MemorySegment.copy(counts, 0, in, ValueLayout.JAVA_SHORT, 0, counts.length);
        try {
            FirmwareException.check("Samples of the second lead were not taken", (int)
                    NodeFunctions.SECOND_LEAD.invokeExact(node, in, counts.length));
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /** What further sensors at the patient measured goes out as a frame of its own. */
    public void sensorReadings(SensorReadings readings) {
        MemorySegment in = input(SensorReadings.BYTES);
        MemorySegment.copy(readings.encoded(), 0, in, ValueLayout.JAVA_BYTE, 0, SensorReadings.BYTES);
        try {
            FirmwareException.check("The readings of further sensors were not taken", (int)
                    NodeFunctions.SENSOR_VITALS.invokeExact(node, in));
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /**
     * The supply's voltage as just measured: the node's statuses tell it, and where it watches a heart a battery that stays low is an
     * event.
     *
     * @param millivolts 1 … 65,535
     */
    public void battery(int millivolts) {
        try {
            FirmwareException.check("A battery of " + millivolts + " mV was not taken", (int)
                    NodeFunctions.BATTERY.invokeExact(node, millivolts));
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /**
     * Gives a node whose bundle watches a soil its probes and valves, before {@link #restore} and the first reading.
     *
     * @param compact whether readings that fit go in the 11 bytes of the compact form, for links with small payloads
     * @throws FirmwareException if the bundle is no soil's or a setting is out of range
     */
    public NativeIrrigation irrigate(SoilProbes probes, ValveOutputs valves, boolean compact) {
        return new NativeIrrigation(arena, node, probes, valves, compact);
    }

    /** The shaft's speed from now on, 0 … 1 000 000 mHz; 0 while it stands still. */
    public void shaftSpeed(int milliHertz) {
        try {
            FirmwareException.check("Shaft speed " + milliHertz + " mHz was not taken", (int)
                    NodeFunctions.SHAFT_SPEED.invokeExact(node, milliHertz));
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /**
     * The next frame to send: events first, then the oldest. A frame handed out comes again after 20 s unless it was
     * {@link #delivered}; an event comes again until the server has acknowledged it.
     */
    public Optional<byte[]> nextFrame(long nowMillis) {
        try {
            int length = (int) NodeFunctions.NEXT_FRAME.invokeExact(node, nowMillis, framePointer);
            if (length == 0) {
                return Optional.empty();
            }
            return Optional.of(
                    framePointer.get(ValueLayout.ADDRESS, 0).reinterpret(length).toArray(ValueLayout.JAVA_BYTE));
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /** Of the frame that {@link #nextFrame} has just given, also of one in the compact form, which does not tell it; call it at once. */
    public FrameIdentity identityOfFrame() {
        return FrameIdentity.handedOut(framePointer.get(ValueLayout.ADDRESS, 0), input(2L * Integer.BYTES));
    }

    /** The transport has delivered this frame (PUBACK); one in the compact form is to be named by its identity. */
    public void delivered(byte[] frame) {
        FrameIdentity identity = FrameIdentity.of(frame);
        delivered(identity.boot(), identity.sequence());
    }

    /** The transport has delivered the frame of this boot and sequence, both unsigned 32 bits. */
    public void delivered(long boot, long sequence) {
        try {
            NodeFunctions.DELIVERED.invokeExact(node, (int) boot, (int) sequence);
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /** The connection was lost: what was handed out and not delivered comes again at once. */
    public void resend() {
        try {
            NodeFunctions.RESEND.invokeExact(node);
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /**
     * A frame from the server.
     *
     * @return what the node did with it; a refusal changes nothing
     */
    public Reception receive(byte[] downlink, long nowMillis) {
        MemorySegment in = input(downlink.length);
        MemorySegment.copy(downlink, 0, in, ValueLayout.JAVA_BYTE, 0, downlink.length);
        try {
            return Reception.of((int) NodeFunctions.RECEIVE.invokeExact(node, in, (long) downlink.length, nowMillis));
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /** Begins a waveform capture with the next sample. */
    public void requestCapture(int captureId) {
        try {
            NodeFunctions.REQUEST_CAPTURE.invokeExact(node, captureId);
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /**
     * Freezes the baseline that the node learns, now or as soon as it is learnt.
     *
     * @throws FirmwareException if the bundle has no learning section
     */
    public void freezeBaseline() {
        call("The baseline was not frozen", NodeFunctions.FREEZE_BASELINE);
    }

    /**
     * Learns the machine anew: the baseline of the model and those of the recipe.
     *
     * @throws FirmwareException if this bundle has nothing to learn
     */
    public void learnAnew() {
        call("Nothing is learnt anew", NodeFunctions.LEARN_ANEW);
    }

    /**
     * Puts a learning update into the store.
     *
     * @throws FirmwareException if the bundle has no learning section
     */
    public void sendLearning() {
        call("The learning update was not built", NodeFunctions.SEND_LEARNING);
    }

    private void call(String what, MethodHandle function) {
        try {
            FirmwareException.check(what, (int) function.invokeExact(node));
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /** Whether the node signals an alarm on the spot because nobody has acknowledged its event. */
    public boolean localAlarmSignal(long nowMillis) {
        try {
            return (boolean) NodeFunctions.LOCAL_ALARM.invokeExact(node, nowMillis);
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /** Frames in the store, events that wait for their acknowledgement included. */
    public int heldFrames() {
        try {
            return (int) NodeFunctions.HELD.invokeExact(node);
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /** Frames lost to a full store since this boot. */
    public long droppedFrames() {
        try {
            return Integer.toUnsignedLong((int) NodeFunctions.DROPPED.invokeExact(node));
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /** What must survive a restart: held frames, the learned baseline, the newest frame heard. */
    public byte[] snapshot() {
        try {
            int size = (int) NodeFunctions.SNAPSHOT_SIZE.invokeExact(node);
            MemorySegment out = input(size);
            FirmwareException.check(
                    "No snapshot was taken", (long) NodeFunctions.SNAPSHOT.invokeExact(node, out, (long) size));
            return out.asSlice(0, size).toArray(ValueLayout.JAVA_BYTE);
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /** How long the port may sleep from {@code nowMillis} on, with the sensor off; 0 to keep sampling. */
    public long sleepMillis(long nowMillis) {
        try {
            return Integer.toUnsignedLong((int) NodeFunctions.SLEEP_MILLIS.invokeExact(node, nowMillis));
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /** What the node has done since its boot. */
    public NodeLedger ledger() {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment counts = call.allocate(NodeLedger.BYTES, 8);
            NodeFunctions.LEDGER.invokeExact(node, counts);
            return NodeLedger.read(counts);
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /**
     * Takes over a snapshot of this node's earlier boot; call it before the first samples.
     *
     * @throws FirmwareException if it is damaged, another node's, or of a boot that is not earlier; nothing is changed then
     */
    public void restore(byte[] snapshot) {
        MemorySegment in = input(snapshot.length);
        MemorySegment.copy(snapshot, 0, in, ValueLayout.JAVA_BYTE, 0, snapshot.length);
        try {
            FirmwareException.check("The snapshot was not restored", (int)
                    NodeFunctions.RESTORE.invokeExact(node, in, (long) snapshot.length));
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /** Gives the node's memory back; every later call fails. */
    @Override
    public void close() {
        arena.close();
    }

    private MemorySegment input(long bytes) {
        if (input.byteSize() < bytes) {
            input = arena.allocate(Math.max(bytes, 2 * input.byteSize()), 8);
        }
        return input;
    }
}
