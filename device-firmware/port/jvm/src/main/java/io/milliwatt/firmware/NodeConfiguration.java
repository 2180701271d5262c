package io.milliwatt.firmware;

import io.milliwatt.dsp.fixedpoint.FaultOrders;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a node is told at its start.
 *
 * @param nodeId unsigned 32 bits, given at enrolment
 * @param bootId unsigned 32 bits, larger than at every earlier start of this node
 * @param key 32 bytes, for the frames' MAC
 * @param sensor what is measured, and on which machine
 * @param reporting how much is kept and how often it is told
 * @param dutyCycle when it samples
 * @param heart what a node that watches a heart tells besides
 * @param bundleSigner public key of whoever signs bundles, 65 bytes (04, X, Y on P-256); empty allows unsigned bundles
 */
public record NodeConfiguration(
        long nodeId,
        long bootId,
        byte[] key,
        Sensor sensor,
        Reporting reporting,
        DutyCycle dutyCycle,
        HeartWatch heart,
        Optional<byte[]> bundleSigner) {

    public static final int DOMAIN_VIBRATION = 1;
    public static final int UNIT_METRES_PER_SECOND_SQUARED = 1;
    public static final int UNIT_G = 2;
    public static final int DOMAIN_ECG = 2;
    public static final int UNIT_MILLIVOLT = 3;
    public static final int DOMAIN_IRRIGATION = 3;
    public static final int UNIT_SEVERAL = 6;

    private static final int KEY_LENGTH = 32;
    private static final int POINT_LENGTH = 65;
    private static final long UNSIGNED_32 = 0xFFFF_FFFFL;

    /**
     * @param domain 1 vibration, 2 ecg, 3 irrigation
     * @param unit of a sample: 1 m/s², 2 g, 3 mV, 4 water content 0.1 % by volume, 5 temperature 0.01 °C, 6 several
     * @param nanoUnitsPerCount size of one count in billionths of the unit, 1 … 2³⁰ − 1
     * @param faultOrders of the machine's bearing
     * @param shaftSpeedMilliHertz at the start, 0 … 1 000 000; 0 while it is not known or the machine stands
     */
    public record Sensor(
            int domain, int unit, int nanoUnitsPerCount, FaultOrders faultOrders, int shaftSpeedMilliHertz) {}

    /**
     * @param storeBytes memory for frames not yet delivered
     * @param featureIntervalWindows a features frame every so many windows, 1 … 65535
     * @param captureIntervalSeconds a waveform capture so often; 0 only on request
     * @param captureBlocks one-second blocks per capture, 1 … 255
     */
    public record Reporting(int storeBytes, int featureIntervalWindows, int captureIntervalSeconds, int captureBlocks) {

        /** Features each window, 1 MB for frames and a one-second capture a minute. */
        public static final Reporting FULL = new Reporting(1 << 20, 1, 60, 1);

        public Reporting {
            check(storeBytes >= 0, "The frame store cannot have " + storeBytes + " bytes.");
            check(
                    featureIntervalWindows >= 1 && featureIntervalWindows <= 0xFFFF,
                    "The feature interval must be 1 to 65535 windows, not " + featureIntervalWindows + ".");
            check(
                    captureIntervalSeconds >= 0,
                    "The capture interval must not be negative, but is " + captureIntervalSeconds + ".");
            check(
                    captureBlocks >= 1 && captureBlocks <= 255,
                    "A capture has 1 to 255 blocks, not " + captureBlocks + ".");
        }
    }

    /** Of a node that watches no heart. */
    public NodeConfiguration(
            long nodeId,
            long bootId,
            byte[] key,
            Sensor sensor,
            Reporting reporting,
            DutyCycle dutyCycle,
            Optional<byte[]> bundleSigner) {
        this(nodeId, bootId, key, sensor, reporting, dutyCycle, HeartWatch.SILENT, bundleSigner);
    }

    public NodeConfiguration {
        check(nodeId >= 0 && nodeId <= UNSIGNED_32, "The node id must fit 32 bits, but is " + nodeId + ".");
        check(bootId >= 0 && bootId <= UNSIGNED_32, "The boot id must fit 32 bits, but is " + bootId + ".");
        check(key.length == KEY_LENGTH, "A node's key has 32 bytes, not " + key.length + ".");
        check(
                bundleSigner.map(point -> point.length == POINT_LENGTH).orElse(true),
                "A signer's public key has 65 bytes: 04, X and Y.");
        key = key.clone();
        bundleSigner = bundleSigner.map(byte[]::clone);
    }

    /**
     * A vibration node with an unsigned bundle and {@link Reporting#FULL}; the shaft's speed is not known yet.
     *
     * @param nanoGPerCount size of one count in billionths of g
     */
    public static NodeConfiguration vibration(
            long nodeId, long bootId, byte[] key, int nanoGPerCount, FaultOrders faultOrders) {
        Sensor sensor = new Sensor(DOMAIN_VIBRATION, UNIT_G, nanoGPerCount, faultOrders, 0);
        return new NodeConfiguration(
                nodeId, bootId, key, sensor, Reporting.FULL, DutyCycle.CONTINUOUS, HeartWatch.SILENT, Optional.empty());
    }

    /**
     * A node that watches a heart, with an unsigned bundle, vitals every second, one lead as a continuous waveform and the
     * firmware's own limits.
     *
     * @param nanoMillivoltPerCount size of one count in billionths of a millivolt; 5,000,000 where a count is 5 µV
     */
    public static NodeConfiguration heart(long nodeId, long bootId, byte[] key, int nanoMillivoltPerCount) {
        Sensor sensor = new Sensor(DOMAIN_ECG, UNIT_MILLIVOLT, nanoMillivoltPerCount, FaultOrders.NONE, 0);
        Reporting reporting = new Reporting(1 << 20, 1, 0, 10);
        return new NodeConfiguration(
                nodeId, bootId, key, sensor, reporting, DutyCycle.CONTINUOUS, HeartWatch.ONE_LEAD, Optional.empty());
    }

    /** A node that watches a soil, with an unsigned bundle and 64 kB for frames; {@link NativeNode#irrigate} gives it probes and valves. */
    public static NodeConfiguration soil(long nodeId, long bootId, byte[] key) {
        Sensor sensor = new Sensor(DOMAIN_IRRIGATION, UNIT_SEVERAL, 1, FaultOrders.NONE, 0);
        Reporting reporting = new Reporting(1 << 16, 1, 0, 1);
        return new NodeConfiguration(
                nodeId, bootId, key, sensor, reporting, DutyCycle.CONTINUOUS, HeartWatch.SILENT, Optional.empty());
    }

    /** The same with other limits and channels of a heart. */
    public NodeConfiguration withHeartWatch(HeartWatch watch) {
        return new NodeConfiguration(nodeId, bootId, key, sensor, reporting, dutyCycle, watch, bundleSigner);
    }

    /** The same with another speed at the start. */
    public NodeConfiguration withShaftSpeed(int milliHertz) {
        Sensor turning =
                new Sensor(sensor.domain, sensor.unit, sensor.nanoUnitsPerCount, sensor.faultOrders, milliHertz);
        return new NodeConfiguration(nodeId, bootId, key, turning, reporting, dutyCycle, heart, bundleSigner);
    }

    /** The same for the next start. */
    public NodeConfiguration withBootId(long nextBootId) {
        return new NodeConfiguration(nodeId, nextBootId, key, sensor, reporting, dutyCycle, heart, bundleSigner);
    }

    /** The same with another frame store and other intervals. */
    public NodeConfiguration withStoreAndIntervals(
            int storeBytes, int featureWindows, int captureSeconds, int blocksPerCapture) {
        Reporting other = new Reporting(storeBytes, featureWindows, captureSeconds, blocksPerCapture);
        return new NodeConfiguration(nodeId, bootId, key, sensor, other, dutyCycle, heart, bundleSigner);
    }

    /** The same, sampling in bursts. */
    public NodeConfiguration withDutyCycle(DutyCycle bursts) {
        return new NodeConfiguration(nodeId, bootId, key, sensor, reporting, bursts, heart, bundleSigner);
    }

    /** The same, taking only bundles signed by the owner of this public key (65 bytes: 04, X, Y on P-256). */
    public NodeConfiguration withBundleSigner(byte[] publicKey) {
        return new NodeConfiguration(nodeId, bootId, key, sensor, reporting, dutyCycle, heart, Optional.of(publicKey));
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    @Override
    public Optional<byte[]> bundleSigner() {
        return bundleSigner.map(byte[]::clone);
    }

    /** Says which node, and never the key. */
    @Override
    public String toString() {
        return "node " + nodeId + ", boot " + bootId + ", domain " + sensor.domain;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NodeConfiguration that && Arrays.equals(encoded(), that.encoded());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded());
    }

    /** The bytes of C's struct mw_node_configuration in this machine's byte order. */
    public byte[] encoded() {
        return NodeConfigurationLayout.encode(this);
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
