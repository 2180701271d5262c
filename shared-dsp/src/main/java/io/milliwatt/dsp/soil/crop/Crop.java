package io.milliwatt.dsp.soil.crop;

/**
 * What FAO-56's tables say of a crop.
 *
 * @param single coefficients that hold evaporation and transpiration together (table 12)
 * @param basal coefficients of transpiration from a dry soil surface (table 17)
 * @param initialHeightMetres above 0
 * @param maximumHeightMetres table 12
 * @param initialRootDepthMetres above 0
 * @param maximumRootDepthMetres table 22
 * @param depletionFraction part p of the available water that can be drawn without stress at 5 mm a day (table 22)
 */
public record Crop(
        CoefficientCurve single,
        CoefficientCurve basal,
        StageLengths stages,
        double initialHeightMetres,
        double maximumHeightMetres,
        double initialRootDepthMetres,
        double maximumRootDepthMetres,
        double depletionFraction) {

    private static final double DEEPEST_ROOT_METRES = 10;

    public Crop {
        if (!(initialHeightMetres >= 0 && maximumHeightMetres >= initialHeightMetres)) {
            throw new IllegalArgumentException("A crop grows from its initial height of " + initialHeightMetres
                    + " m to a greater one, not to " + maximumHeightMetres + " m");
        }
        if (!(initialRootDepthMetres > 0
                && maximumRootDepthMetres >= initialRootDepthMetres
                && maximumRootDepthMetres <= DEEPEST_ROOT_METRES)) {
            throw new IllegalArgumentException("Roots grow from their initial depth of " + initialRootDepthMetres
                    + " m to a greater one, not to " + maximumRootDepthMetres + " m");
        }
        if (!(depletionFraction > 0 && depletionFraction < 1)) {
            throw new IllegalArgumentException(
                    "A depletion fraction lies between 0 and 1, not " + depletionFraction + "; 50 % is 0.5");
        }
        if (basal.middle() <= basal.initial()) {
            throw new IllegalArgumentException("The basal coefficient rises from its initial " + basal.initial()
                    + " to mid-season, not to " + basal.middle());
        }
    }

    /** Height by the basal coefficient's way from initial to mid-season (FAO-56 chapter 7, "Crop height"). */
    public double heightMetres(double basalCoefficient) {
        return initialHeightMetres + (maximumHeightMetres - initialHeightMetres) * grown(basalCoefficient);
    }

    /** Root depth by the same way (FAO-56 p. 279, annex 8). */
    public double rootDepthMetres(double basalCoefficient) {
        return initialRootDepthMetres + (maximumRootDepthMetres - initialRootDepthMetres) * grown(basalCoefficient);
    }

    private double grown(double basalCoefficient) {
        return (basalCoefficient - basal.initial()) / (basal.middle() - basal.initial());
    }
}
