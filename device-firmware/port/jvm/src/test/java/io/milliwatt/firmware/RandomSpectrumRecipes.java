package io.milliwatt.firmware;

import io.milliwatt.dsp.fixedpoint.recipe.MovingStep;
import io.milliwatt.dsp.fixedpoint.recipe.Output;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.SampleUnit;
import io.milliwatt.dsp.fixedpoint.recipe.SpectrumStep;
import io.milliwatt.dsp.fixedpoint.recipe.StatisticsStep;
import io.milliwatt.dsp.fixedpoint.recipe.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Recipes of statistics, power spectra, bands and histories with random parameters, all within the contract. */
final class RandomSpectrumRecipes {

    private final RandomGenerator random;
    private final List<Step> steps = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();

    private RandomSpectrumRecipes(RandomGenerator random) {
        this.random = random;
    }

    static Recipe recipe(RandomGenerator random) {
        return new RandomSpectrumRecipes(random).make();
    }

    private Recipe make() {
        int length = 16 << random.nextInt(8);
        boolean single = random.nextBoolean();
        int windowLength = single ? random.nextInt(1, length + 1) : length + random.nextInt(4 * length);
        int hop = single ? 0 : random.nextInt(4) == 0 ? length : random.nextInt(Math.max(1, length / 4), length + 1);
        int stream = random.nextInt(4) == 0 ? 0 : add(streamStep());
        int deviation = add(new StatisticsStep.MeanAndDeviation(stream));
        int extremes = add(new StatisticsStep.Extremes(stream));
        int crossings = add(new StatisticsStep.ZeroCrossings(stream, random.nextInt(1 << random.nextInt(1, 31))));
        int windows = add(new StatisticsStep.WindowStatistics(extremes, random.nextInt(3), random.nextInt(2, 8)));
        int spectrum = add(new SpectrumStep.PowerSpectrum(stream, length, hop, random.nextBoolean(), window()));
        int magnitudes = add(new SpectrumStep.Magnitudes(spectrum));
        int bands = add(bands(spectrum, length / 2));
        int history = add(new SpectrumStep.History(random.nextBoolean() ? bands : magnitudes, random.nextInt(1, 5)));
        int elements = add(new SpectrumStep.Elements(history, 0, random.nextInt(1), 0, 0));
        for (int value = 0; value < 2; value++) {
            output(deviation, value);
            output(crossings, value);
        }
        for (int value = 0; value < 3; value++) {
            output(extremes, value);
            output(windows, value + 1);
        }
        output(spectrum, 0);
        output(elements, 0);
        int rate = random.nextInt(1, Integer.MAX_VALUE);
        return new Recipe(8, 1, SampleUnit.MILLIVOLT, 0, rate, windowLength, steps, outputs);
    }

    private int add(Step step) {
        steps.add(step);
        return steps.size();
    }

    private Step streamStep() {
        return switch (random.nextInt(4)) {
            case 0 -> new Step.MeanRemoval(random.nextInt(1, 16), random.nextInt(8));
            case 1 -> new Step.Square(0, random.nextInt(32));
            case 2 -> new MovingStep.MovingRms(0, random.nextInt(1, 11), random.nextInt(9));
            default -> new MovingStep.Envelope(0, random.nextInt(16), random.nextInt(16));
        };
    }

    private List<Integer> window() {
        return switch (random.nextInt(5)) {
            case 0 -> SpectrumStep.RECTANGULAR;
            case 1 -> SpectrumStep.HANN;
            case 2 -> SpectrumStep.HAMMING;
            case 3 -> SpectrumStep.FLAT_TOP;
            default -> List.of(random.nextInt(10_000), random.nextInt(10_000), random.nextInt(10_000));
        };
    }

    private SpectrumStep.LogBands bands(int spectrum, int bins) {
        boolean triangular = random.nextBoolean();
        int wanted = random.nextInt(2, 40) + (triangular ? 1 : 0);
        List<Integer> edges =
                random.ints(wanted, 0, bins + 1).distinct().sorted().boxed().toList();
        boolean enough = edges.size() >= (triangular ? 3 : 2);
        return new SpectrumStep.LogBands(spectrum, triangular, enough ? edges : List.of(0, 1, bins));
    }

    /** Shifts up to the size of the value, so that not every value saturates. */
    private void output(int step, int value) {
        String name = "v" + outputs.size();
        outputs.add(new Output(name, "", 1, step, value, false, 1 + random.nextInt(3), random.nextInt(20)));
    }
}
