package io.milliwatt.runtime.decision;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of decision rule 4: what a soil node makes of its model's scores ({@code bundle.md}, section 4). Water contents in 0.01 % by
 * volume.
 *
 * @param multipliers per horizon of 1, 3 and 7 days: change of water content = score × multiplier / 2^shift, each 1 … 32,767
 * @param shift 1 … 30
 * @param refillShareQ8 refill line between driest and wettest day so far where none is set, 0 … 256
 * @param fullShareQ8 full line likewise, 0 … 256 and at least the refill's
 * @param leadTenths of a day: water is needed when the refill line is at most so far, 0 … 300
 * @param reportChange of water content that is worth a message, 1 … 32,767
 * @param reportTenths of a day by which the days to refill must have changed, 1 … 300
 * @param heartbeatHours after which a node speaks though nothing happened, 1 … 255
 * @param spreads of the forecast around what came, one of {@link #SPREAD_DEPTHS_MILLIMETRES} after the other
 */
public record SoilRule(
        List<Integer> multipliers,
        int shift,
        int refillShareQ8,
        int fullShareQ8,
        int leadTenths,
        int reportChange,
        int reportTenths,
        int heartbeatHours,
        List<Spread> spreads) {

    /** Days ahead. */
    public static final List<Integer> HORIZONS = List.of(1, 3, 7);

    /** Depths whose spread is told; others take the nearest, of two equally near the shallower. */
    public static final List<Integer> SPREAD_DEPTHS_MILLIMETRES = List.of(50, 100, 200, 500, 1_000);

    /** Bytes in section 4. */
    static final int LENGTH = 80;

    private static final int LONGEST_TENTHS = 300;

    /**
     * Root mean square of forecast less truth at one depth, on stations not trained on; 0.01 %, per horizon.
     *
     * @param rainUnknown without a forecast of rain
     * @param rainKnown with the rain that really fell
     */
    public record Spread(List<Integer> rainUnknown, List<Integer> rainKnown) {
        public Spread {
            rainUnknown = List.copyOf(rainUnknown);
            rainKnown = List.copyOf(rainKnown);
            require(
                    rainUnknown.size() == HORIZONS.size() && rainKnown.size() == HORIZONS.size(),
                    "A spread has a number per horizon, not",
                    rainUnknown.size());
            rainUnknown.forEach(each -> range(each, 0, Short.MAX_VALUE, "A spread"));
            rainKnown.forEach(each -> range(each, 0, Short.MAX_VALUE, "A spread"));
        }
    }

    public SoilRule {
        multipliers = List.copyOf(multipliers);
        spreads = List.copyOf(spreads);
        require(multipliers.size() == HORIZONS.size(), "A soil rule has three multipliers, not", multipliers.size());
        multipliers.forEach(each -> range(each, 1, Short.MAX_VALUE, "A multiplier of a soil rule"));
        range(shift, 1, 30, "The shift of a soil rule");
        range(refillShareQ8, 0, 256, "The refill line's share");
        range(fullShareQ8, refillShareQ8, 256, "The full line's share");
        range(leadTenths, 0, LONGEST_TENTHS, "The lead of a soil rule");
        range(reportChange, 1, Short.MAX_VALUE, "The change worth a message");
        range(reportTenths, 1, LONGEST_TENTHS, "The change of the days to refill worth a message");
        range(heartbeatHours, 1, 255, "The hours between messages");
        require(
                spreads.size() == SPREAD_DEPTHS_MILLIMETRES.size(),
                "A soil rule has spreads of five depths, not",
                spreads.size());
    }

    private static void range(int value, int lowest, int highest, String what) {
        require(value >= lowest && value <= highest, what + " must be " + lowest + " to " + highest + ", not", value);
    }

    private static void require(boolean holds, String rule, int value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + " " + value + ".");
        }
    }

    /** Of the depth nearest to this one. */
    public Spread spreadAt(int depthMillimetres) {
        int nearest = 0;
        for (int i = 1; i < spreads.size(); i++) {
            if (Math.abs(SPREAD_DEPTHS_MILLIMETRES.get(i) - depthMillimetres)
                    < Math.abs(SPREAD_DEPTHS_MILLIMETRES.get(nearest) - depthMillimetres)) {
                nearest = i;
            }
        }
        return spreads.get(nearest);
    }

    void write(ByteBuffer out) {
        multipliers.forEach(each -> out.putShort(each.shortValue()));
        out.put((byte) shift).put((byte) heartbeatHours);
        for (int each : new int[] {refillShareQ8, fullShareQ8, leadTenths, reportChange, reportTenths, 0}) {
            out.putShort((short) each);
        }
        for (Spread spread : spreads) {
            spread.rainUnknown().forEach(each -> out.putShort(each.shortValue()));
            spread.rainKnown().forEach(each -> out.putShort(each.shortValue()));
        }
    }

    static SoilRule read(ByteBuffer in) {
        List<Integer> multipliers = three(in);
        int shift = Byte.toUnsignedInt(in.get());
        int heartbeat = Byte.toUnsignedInt(in.get());
        int refill = in.getShort();
        int full = in.getShort();
        int lead = in.getShort();
        int change = in.getShort();
        int tenths = in.getShort();
        require(in.getShort() == 0, "A reserved byte of the decision section must be 0, not", 1);
        List<Spread> spreads = new ArrayList<>();
        for (int depth = 0; depth < SPREAD_DEPTHS_MILLIMETRES.size(); depth++) {
            spreads.add(new Spread(three(in), three(in)));
        }
        return new SoilRule(multipliers, shift, refill, full, lead, change, tenths, heartbeat, spreads);
    }

    private static List<Integer> three(ByteBuffer in) {
        return List.of((int) in.getShort(), (int) in.getShort(), (int) in.getShort());
    }
}
