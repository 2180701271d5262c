package io.milliwatt.dsp.fixedpoint.soil;

/**
 * Quality control of one depth in the manner of the International Soil Moisture Network (Dorigo et al. 2013), reading by reading, so that it
 * must say at once what that does in hindsight ({@code soil.md}, "Quality").
 *
 * <p>Headroom: all differences are of 16-bit values; hours and water held stop at 65,535.
 */
public final class DepthQuality {

    private static final int HOURS = 24;
    private static final int MOST = 65_535;

    private final SoilQualityRule rule;
    private final int depthMillimetres;
    private final int saturated;
    private final short[] hours = new short[HOURS];
    private int filled;
    private int outside;
    private int breakHours;
    private boolean fallen;
    private short fallenFrom;
    private short held;
    private int heldHours;
    private int heldWater;

    /**
     * @param saturated of this soil, 0.01 %; the rule's own where it is not known
     */
    public DepthQuality(SoilQualityRule rule, int depthMillimetres, int saturated) {
        this.rule = rule;
        this.depthMillimetres = depthMillimetres;
        this.saturated = saturated;
    }

    /**
     * What stands around a reading.
     *
     * @param hoursPassed since the reading before, 0 within the same hour
     * @param gap more time has gone by than the rule allows
     * @param rainOfDay of the last 24 hours, 0.1 mm
     * @param newRain since the reading before, 0.1 mm
     * @param soil temperature at the depth, 0.01 °C, or {@link Water#MISSING}
     * @param lowBattery the battery is below the rule's limit
     * @param othersMoved the most that another depth's daily means differ within eight days, 0.01 %
     */
    public record Surroundings(
            long hoursPassed,
            boolean gap,
            int rainOfDay,
            int newRain,
            short soil,
            boolean lowBattery,
            int othersMoved) {}

    /**
     * Flags of a reading.
     *
     * @param water 0.01 %, or {@link Water#MISSING}
     * @param history of the days that have ended
     */
    public int accept(short water, Surroundings around, DepthHistory history) {
        advance(around);
        if (!Water.known(water)) {
            return SoilFlag.GAP.bit();
        }
        int flags = (around.gap() ? SoilFlag.GAP.bit() : 0) | (around.lowBattery() ? SoilFlag.BATTERY_BIAS.bit() : 0);
        if (Water.known(around.soil()) && around.soil() <= rule.frozen()) {
            flags |= SoilFlag.FROZEN.bit();
        }
        if (water < rule.lowest() || water > rule.highest()) {
            return flags | SoilFlag.RANGE.bit();
        }
        boolean mayRise =
                around.rainOfDay() >= rule.leastRain() || Water.known(around.soil()) && around.soil() <= rule.thawing();
        flags |= step(water, mayRise);
        flags |= water >= saturated ? SoilFlag.SATURATED.bit() : 0;
        flags |= plateau(water, history);
        flags |= stuck(water, around) ? SoilFlag.STUCK.bit() : 0;
        return flags;
    }

    private void advance(Surroundings around) {
        heldWater = Math.min(MOST, heldWater + around.newRain());
        if (around.hoursPassed() == 0) {
            return;
        }
        breakHours = (int) Math.max(0, breakHours - around.hoursPassed());
        heldHours = (int) Math.min(MOST, heldHours + around.hoursPassed());
        if (around.hoursPassed() >= HOURS) {
            filled = 0;
            outside = 0;
            return;
        }
        for (long hour = 0; hour < around.hoursPassed() && filled > 0; hour++) {
            System.arraycopy(hours, 0, hours, 1, HOURS - 1);
            filled = Math.min(HOURS, filled + 1);
        }
    }

    /** Spike, break, rise without rain; afterwards the hours know the reading if it belongs to them. */
    private int step(short water, boolean mayRise) {
        if (filled == 0) {
            begin(water);
            return 0;
        }
        int low = lowest();
        int high = highest();
        boolean below = water < low - rule.jump();
        boolean above = water > high + rule.jump() && !mayRise;
        int flags = 0;
        if (!below && !above) {
            outside = 0;
        } else if (++outside <= rule.readingsToBreak()) {
            return SoilFlag.SPIKE.bit();
        } else {
            outside = 0;
            breakHours = rule.breakHours();
            fallen = below && low - water > rule.plateauFall();
            fallenFrom = (short) low;
            flags = above ? SoilFlag.RISE_WITHOUT_RAIN.bit() : 0;
            begin(water);
        }
        boolean risen = filled == HOURS && water - hours[HOURS - 1] > rule.rise() && !mayRise;
        hours[0] = water;
        return flags | (breakHours > 0 ? SoilFlag.BREAK.bit() : 0) | (risen ? SoilFlag.RISE_WITHOUT_RAIN.bit() : 0);
    }

    private void begin(short water) {
        hours[0] = water;
        filled = 1;
    }

    private int plateau(short water, DepthHistory history) {
        if (fallen && water > fallenFrom - rule.jump()) {
            fallen = false;
        }
        boolean low = fallen
                && history.count() > 0
                && water < history.lowest() - rule.plateauBelow()
                && highest() - lowest() <= rule.plateauRange();
        return low ? SoilFlag.LOW_PLATEAU.bit() : 0;
    }

    private boolean stuck(short water, Surroundings around) {
        if (Math.abs(water - held) > 1) {
            held = water;
            heldHours = 0;
            heldWater = 0;
        }
        boolean inRain = depthMillimetres <= rule.nearSurface()
                && heldHours >= rule.stuckHoursInRain()
                && heldWater >= rule.stuckRain();
        return inRain || heldHours >= rule.stuckHours() && around.othersMoved() > rule.stuckMoved();
    }

    private int lowest() {
        int lowest = hours[0];
        for (int hour = 1; hour < filled; hour++) {
            lowest = Math.min(lowest, hours[hour]);
        }
        return lowest;
    }

    private int highest() {
        int highest = hours[0];
        for (int hour = 1; hour < filled; hour++) {
            highest = Math.max(highest, hours[hour]);
        }
        return highest;
    }
}
