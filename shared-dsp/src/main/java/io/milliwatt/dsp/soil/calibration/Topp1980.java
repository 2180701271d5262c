package io.milliwatt.dsp.soil.calibration;

import io.milliwatt.dsp.soil.quantity.WaterContent;

/** Water content of mineral soils from their apparent permittivity (Topp, Davis and Annan 1980, Water Resources Research 16:574). */
public final class Topp1980 {
    /** Where the polynomial gives no water. */
    private static final double DRIEST = permittivityOf(0);

    private static final double PURE_WATER = 81;

    private Topp1980() {}

    /** @param permittivity relative, about 2 (dry) to 81 (water); below the curve's zero the answer is zero */
    public static WaterContent waterContent(double permittivity) {
        if (!(permittivity >= 1 && permittivity <= PURE_WATER)) {
            throw new IllegalArgumentException(
                    "The permittivity of a soil lies between 1 (air) and 81 (water), not " + permittivity);
        }
        return WaterContent.ofFraction(permittivity <= DRIEST ? 0 : Math.clamp(polynomial(permittivity), 0, 1));
    }

    /** The permittivity that gives a water content; the polynomial rises everywhere, so bisection finds the one. */
    public static double permittivity(WaterContent content) {
        return permittivityOf(content.fraction());
    }

    private static double permittivityOf(double fraction) {
        double low = 1;
        double high = 2 * PURE_WATER;
        while (high - low > 1e-12 * high) {
            double middle = (low + high) / 2;
            if (polynomial(middle) < fraction) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double polynomial(double e) {
        return -5.3e-2 + 2.92e-2 * e - 5.5e-4 * e * e + 4.3e-6 * e * e * e;
    }
}
