package io.milliwatt.training.soil.depletion;

import io.milliwatt.datasets.field.FieldSeason;
import io.milliwatt.dsp.soil.balance.BalanceSettings;
import io.milliwatt.dsp.soil.balance.DualCropBalance;
import io.milliwatt.dsp.soil.crop.CoefficientCurve;
import io.milliwatt.dsp.soil.crop.Crop;

/**
 * How a place's crop and surface depart from the tables: factors on their figures, 1 for as tabled.
 *
 * @param usualMultiplier on the demand where nothing is measured
 */
public record CropCalibration(
        double evaporationDepth,
        double readilyEvaporable,
        double initialBasal,
        double middleBasal,
        double endBasal,
        double depletionFraction,
        double usualMultiplier) {

    public static final CropCalibration TABLED = new CropCalibration(1, 1, 1, 1, 1, 1, 1);

    /**
     * Cotton at Maricopa in 2018, found by {@link CalibrationSearch} on the odd main plots alone and rounded: bare soil lost less water than
     * tabled, the canopy a little more, and stress began earlier.
     */
    public static final CropCalibration MARICOPA_COTTON = new CropCalibration(0.7, 0.8, 0.4, 1.05, 1.1, 0.8, 0.9);

    /** The largest depletion fraction that FAO-56's table 22 has for any crop, with room for the day's correction. */
    private static final double LARGEST_FRACTION = 0.9;

    /** The season's balance with the calibrated crop. */
    public DualCropBalance balance(FieldSeason season) {
        Crop crop = season.crop();
        BalanceSettings settings = season.settings();
        return new DualCropBalance(
                new Crop(
                        crop.single(),
                        new CoefficientCurve(
                                crop.basal().initial() * initialBasal,
                                crop.basal().middle() * middleBasal,
                                crop.basal().end() * endBasal),
                        crop.stages(),
                        crop.initialHeightMetres(),
                        crop.maximumHeightMetres(),
                        crop.initialRootDepthMetres(),
                        crop.maximumRootDepthMetres(),
                        Math.min(LARGEST_FRACTION, crop.depletionFraction() * depletionFraction)),
                season.soil(),
                new BalanceSettings(
                        settings.reference(),
                        settings.evaporationDepthMetres() * evaporationDepth,
                        settings.readilyEvaporable() * readilyEvaporable,
                        settings.stress(),
                        settings.fixedDepletionFraction(),
                        settings.runoff()));
    }
}
