package io.milliwatt.dsp.soil.balance;

/**
 * A day's irrigation.
 *
 * @param applied mm as mean over the whole field
 * @param wettedFraction fw: 1 under sprinklers, 0.3 to 0.4 under drip (FAO-56 table 20); stays until other water wets the ground
 * @param efficiency part of the water that reaches the root zone's surface, above 0 to 1
 */
public record Irrigation(double applied, double wettedFraction, double efficiency) {

    /** A day without; the ground stays wetted as it was. */
    public static final Irrigation NONE = new Irrigation(0, 1, 1);

    public Irrigation {
        if (!(applied >= 0 && applied < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Irrigation is zero or more mm, not " + applied);
        }
        if (!(wettedFraction > 0 && wettedFraction <= 1)) {
            throw new IllegalArgumentException(
                    "Irrigation wets a part of the ground between 0 and 1, not " + wettedFraction);
        }
        if (!(efficiency > 0 && efficiency <= 1)) {
            throw new IllegalArgumentException(
                    "An irrigation's efficiency lies between 0 and 1, not " + efficiency + "; 90 % is 0.9");
        }
    }

    /** Does it happen? */
    boolean applies() {
        return applied > 0;
    }

    /** What does not arrive, mm. */
    public double loss() {
        return applied - effective();
    }

    /** What arrives, mm. */
    public double effective() {
        return applied * efficiency;
    }
}
