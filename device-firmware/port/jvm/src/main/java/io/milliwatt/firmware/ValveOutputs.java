package io.milliwatt.firmware;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;

/**
 * The valves of a soil node and what closes them; ranges are the firmware's to check.
 *
 * @param maximumSeconds that each valve may be open on end, 1 … 86,400; at most four valves
 * @param millilitresPerPulse of the flow meter; 0 without one
 * @param linkSeconds without a word from the server, after which valves close; 0: never
 * @param staleSeconds without a reading, after which a probe is silent and valves close; 0: never
 * @param blockedSeconds that a valve is open without flow before it counts as blocked; 0: not watched
 * @param leak when flow without an open valve is a leak
 * @param closingFlags bits of readings that close valves
 * @param areaSquareDecimetres that the valves water; 0 where it is not known
 */
public record ValveOutputs(
        List<Integer> maximumSeconds,
        int millilitresPerPulse,
        int linkSeconds,
        int staleSeconds,
        int blockedSeconds,
        Leak leak,
        int closingFlags,
        int areaSquareDecimetres) {

    static final int BYTES = 48;
    private static final int MOST_VALVES = 4;
    private static final int SENSOR_STALE = 1;
    private static final int SENSOR_FLAGGED = 2;
    private static final int LEAK = 4;
    private static final int BLOCKED = 8;

    /**
     * @param settlingSeconds after the last valve closed, in which flow is no leak
     * @param seconds within which so many pulses are a leak; 0: not watched
     */
    public record Leak(int settlingSeconds, int seconds, int pulses) {}

    /** A node that has no valve. */
    public static final ValveOutputs NONE = new ValveOutputs(List.of(), 0, 0, 7_200, 0, new Leak(0, 0, 0), 0, 0);

    /** Valves with the limits that fit a field: no word for 15 minutes, no reading for 45, no flow for two minutes; leaks within ten. */
    public static ValveOutputs usual(
            int valves, int maximumSeconds, int millilitresPerPulse, int areaSquareDecimetres) {
        int rangeBreakPlateauStuckOrGap = 1 | 1 << 4 | 1 << 5 | 1 << 7 | 1 << 10;
        return new ValveOutputs(
                Collections.nCopies(valves, maximumSeconds),
                millilitresPerPulse,
                900,
                2_700,
                120,
                new Leak(60, 600, 10),
                rangeBreakPlateauStuckOrGap,
                areaSquareDecimetres);
    }

    public ValveOutputs {
        maximumSeconds = List.copyOf(maximumSeconds);
        if (maximumSeconds.size() > MOST_VALVES) {
            throw new IllegalArgumentException("A node has at most 4 valves, not " + maximumSeconds.size() + ".");
        }
    }

    /**
     * The bytes of C's {@code struct mw_valve_settings}, and behind it the area and whether readings go in the compact form, in this
     * machine's byte order.
     */
    byte[] encoded(boolean compact) {
        ByteBuffer out = ByteBuffer.allocate(BYTES).order(ByteOrder.nativeOrder());
        for (int valve = 0; valve < MOST_VALVES; valve++) {
            out.putInt(valve < maximumSeconds.size() ? maximumSeconds.get(valve) : 0);
        }
        out.putInt(millilitresPerPulse).putInt(linkSeconds).putInt(staleSeconds);
        out.putShort((short) blockedSeconds).putShort((short) leak.settlingSeconds());
        out.putShort((short) leak.seconds()).putShort((short) leak.pulses());
        out.putShort((short) closingFlags);
        out.put((byte) maximumSeconds.size()).put((byte) interlocks()).putInt(areaSquareDecimetres);
        out.putInt(compact ? 1 : 0);
        return out.array();
    }

    private int interlocks() {
        return (staleSeconds > 0 ? SENSOR_STALE : 0) | SENSOR_FLAGGED | LEAK | BLOCKED;
    }
}
