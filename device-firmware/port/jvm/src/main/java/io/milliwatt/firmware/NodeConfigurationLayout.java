package io.milliwatt.firmware;

import io.milliwatt.dsp.fixedpoint.FaultOrders;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Offsets of C's {@code struct mw_node_configuration} ({@code include/milliwatt/node.h}). */
final class NodeConfigurationLayout {

    static final int BYTES = 176;
    private static final int ANY_HARDWARE = 1;
    private static final int KEY_OFFSET = 64;
    private static final int PUBLIC_KEY_OFFSET = 96;
    private static final int PACEMAKER_OFFSET = 161;
    private static final int LIMITS_OFFSET = 164;

    private NodeConfigurationLayout() {}

    static byte[] encode(NodeConfiguration from) {
        ByteBuffer out = ByteBuffer.allocate(BYTES).order(ByteOrder.nativeOrder());
        out.putInt((int) from.nodeId()).putInt((int) from.bootId());
        NodeConfiguration.Sensor sensor = from.sensor();
        out.putInt(sensor.nanoUnitsPerCount());
        FaultOrders orders = sensor.faultOrders();
        out.putInt(orders.outerRaceQ16()).putInt(orders.innerRaceQ16());
        out.putInt(orders.ballDefectQ16()).putInt(orders.cageQ16());
        out.putInt(sensor.shaftSpeedMilliHertz()).putInt(ANY_HARDWARE);
        NodeConfiguration.Reporting reporting = from.reporting();
        out.putInt(reporting.captureIntervalSeconds()).putInt(0).putInt(reporting.storeBytes());
        out.putInt(from.dutyCycle().burstIntervalSeconds());
        out.putShort((short) reporting.featureIntervalWindows());
        out.putShort((short) from.dutyCycle().burstWindows());
        out.put((byte) reporting.captureBlocks()).put((byte) sensor.domain()).put((byte) sensor.unit());
        HeartWatch heart = from.heart();
        out.put((byte) 0).put((byte) (from.bundleSigner().isEmpty() ? 1 : 0)).put((byte) heart.streamedChannels());
        out.putShort((short) heart.batteryLowMillivolts());
        out.put(KEY_OFFSET, from.key());
        from.bundleSigner().ifPresent(point -> out.put(PUBLIC_KEY_OFFSET, point));
        out.put(PACEMAKER_OFFSET, (byte) (heart.hasPacemaker() ? 1 : 0));
        out.position(LIMITS_OFFSET);
        out.putShort((short) heart.pauseMillis()).putShort((short) heart.bradycardiaPerMinute());
        out.putShort((short) heart.tachycardiaPerMinute()).putShort((short) heart.frequentVentricularPerMinute());
        out.putShort((short) heart.lowestRail()).putShort((short) heart.highestRail());
        return out.array();
    }
}
