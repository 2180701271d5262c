package io.milliwatt.nodes.signal;

import io.milliwatt.dsp.vibration.FaultOrders;
import java.util.random.RandomGenerator;

/**
 * The blows of a damaged bearing part. Their mean spacing follows the geometry with half a per cent of slip, each spacing
 * jitters by one per cent of itself (Antoni and Randall 2003: "A stochastic model for simulation and diagnostics of rolling
 * element bearings with localized faults"), and their height follows the place where each one falls.
 */
final class ImpactTrain {
    private static final double MEAN_SLIP = 0.005;
    private static final double JITTER = 0.01;
    private static final double HEIGHT_SCATTER = 0.1;

    /** A rolling element strikes both races by turns; the blow on the inner one has a longer way to the sensor. */
    private static final double INNER_BLOW_AT_THE_SENSOR = 0.6;

    private final DamagedPart part;
    private final double spacingTurns;
    private final double cageOrder;
    private final RandomGenerator random;
    private double nextBlowTurns;
    private long blows;

    ImpactTrain(DamagedPart part, FaultOrders orders, RandomGenerator random) {
        this.part = part;
        double order = switch (part) {
            case INNER_RACE -> orders.innerRace();
            case OUTER_RACE -> orders.outerRace();
            case ROLLING_ELEMENT -> orders.elementDefect();
        };
        this.spacingTurns = 1 / (order * (1 - MEAN_SLIP));
        this.cageOrder = orders.cage();
        this.random = random;
    }

    /** Where no blow has fallen yet, the first one comes within one spacing from here. */
    void startAt(double turns) {
        nextBlowTurns = turns + random.nextDouble() * spacingTurns;
    }

    /** The height of the blow that falls until the shaft stands at {@code turns}, relative to a full one; else 0. */
    double upTo(double turns) {
        if (turns < nextBlowTurns) {
            return 0;
        }
        double height = shareOfLoad(nextBlowTurns) * (1 + HEIGHT_SCATTER * random.nextGaussian());
        nextBlowTurns += spacingTurns * (1 + JITTER * random.nextGaussian());
        blows++;
        return height;
    }

    private double shareOfLoad(double turns) {
        return switch (part) {
            // The outer race stands still; its damage lies where the load is.
            case OUTER_RACE -> 1;
            case INNER_RACE -> LoadZone.share(turns);
            case ROLLING_ELEMENT -> LoadZone.share(turns * cageOrder) * (blows % 2 == 0 ? 1 : INNER_BLOW_AT_THE_SENSOR);
        };
    }
}
