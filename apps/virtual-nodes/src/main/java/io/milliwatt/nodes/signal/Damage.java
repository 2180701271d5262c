package io.milliwatt.nodes.signal;

/**
 * A damage that starts some time after the node was switched on and grows.
 *
 * @param startsAfterSeconds the machine is healthy until then, 0 or more
 * @param growsForSeconds until the full impact, above 0
 * @param impactG peak acceleration of one full impact in the middle of the load zone
 */
public record Damage(DamagedPart part, double startsAfterSeconds, double growsForSeconds, double impactG) {
    public Damage {
        if (part == null || !(startsAfterSeconds >= 0) || !(growsForSeconds > 0) || !(impactG > 0)) {
            throw new IllegalArgumentException(
                    "A damage needs a part, a start of 0 s or later, a growth above 0 s and an impact above 0 g, but it is "
                            + part + ", " + startsAfterSeconds + " s, " + growsForSeconds + " s, " + impactG + " g.");
        }
    }

    /** 0 before the start, 1 when fully grown, and a smooth step between. */
    double severity(double timeSeconds) {
        double progress = Math.clamp((timeSeconds - startsAfterSeconds) / growsForSeconds, 0, 1);
        return progress * progress * (3 - 2 * progress);
    }
}
