package io.milliwatt.dsp.soil.crop;

import java.util.List;

/**
 * Climate of a stage, by which tabled coefficients are corrected: the tables hold for 45 % least humidity and 2 m/s.
 *
 * @param windAtTwoMetres mean, m/s
 * @param minimumHumidityPercent mean of the daily minima
 */
public record CropClimate(double windAtTwoMetres, double minimumHumidityPercent) {

    /** Below it a coefficient at the end of the season is not corrected (FAO-56 eq. 65). */
    private static final double LEAST_CORRECTED = 0.45;

    public static CropClimate mean(List<CropClimate> days) {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("The mean climate of a stage needs at least one day");
        }
        return new CropClimate(
                days.stream()
                        .mapToDouble(CropClimate::windAtTwoMetres)
                        .average()
                        .orElseThrow(),
                days.stream()
                        .mapToDouble(CropClimate::minimumHumidityPercent)
                        .average()
                        .orElseThrow());
    }

    /** What is added to a coefficient of a crop of this height (FAO-56 eq. 62, 65, 70 and 72), within the limits of those equations. */
    public double correction(double heightMetres) {
        double wind = Math.clamp(windAtTwoMetres, 1, 6);
        double humidity = Math.clamp(minimumHumidityPercent, 20, 80);
        return (0.04 * (wind - 2) - 0.004 * (humidity - 45)) * Math.pow(heightMetres / 3, 0.3);
    }

    /** The crop with its mid-season coefficients corrected by one climate and its end by another, to the third decimal. */
    public static Crop adapt(Crop crop, CropClimate midSeason, CropClimate lateSeason) {
        double middle = midSeason.correction(crop.maximumHeightMetres());
        double end = lateSeason.correction(crop.maximumHeightMetres());
        return new Crop(
                adapt(crop.single(), middle, end),
                adapt(crop.basal(), middle, end),
                crop.stages(),
                crop.initialHeightMetres(),
                crop.maximumHeightMetres(),
                crop.initialRootDepthMetres(),
                crop.maximumRootDepthMetres(),
                crop.depletionFraction());
    }

    private static CoefficientCurve adapt(CoefficientCurve curve, double middle, double end) {
        return new CoefficientCurve(
                curve.initial(),
                rounded(curve.middle() + middle),
                curve.end() < LEAST_CORRECTED ? curve.end() : rounded(curve.end() + end));
    }

    private static double rounded(double coefficient) {
        return Math.rint(coefficient * 1000) / 1000;
    }
}
