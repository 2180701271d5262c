package io.milliwatt.dsp.fixedpoint;

import java.util.List;

/**
 * How far the lines of one kind of fault stand above the floor together: the largest, over a common slip of the rolling
 * elements, of the mean over the lines of the highest of the three bins nearest to each. One slip for all lines is what
 * tells a fault's comb from chance peaks.
 */
public final class LineScore implements Kernel {

    private final LocalFloor floor;
    private final FaultOrders orders;
    private final int slipSteps;
    private final int slipStepQ20;
    private final List<SpectralLine> lines;
    private int score;

    /**
     * @param slipSteps steps searched to either side, 0 … 100
     * @param slipStepQ20 a step as a share of the base order, 0 … 65,535
     */
    public LineScore(LocalFloor floor, FaultOrders orders, int slipSteps, int slipStepQ20, List<SpectralLine> lines) {
        this.floor = floor;
        this.orders = orders;
        this.slipSteps = slipSteps;
        this.slipStepQ20 = slipStepQ20;
        this.lines = List.copyOf(lines);
    }

    @Override
    public void endWindow(Window window) {
        score = 0;
        if (!floor.isKnown()) {
            return;
        }
        int used = 0;
        for (SpectralLine line : lines) {
            used += isUsable(line) ? 1 : 0;
        }
        if (used == 0) {
            return;
        }
        int best = Integer.MIN_VALUE;
        for (int step = -slipSteps; step <= slipSteps; step++) {
            int sum = 0;
            for (SpectralLine line : lines) {
                sum += isUsable(line) ? highestNear(binOf(line, step)) : 0;
            }
            best = Math.max(best, sum);
        }
        score = best / used;
    }

    private boolean isUsable(SpectralLine line) {
        long bin = binOf(line, 0);
        return line.base().orderQ16(orders) > 0 && bin >= 1 && bin < floor.topBin();
    }

    /** A slip is at most 6.25 times its base of 2²⁹, so an order is below 2^32.1 and, with 2³⁰, the product below 2^62.1. */
    private long binOf(SpectralLine line, int step) {
        long baseQ16 = (long) line.harmonic() * line.base().orderQ16(orders);
        long slippedQ16 = baseQ16 + ((baseQ16 * step * slipStepQ20) >> 20);
        long orderQ16 = slippedQ16 + (long) line.multiple() * line.sideband().orderQ16(orders);
        return Saturation.roundingShift(orderQ16 * floor.binsPerOrderQ16(), 32);
    }

    private int highestNear(long bin) {
        int centre = (int) Math.clamp(bin, 1L, floor.bins() - 2L);
        return Math.max(floor.excess(centre), Math.max(floor.excess(centre - 1), floor.excess(centre + 1)));
    }

    /** Mean excess of the lines, log₂ power in Q10; 0 without a usable line. */
    @Override
    public int value(int index) {
        return score;
    }
}
