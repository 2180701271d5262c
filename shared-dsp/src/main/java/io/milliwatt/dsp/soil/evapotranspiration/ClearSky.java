package io.milliwatt.dsp.soil.evapotranspiration;

/** How much of the extraterrestrial radiation reaches the ground when no cloud is in the way. */
public enum ClearSky {
    /** (0.75 + 2·10⁻⁵ z) Ra: FAO-56 eq. 37, ASCE 2005 eq. 19 and 47. */
    BY_ELEVATION {
        @Override
        double radiation(double extraterrestrial, Air air, double sineOfHeight) {
            return byElevation(extraterrestrial, air.elevationMetres());
        }
    },
    /** Direct and diffuse transmission of humid air: FAO-56 eq. 3-14 to 3-20 (annex 3), ASCE 2005 appendix D. */
    BY_VAPOUR {
        @Override
        double radiation(double extraterrestrial, Air air, double sineOfHeight) {
            double height = Math.max(sineOfHeight, LOWEST_SINE);
            double precipitableWater = 0.14 * air.vapourPressureKilopascals() * air.pressureKilopascals() + 2.1;
            double beam = 0.98
                    * Math.exp(-0.00146 * air.pressureKilopascals() / height
                            - 0.075 * Math.pow(precipitableWater / height, 0.4));
            double diffuse = Math.min(0.35 - 0.36 * beam, 0.18 + 0.82 * beam);
            return (beam + diffuse) * extraterrestrial;
        }
    };

    /** Below it the transmission's formula has no meaning. */
    private static final double LOWEST_SINE = 0.01;

    /** MJ/m² in the extraterrestrial radiation's own period. */
    abstract double radiation(double extraterrestrial, Air air, double sineOfHeight);

    /** What the light crosses. */
    record Air(double elevationMetres, double pressureKilopascals, double vapourPressureKilopascals) {}

    /** FAO-56 eq. 37. */
    public static double byElevation(double extraterrestrial, double elevationMetres) {
        return (0.75 + 2e-5 * elevationMetres) * extraterrestrial;
    }

    /** Sine of the sun's mean height over a day, weighted by radiation (ASCE 2005 eq. D.5). */
    static double sineOfMeanHeight(double latitudeDegrees, int dayOfYear) {
        double latitude = SunPosition.latitude(latitudeDegrees);
        double sine = Math.sin(
                0.85 + 0.3 * latitude * Math.sin(SunPosition.yearAngle(dayOfYear) - 1.39) - 0.42 * latitude * latitude);
        return Math.max(sine, 0.1);
    }
}
