package io.milliwatt.dsp.fixedpoint;

/**
 * Lets plausible values of a sensor through and holds the last one in place of the others: those out of range, those too far
 * from it (unless they keep coming: then the soil did change), and tells of a sensor that is stuck.
 *
 * <p>Headroom: the distance of two int32 values is formed in 64 bits; a node's counts stop at 2³² − 1, these at 2³¹ − 1, both
 * beyond every limit they are compared with.
 */
public final class Plausibility implements Kernel {

    private final PlausibilityRule rule;
    private boolean primed;
    private int held;
    private int newest;
    private int same;
    private int jumps;
    private int faults;

    public Plausibility(PlausibilityRule rule) {
        this.rule = rule;
    }

    @Override
    public boolean accept(int value) {
        boolean inRange = value >= rule.lowest() && value <= rule.highest();
        same = same > 0 && value == newest ? oneMore(same) : 1;
        newest = value;
        boolean jump = inRange && primed && Math.abs((long) value - held) > rule.largestChange();
        jumps = jump ? oneMore(jumps) : 0;
        boolean plausible = inRange && (!jump || jumps > rule.jumpsToBelieve());
        if (plausible || !primed) {
            held = Math.clamp(value, rule.lowest(), rule.highest());
        }
        if (plausible) {
            primed = true;
            jumps = 0;
        }
        boolean stuck = rule.stuckAfter() > 0 && same >= rule.stuckAfter();
        faults = plausible && !stuck ? faults : oneMore(faults);
        return true;
    }

    private static int oneMore(int count) {
        return count == Integer.MAX_VALUE ? count : count + 1;
    }

    @Override
    public int output() {
        return held;
    }

    @Override
    public void endWindow(Window window) {
        if (faults >= rule.faultsToFlag()) {
            window.flag(Window.SENSOR_FAULT);
        }
        faults = 0;
    }
}
