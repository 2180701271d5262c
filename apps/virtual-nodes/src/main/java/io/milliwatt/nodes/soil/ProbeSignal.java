package io.milliwatt.nodes.soil;

import java.util.Set;
import java.util.SplittableRandom;

/** What the probes of a zone make of the soil: a little noise, and what is wrong with the uppermost one. */
public final class ProbeSignal {
    /** Stands for a probe that says nothing, as the firmware has it. */
    public static final short MISSING = Short.MIN_VALUE;

    private static final double NOISE_HUNDREDTHS = 3;
    private static final int ONE_IN = 25;
    private static final double SPIKE_HUNDREDTHS = 1_200;
    private static final int HUNDREDTHS = 100;

    private final SplittableRandom random;
    private short held;
    private boolean holds;

    public ProbeSignal(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Water content of probe {@code index}, 0.01 % by volume. */
    public short water(int index, double percent, Set<SoilFault> faults) {
        double read = HUNDREDTHS * percent + NOISE_HUNDREDTHS * (random.nextDouble() + random.nextDouble() - 1);
        short value = (short) Math.clamp(Math.round(read), Short.MIN_VALUE + 1L, Short.MAX_VALUE);
        if (index > 0) {
            return value;
        }
        if (faults.contains(SoilFault.DEAD_PROBE)) {
            return MISSING;
        }
        if (faults.contains(SoilFault.STUCK_PROBE)) {
            held = holds ? held : value;
            holds = true;
            return held;
        }
        holds = false;
        boolean spike = faults.contains(SoilFault.SPIKES) && random.nextInt(ONE_IN) == 0;
        return spike ? (short) (value + SPIKE_HUNDREDTHS) : value;
    }

    /** 0.01 °C. */
    public static short hundredths(double celsius) {
        return (short) Math.round(HUNDREDTHS * celsius);
    }
}
