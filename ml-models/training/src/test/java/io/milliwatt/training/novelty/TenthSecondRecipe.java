package io.milliwatt.training.novelty;

import io.milliwatt.dsp.filter.Biquad;
import io.milliwatt.dsp.filter.BiquadCascade;
import io.milliwatt.dsp.filter.Butterworth;
import io.milliwatt.dsp.fixedpoint.BaselineRule;
import io.milliwatt.dsp.fixedpoint.Energy;
import io.milliwatt.dsp.fixedpoint.Moments;
import io.milliwatt.dsp.fixedpoint.Window;
import io.milliwatt.dsp.fixedpoint.recipe.Output;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.SampleUnit;
import io.milliwatt.dsp.fixedpoint.recipe.Step;
import java.util.List;

/** Statistics of a tenth of a second: level, shape, and the energy of four bands; and step 19's anomaly as recipe 1 has it. */
final class TenthSecondRecipe {

    static final int RMS_MILLI_G = 0;
    static final int LOG_ENERGY = 1;
    static final int KURTOSIS = 2;
    static final int CREST = 3;
    static final int FIRST_BAND = 4;
    static final int BANDS = 4;
    static final int ANOMALY = FIRST_BAND + BANDS;
    static final int SCORE = ANOMALY + 1;

    private static final int FRACTION_BITS = 6;

    private TenthSecondRecipe() {}

    static Recipe at(int rateHz) {
        int bad = Window.CLIPPED | Window.FLAT | Window.STOPPED;
        BaselineRule anomaly = new BaselineRule(Energy.LOG_MEAN_SQUARE, 16, 295, 512, 2560, 15_360, bad, bad);
        List<Step> steps = List.of(
                new Step.MeanRemoval(11, FRACTION_BITS),
                new Step.Moments(1, FRACTION_BITS),
                new Step.Energy(1),
                band(Butterworth.lowPass(4, 1000, rateHz)),
                new Step.Energy(4),
                band(Butterworth.bandPass(2, 1000, 2000, rateHz)),
                new Step.Energy(6),
                band(Butterworth.bandPass(2, 2000, 4000, rateHz)),
                new Step.Energy(8),
                band(Butterworth.highPass(4, 4000, rateHz)),
                new Step.Energy(10),
                new Step.BaselineAnomaly(9, anomaly));
        return new Recipe(77, 1, SampleUnit.STANDARD_GRAVITY, 2, 1000 * rateHz, rateHz / 10, steps, outputs());
    }

    private static Step band(BiquadCascade filter) {
        return new Step.Biquads(
                1, filter.sections().stream().map(TenthSecondRecipe::section).toList());
    }

    private static Step.Section section(Biquad biquad) {
        return new Step.Section(
                q29(biquad.b0()), q29(biquad.b1()), q29(biquad.b2()), q29(biquad.a1()), q29(biquad.a2()));
    }

    private static int q29(double coefficient) {
        return Math.toIntExact(Math.round(coefficient * (1 << 29)));
    }

    /** Octaves of power in 1/64. */
    private static Output octaves(String name, int step) {
        return new Output(name, "octaves", 64, step, Energy.LOG_MEAN_SQUARE, false, 1, 4);
    }

    private static List<Output> outputs() {
        return List.of(
                new Output("accelerationRms", "g", 1000, 2, Moments.ROOT_MEAN_SQUARE, true, 68_719, 34),
                octaves("energy", 3),
                new Output("kurtosis", "", 100, 2, Moments.KURTOSIS, false, 100, 12),
                new Output("crest", "", 100, 2, Moments.CREST, false, 100, 12),
                octaves("band below 1 kHz", 5),
                octaves("band 1 to 2 kHz", 7),
                octaves("band 2 to 4 kHz", 9),
                octaves("band above 4 kHz", 11),
                new Output("anomaly", "spreads", 16, 12, 0, false, 1, 4),
                new Output("score", "spreads", 16, 12, 1, false, 1, 4));
    }
}
