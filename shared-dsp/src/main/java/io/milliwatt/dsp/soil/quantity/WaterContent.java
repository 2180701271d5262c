package io.milliwatt.dsp.soil.quantity;

/**
 * Volume of water per volume of soil.
 *
 * @param fraction cubic metres per cubic metre, 0 to 1; a probe's raw per cent is not one of these until it is calibrated
 */
public record WaterContent(double fraction) implements Comparable<WaterContent> {

    private static final double PERCENT = 100;
    private static final double MILLIMETRES_PER_METRE = 1000;

    public WaterContent {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("A volumetric water content lies between 0 and 1 m³/m³, not " + fraction
                    + "; a value in per cent is made with ofPercent");
        }
    }

    public static WaterContent ofFraction(double fraction) {
        return new WaterContent(fraction);
    }

    /** @param percent of the soil's volume, 0 to 100 */
    public static WaterContent ofPercent(double percent) {
        if (!(percent >= 0 && percent <= PERCENT)) {
            throw new IllegalArgumentException(
                    "A volumetric water content lies between 0 and 100 %, not " + percent + " %");
        }
        return new WaterContent(percent / PERCENT);
    }

    public double percent() {
        return fraction * PERCENT;
    }

    /** The water that a layer of this content holds. */
    public WaterDepth inLayer(double thicknessMetres) {
        if (!(thicknessMetres >= 0)) {
            throw new IllegalArgumentException("A layer cannot be " + thicknessMetres + " m thick");
        }
        return new WaterDepth(MILLIMETRES_PER_METRE * fraction * thicknessMetres);
    }

    @Override
    public int compareTo(WaterContent other) {
        return Double.compare(fraction, other.fraction);
    }
}
