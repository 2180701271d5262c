package io.milliwatt.nodes.run;

import io.milliwatt.dsp.vibration.FaultOrders;
import io.milliwatt.firmware.DutyCycle;
import io.milliwatt.firmware.NativeNode;
import io.milliwatt.firmware.NodeConfiguration;
import io.milliwatt.nodes.fleet.NodeScenario;
import io.milliwatt.nodes.signal.Digitizer;
import io.milliwatt.nodes.signal.SensorSignal;

/** The accelerometer of a node on a machine. */
final class MachineSensor implements SensorFeed {
    /** Of the vibration recipe. */
    static final double SAMPLE_RATE_HZ = 12_000;

    private static final int BLOCK_SAMPLES = 1200;
    private static final int FEATURES_EACH_WINDOW = 1;
    private static final int FRAME_STORE_BYTES = 512 << 10;
    private static final int CAPTURE_INTERVAL_SECONDS = 30;
    private static final int CAPTURE_BLOCKS = 1;

    private final SensorSignal signal;
    private final double[] accelerationG = new double[BLOCK_SAMPLES];
    private final short[] counts = new short[BLOCK_SAMPLES];

    MachineSensor(SensorSignal signal) {
        this.signal = signal;
    }

    static NodeConfiguration configuration(NodeScenario scenario, long boot, byte[] key) {
        FaultOrders orders = scenario.bearing().geometry().faultOrders();
        return NodeConfiguration.vibration(
                        scenario.nodeId(),
                        boot,
                        key,
                        (int) Digitizer.SIXTEEN_G.nanoGPerCount(),
                        io.milliwatt.dsp.fixedpoint.FaultOrders.of(
                                orders.outerRace(), orders.innerRace(), 2 * orders.elementSpin(), orders.cage()))
                .withStoreAndIntervals(
                        FRAME_STORE_BYTES, FEATURES_EACH_WINDOW, CAPTURE_INTERVAL_SECONDS, CAPTURE_BLOCKS)
                .withDutyCycle(scenario.bursts()
                        .map(bursts -> new DutyCycle(bursts.windows(), bursts.intervalSeconds()))
                        .orElse(DutyCycle.CONTINUOUS));
    }

    @Override
    public double blockMillis() {
        return 1000 * BLOCK_SAMPLES / SAMPLE_RATE_HZ;
    }

    @Override
    public void feel(NativeNode node, long atMillis) {
        signal.next(accelerationG);
        Digitizer.SIXTEEN_G.convert(accelerationG, counts);
        node.shaftSpeed((int) Math.round(1000 * signal.shaftSpeedHz()));
        node.samples(counts, atMillis);
    }
}
