package io.milliwatt.firmware;

import io.milliwatt.dsp.fixedpoint.DegreeDayRule;
import io.milliwatt.dsp.fixedpoint.PlausibilityRule;
import io.milliwatt.dsp.fixedpoint.QrsDesign;
import io.milliwatt.dsp.fixedpoint.recipe.Output;
import io.milliwatt.dsp.fixedpoint.recipe.ReadingStep;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.SampleClock;
import io.milliwatt.dsp.fixedpoint.recipe.SampleUnit;
import io.milliwatt.dsp.fixedpoint.recipe.StatisticsStep;
import io.milliwatt.dsp.fixedpoint.recipe.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Recipes of the steps for hearts and slow sensors that no engineer would choose, all within the contract. */
final class RandomReadings {

    private final RandomGenerator random;
    private final List<Step> steps = new ArrayList<>();
    private final List<Integer> streams = new ArrayList<>(List.of(0));
    private final List<Output> outputs = new ArrayList<>();

    private RandomReadings(RandomGenerator random) {
        this.random = random;
    }

    static Recipe recipe(RandomGenerator random) {
        return new RandomReadings(random).make();
    }

    /** The number of its QRS step, which is the last but one. */
    static int qrsStep(Recipe recipe) {
        return recipe.steps().size() - 1;
    }

    private Recipe make() {
        int factor = random.nextInt(1, 4);
        int windowLength = factor * random.nextInt(1, 400);
        if (random.nextBoolean()) {
            add(new Step.DecimatingFir(0, factor, random.nextInt(4), List.of((short) random.nextInt(), (short) 0)));
        }
        if (random.nextBoolean()) {
            add(new Step.Square(anyStream(), random.nextInt(20)));
        }
        for (int i = 0; i < 4; i++) {
            add(stream());
        }
        int level = output(new ReadingStep.Level(anyStream()), random.nextInt(4));
        output(new ReadingStep.Slope(anyStream(), random.nextInt(2, 65), random.nextInt(17)), 0);
        output(new ReadingStep.WindowSlope(level, random.nextInt(4), random.nextInt(2, 9), random.nextInt(17)), 0);
        int day = output(new ReadingStep.Day(anyStream(), random.nextInt(1, 500)), random.nextInt(4));
        output(new ReadingStep.WindowSlope(day, 2, random.nextInt(2, 9), random.nextInt(17)), 1);
        output(new ReadingStep.DegreeDays(anyStream(), degreeDays()), random.nextInt(3));
        int qrs = output(new ReadingStep.Qrs(random.nextInt(3) == 0 ? anyStream() : 0, qrs()), 0);
        for (int value = 1; value < 4; value++) {
            outputs.add(new Output("qrs" + value, "samples", 1, qrs, value, false, 1, 0));
        }
        output(new StatisticsStep.Extremes(qrs), random.nextInt(2));
        int field = random.nextInt();
        SampleUnit unit = SampleUnit.ofCode(random.nextInt(1, 7));
        SampleClock clock = new SampleClock((field & Integer.MAX_VALUE) == 0 ? 1 : field);
        return new Recipe(9, 2, unit, random.nextInt(3), clock, windowLength, steps, outputs);
    }

    private int add(Step step) {
        steps.add(step);
        if (step.isStream()) {
            streams.add(steps.size());
        }
        return steps.size();
    }

    private int output(Step step, int value) {
        int number = add(step);
        outputs.add(
                new Output("v" + number, "", 1, number, value, false, random.nextInt(1, 1 << 16), random.nextInt(24)));
        return number;
    }

    private int anyStream() {
        return streams.get(random.nextInt(streams.size()));
    }

    private Step stream() {
        return switch (random.nextInt(3)) {
            case 0 -> new ReadingStep.MovingMedian(anyStream(), 2 * random.nextInt(16) + 1);
            case 1 -> new ReadingStep.ExponentialSmoothing(anyStream(), random.nextInt(1, 16), random.nextInt(8));
            default -> new ReadingStep.Plausibility(anyStream(), plausibility());
        };
    }

    private PlausibilityRule plausibility() {
        int a = random.nextInt() >> random.nextInt(24);
        int b = random.nextInt() >> random.nextInt(24);
        return new PlausibilityRule(
                Math.min(a, b),
                Math.max(a, b),
                random.nextInt(1 << random.nextInt(31)),
                random.nextInt(1 << random.nextInt(17)),
                random.nextInt(1 << random.nextInt(17)),
                random.nextInt(1, 200));
    }

    private DegreeDayRule degreeDays() {
        int a = (random.nextInt() >> 9) + 1;
        int b = random.nextInt() >> 8 >> random.nextInt(1, 16);
        DegreeDayRule.Method[] methods = DegreeDayRule.Method.values();
        return new DegreeDayRule(
                methods[random.nextInt(methods.length)], random.nextInt(1, 500), Math.min(a, b), Math.max(a, b));
    }

    private QrsDesign qrs() {
        if (random.nextInt(3) == 0) {
            return QrsDesign.forRate(random.nextInt(100, 1_001));
        }
        int hold = random.nextInt(1, 513);
        int back = random.nextInt(hold + 1);
        return new QrsDesign(
                2 * random.nextInt(32) + 1,
                random.nextInt(1, 33),
                2 * random.nextInt(1, 257),
                random.nextInt(1, 257),
                hold,
                random.nextInt(1, 257),
                back,
                random.nextInt(hold - back + 1),
                random.nextInt(65_536) >> random.nextInt(17),
                random.nextInt(65_536) >> random.nextInt(17),
                random.nextInt(64, 300),
                random.nextInt(65_536) >> random.nextInt(17),
                random.nextInt() >>> random.nextInt(1, 32));
    }
}
