package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.BaselineRule;
import io.milliwatt.dsp.fixedpoint.Energy;
import io.milliwatt.dsp.fixedpoint.FloorGrid;
import io.milliwatt.dsp.fixedpoint.Moments;
import io.milliwatt.dsp.fixedpoint.OrderReference;
import io.milliwatt.dsp.fixedpoint.QualityThresholds;
import io.milliwatt.dsp.fixedpoint.SpectralLine;
import io.milliwatt.dsp.fixedpoint.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where every number of the vibration recipe comes from. {@code main FILE} writes the section. */
final class VibrationRecipeDesign {

    private static final double RATE_HZ = 12_000;
    /** Counts carry 6 fraction bits after the mean is removed; a root mean square 8 more. */
    private static final int FRACTION_BITS = 6;

    /** The velocity stream is 16 · 2π · 10 times the integral of the acceleration, so that 10 Hz passes with gain 16. */
    private static final double VELOCITY_GAIN = 16 * 2 * StrictMath.PI * 10;

    private VibrationRecipeDesign() {}

    static Recipe recipe() {
        double[] quality = FilterDesign.FOURTH_ORDER;
        List<Step> steps = List.of(
                new Step.MeanRemoval(11, FRACTION_BITS),
                new Step.Moments(1, FRACTION_BITS),
                // ISO 20816-3 asks for 10 Hz to 1 kHz.
                new Step.Biquads(
                        1,
                        List.of(
                                FilterDesign.integratingHighPass(10, RATE_HZ, quality[0], VELOCITY_GAIN),
                                FilterDesign.highPass(10, RATE_HZ, quality[1]),
                                FilterDesign.lowPass(1000, RATE_HZ, quality[0]),
                                FilterDesign.lowPass(1000, RATE_HZ, quality[1]))),
                new Step.Energy(3),
                // The octave above most shaft and mesh lines and below most sensors' resonance.
                new Step.Biquads(
                        1,
                        List.of(
                                FilterDesign.highPass(2000, RATE_HZ, quality[0]),
                                FilterDesign.highPass(2000, RATE_HZ, quality[1]),
                                FilterDesign.lowPass(4000, RATE_HZ, quality[0]),
                                FilterDesign.lowPass(4000, RATE_HZ, quality[1]))),
                new Step.Energy(5),
                new Step.SignalQuality(2, new QualityThresholds(32_760, 3, 2, 8 + FRACTION_BITS, 2_000_000, 1_000)),
                new Step.BaselineAnomaly(6, anomalyRule()),
                new Step.Whitening(1, 16, 13),
                new Step.Biquads(
                        9,
                        List.of(
                                FilterDesign.highPass(500, RATE_HZ, quality[0]),
                                FilterDesign.highPass(500, RATE_HZ, quality[1]))),
                new Step.Square(10, 10),
                new Step.DecimatingFir(11, 8, 11, FilterDesign.lowPassTaps(49, 700, RATE_HZ)),
                new Step.LogSpectrum(12, 2048, 3),
                // 0.2 and 0.4 orders; the envelope is flat to 745 Hz.
                new Step.LocalFloor(13, new FloorGrid(13_107, 26_214, 24, 4, 745_000, 124)),
                lineScore(raceLines(OrderReference.INNER_RACE, OrderReference.SHAFT)),
                lineScore(raceLines(OrderReference.BALL_DEFECT, OrderReference.CAGE)),
                lineScore(outerRaceLines()),
                new Step.ShaftSpeed());
        return new Recipe(1, 1, SampleUnit.STANDARD_GRAVITY, 1, 12_000_000, 12_000, steps, outputs());
    }

    /** Floor on the spread 0.10 neper of amplitude = 0.2885 octaves of power; drift 2, limits 10 and 60 spreads. */
    private static BaselineRule anomalyRule() {
        int bad = Window.CLIPPED | Window.FLAT | Window.STOPPED;
        return new BaselineRule(Energy.LOG_MEAN_SQUARE, 16, 295, 512, 2560, 15_360, bad, Window.FLAT | Window.STOPPED);
    }

    /** ±2 % in steps of 0.1 %. */
    private static Step lineScore(List<SpectralLine> lines) {
        return new Step.LineScore(14, 20, 1049, lines);
    }

    private static List<SpectralLine> raceLines(OrderReference base, OrderReference sideband) {
        return List.of(
                new SpectralLine(base, 1, OrderReference.SHAFT, 0),
                new SpectralLine(base, 2, OrderReference.SHAFT, 0),
                new SpectralLine(base, 3, OrderReference.SHAFT, 0),
                new SpectralLine(base, 1, sideband, 1),
                new SpectralLine(base, 1, sideband, -1),
                new SpectralLine(base, 2, sideband, 1),
                new SpectralLine(base, 2, sideband, -1));
    }

    private static List<SpectralLine> outerRaceLines() {
        return List.of(
                new SpectralLine(OrderReference.OUTER_RACE, 1, OrderReference.SHAFT, 0),
                new SpectralLine(OrderReference.OUTER_RACE, 2, OrderReference.SHAFT, 0),
                new SpectralLine(OrderReference.OUTER_RACE, 3, OrderReference.SHAFT, 0),
                new SpectralLine(OrderReference.OUTER_RACE, 4, OrderReference.SHAFT, 0));
    }

    private static List<Output> outputs() {
        // 4 nano-g per unit after the sensor's scale: 4e-6 milli-g = 68,719 / 2^34.
        int milliG = 68_719;
        // 1/4 nano-g · 9.80665 m/s² / (2π · 10 Hz) in units of 10 µm/s = 3.90193e-6 = 67,035 / 2^34.
        int velocity = 67_035;
        int hundredsOfQ12 = 100;
        // log10(2) · 2^8 / 2^10 = 78,914 / 2^20.
        int logarithm = 78_914;
        return List.of(
                new Output("velocityRms", "mm/s", 100, 4, Energy.ROOT_MEAN_SQUARE, true, velocity, 34),
                new Output("accelerationRms", "g", 1000, 2, Moments.ROOT_MEAN_SQUARE, true, milliG, 34),
                new Output("peak", "g", 1000, 2, Moments.PEAK, true, milliG, 34),
                new Output("kurtosis", "", 100, 2, Moments.KURTOSIS, false, hundredsOfQ12, 12),
                new Output("crest", "", 100, 2, Moments.CREST, false, hundredsOfQ12, 12),
                new Output("lineInner", "log10", 256, 15, 0, false, logarithm, 20),
                new Output("lineBall", "log10", 256, 16, 0, false, logarithm, 20),
                new Output("lineOuter", "log10", 256, 17, 0, false, logarithm, 20),
                new Output("anomaly", "spreads", 16, 8, 0, false, 1, 4),
                // Millihertz / 10 = · 107,374,182 / 2^30.
                new Output("shaftSpeed", "Hz", 100, 18, 0, false, 107_374_182, 30));
    }

    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[0]), recipe().toBytes());
    }
}
