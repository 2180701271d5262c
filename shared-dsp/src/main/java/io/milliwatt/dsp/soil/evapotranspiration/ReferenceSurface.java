package io.milliwatt.dsp.soil.evapotranspiration;

/** The cover whose water use is the reference, with its constants for a day and an hour (ASCE 2005 table 1). */
public enum ReferenceSurface {
    /** Grass of 0.12 m: ETo. */
    SHORT(900, 0.34, 37, 0.24, 0.96, 0.1, 0.5),
    /** Lucerne of 0.5 m: ETr. */
    TALL(1600, 0.38, 66, 0.25, 1.7, 0.04, 0.2);

    private final double dailyNumerator;
    private final double dailyDenominator;
    private final double hourlyNumerator;
    private final double sunlitDenominator;
    private final double darkDenominator;
    private final double sunlitSoilHeat;
    private final double darkSoilHeat;

    ReferenceSurface(
            double dailyNumerator,
            double dailyDenominator,
            double hourlyNumerator,
            double sunlitDenominator,
            double darkDenominator,
            double sunlitSoilHeat,
            double darkSoilHeat) {
        this.dailyNumerator = dailyNumerator;
        this.dailyDenominator = dailyDenominator;
        this.hourlyNumerator = hourlyNumerator;
        this.sunlitDenominator = sunlitDenominator;
        this.darkDenominator = darkDenominator;
        this.sunlitSoilHeat = sunlitSoilHeat;
        this.darkSoilHeat = darkSoilHeat;
    }

    PenmanMonteith.Constants daily() {
        return new PenmanMonteith.Constants(dailyNumerator, dailyDenominator);
    }

    /** An hour counts as night when its net radiation is negative (ASCE 2005 p. 44). FAO-56 eq. 53 keeps one pair for the whole day. */
    PenmanMonteith.Constants hourly(boolean sunlit, Standard standard) {
        if (standard == Standard.FAO_56) {
            return new PenmanMonteith.Constants(hourlyNumerator, dailyDenominator);
        }
        return new PenmanMonteith.Constants(hourlyNumerator, sunlit ? sunlitDenominator : darkDenominator);
    }

    /** Part of the net radiation that heats the soil (FAO-56 eq. 45 and 46, ASCE 2005 eq. 65 and 66). */
    double soilHeatPart(boolean sunlit) {
        return sunlit ? sunlitSoilHeat : darkSoilHeat;
    }
}
