package io.milliwatt.dsp.soil.quantity;

/**
 * An electrical conductivity of a soil at 25 °C. The three kinds differ by a factor of ten and must never be compared: crop tables speak of the
 * saturated paste, fertigation of the pore water, and a probe measures the bulk.
 */
public sealed interface Conductivity {

    /** From 0; 1 dS/m is 1 mS/cm. */
    double decisiemensPerMetre();

    /** Of soil, water and air together, as a probe feels it. */
    record Bulk(double decisiemensPerMetre) implements Conductivity {
        public Bulk {
            check(decisiemensPerMetre);
        }
    }

    /** Of the water in the pores, which roots meet. */
    record PoreWater(double decisiemensPerMetre) implements Conductivity {
        public PoreWater {
            check(decisiemensPerMetre);
        }
    }

    /** Of the extract of a saturated paste, in which laboratories and tolerance tables speak (ECe). */
    record SaturatedPaste(double decisiemensPerMetre) implements Conductivity {
        public SaturatedPaste {
            check(decisiemensPerMetre);
        }
    }

    /** Of irrigation water (ECw). */
    record IrrigationWater(double decisiemensPerMetre) implements Conductivity {
        public IrrigationWater {
            check(decisiemensPerMetre);
        }
    }

    private static void check(double decisiemensPerMetre) {
        if (!(decisiemensPerMetre >= 0 && decisiemensPerMetre < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "An electrical conductivity is zero or more dS/m, not " + decisiemensPerMetre);
        }
    }
}
