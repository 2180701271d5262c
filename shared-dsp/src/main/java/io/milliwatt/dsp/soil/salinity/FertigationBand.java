package io.milliwatt.dsp.soil.salinity;

import io.milliwatt.dsp.soil.quantity.Conductivity;

/**
 * The band in which a grower keeps the pore water's conductivity.
 *
 * @param lowest dS/m, below which the crop runs short of fertilizer
 * @param highest dS/m, above which salt harms it
 */
public record FertigationBand(double lowest, double highest) {

    /** Shown beside every advice. */
    public static final String CAUTION =
            "Electrical conductivity tells the sum of salts, not how much nitrogen, phosphorus or potassium is in it.";

    public FertigationBand {
        if (!(lowest >= 0 && highest > lowest)) {
            throw new IllegalArgumentException(
                    "A fertigation band rises from its lower end, not from " + lowest + " to " + highest + " dS/m");
        }
    }

    /** What to do with the next irrigation. */
    public enum Advice {
        FEED_MORE,
        KEEP,
        LEACH
    }

    public Advice advise(Conductivity.PoreWater poreWater) {
        if (poreWater.decisiemensPerMetre() < lowest) {
            return Advice.FEED_MORE;
        }
        return poreWater.decisiemensPerMetre() > highest ? Advice.LEACH : Advice.KEEP;
    }
}
