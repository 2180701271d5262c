package io.milliwatt.firmware;

import io.milliwatt.dsp.fixedpoint.FaultOrders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A node on the small bundle with a clock of its own: quiet, loud or impulsive windows at will. */
final class SmallNode implements AutoCloseable {

    static final byte[] KEY = new byte[32];
    static final long NODE = 4711;
    private static final long START_MILLIS = 1_793_000_000_000L;
    private static final int QUIET = 100;
    private static final int LOUD = 1000;
    private static final int MILLIS_PER_WINDOW = 100;

    private final NativeNode node;
    private final Random random = new Random(5);
    private long now = START_MILLIS;

    SmallNode(NodeConfiguration configuration) {
        this(configuration, SmallBundles.raceLines().unsigned());
    }

    SmallNode(NodeConfiguration configuration, byte[] bundle) {
        node = new NativeNode(configuration, bundle);
    }

    static NodeConfiguration configuration(long boot) {
        return NodeConfiguration.vibration(NODE, boot, KEY, 1_000_000, FaultOrders.NONE)
                .withShaftSpeed(25_000)
                .withStoreAndIntervals(1 << 16, 1, 0, 1);
    }

    NativeNode node() {
        return node;
    }

    long now() {
        return now;
    }

    void waitMillis(long millis) {
        now += millis;
    }

    void quiet(int windows) {
        noise(windows, QUIET);
    }

    void loud(int windows) {
        noise(windows, LOUD);
    }

    private void noise(int windows, int amplitude) {
        for (int window = 0; window < windows; window++) {
            short[] samples = new short[SmallBundles.WINDOW];
            for (int index = 0; index < samples.length; index++) {
                samples[index] = (short) (amplitude * random.nextGaussian());
            }
            feed(samples);
        }
    }

    /** Loud with a kurtosis around 25. */
    void impulsive(int windows) {
        for (int window = 0; window < windows; window++) {
            short[] samples = new short[SmallBundles.WINDOW];
            for (int index = 0; index < samples.length; index++) {
                samples[index] = (short) (index % 25 == 7 ? 20 * LOUD : QUIET * random.nextGaussian());
            }
            feed(samples);
        }
    }

    private void feed(short[] samples) {
        now += MILLIS_PER_WINDOW;
        node.samples(samples, now);
    }

    /** Takes every frame that the node hands out now, without reporting delivery. */
    List<byte[]> frames() {
        List<byte[]> frames = new ArrayList<>();
        for (Optional<byte[]> frame = node.nextFrame(now); frame.isPresent(); frame = node.nextFrame(now)) {
            frames.add(frame.get());
        }
        return frames;
    }

    @Override
    public void close() {
        node.close();
    }
}
