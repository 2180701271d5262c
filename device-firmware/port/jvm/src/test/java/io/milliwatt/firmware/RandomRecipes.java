package io.milliwatt.firmware;

import io.milliwatt.dsp.fixedpoint.BaselineRule;
import io.milliwatt.dsp.fixedpoint.BiquadCascade;
import io.milliwatt.dsp.fixedpoint.FaultOrders;
import io.milliwatt.dsp.fixedpoint.FloorGrid;
import io.milliwatt.dsp.fixedpoint.OrderReference;
import io.milliwatt.dsp.fixedpoint.QualityThresholds;
import io.milliwatt.dsp.fixedpoint.SpectralLine;
import io.milliwatt.dsp.fixedpoint.recipe.MovingStep;
import io.milliwatt.dsp.fixedpoint.recipe.Output;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.SampleUnit;
import io.milliwatt.dsp.fixedpoint.recipe.SensorConfiguration;
import io.milliwatt.dsp.fixedpoint.recipe.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Recipes, sensors and signals that no engineer would choose, all within the contract. */
final class RandomRecipes {

    private final RandomGenerator random;
    private final List<Step> steps = new ArrayList<>();
    private final List<Integer> streams = new ArrayList<>(List.of(0));

    private RandomRecipes(RandomGenerator random) {
        this.random = random;
    }

    static Recipe recipe(RandomGenerator random) {
        return new RandomRecipes(random).make();
    }

    static SensorConfiguration sensor(RandomGenerator random) {
        int bound = 1 << random.nextInt(8, 23);
        FaultOrders orders = new FaultOrders(
                random.nextInt(bound), random.nextInt(bound), random.nextInt(bound), random.nextInt(bound));
        return new SensorConfiguration(random.nextInt(1, 1 << random.nextInt(1, 31)), orders);
    }

    private Recipe make() {
        int factor = random.nextInt(1, 9);
        int windowLength = factor * random.nextInt(1, 260);
        int streamSteps = random.nextInt(1, 6);
        for (int i = 0; i < streamSteps; i++) {
            add(streamStep());
        }
        int decimated = add(new Step.DecimatingFir(anyStream(), factor, random.nextInt(32), taps()));
        streams.removeLast();
        int level = add(random.nextBoolean() ? new Step.Energy(anyStream()) : new Step.Moments(anyStream(), bits(8)));
        add(new Step.SignalQuality(level, thresholds()));
        int anomaly = add(new Step.BaselineAnomaly(level, rule()));
        int spectrum = add(new Step.LogSpectrum(decimated, 512, bits(8)));
        int floor = add(new Step.LocalFloor(spectrum, grid()));
        int lines = add(new Step.LineScore(floor, random.nextInt(101), random.nextInt(65_536), lines()));
        int speed = add(new Step.ShaftSpeed());
        List<Output> outputs = List.of(
                output("level", level, 0),
                output("second", level, 1),
                output("sum", anomaly, 0),
                output("score", anomaly, 1),
                output("lines", lines, 0),
                output("speed", speed, 0));
        int rate = random.nextInt(1, Integer.MAX_VALUE);
        return new Recipe(7, 3, SampleUnit.MILLIVOLT, random.nextInt(3), rate, windowLength, steps, outputs);
    }

    private int add(Step step) {
        steps.add(step);
        if (step.isStream()) {
            streams.add(steps.size());
        }
        return steps.size();
    }

    private int anyStream() {
        return streams.get(random.nextInt(streams.size()));
    }

    private Step streamStep() {
        return switch (random.nextInt(8)) {
            case 0 -> new Step.MeanRemoval(random.nextInt(1, 16), bits(8));
            case 1 -> new Step.Biquads(anyStream(), sections());
            case 2 -> new Step.Whitening(anyStream(), random.nextInt(1, 17), random.nextInt(1, 25));
            case 3 -> new MovingStep.AbsoluteValue(anyStream());
            case 4 -> new MovingStep.Envelope(anyStream(), bits(16), bits(16));
            case 5 -> new MovingStep.MovingAverage(anyStream(), random.nextInt(1, 11));
            case 6 -> new MovingStep.MovingRms(anyStream(), random.nextInt(1, 11), bits(9));
            default -> new Step.Square(anyStream(), random.nextInt(32));
        };
    }

    private int bits(int bound) {
        return random.nextInt(bound);
    }

    private List<Step.Section> sections() {
        List<Step.Section> sections = new ArrayList<>();
        int count = random.nextInt(1, 5);
        while (sections.size() < count) {
            int[] c = random.ints(5).map(value -> value >> random.nextInt(8)).toArray();
            if (BiquadCascade.hasHeadroom(c[0], c[1], c[2], c[3], c[4])) {
                sections.add(new Step.Section(c[0], c[1], c[2], c[3], c[4]));
            }
        }
        return sections;
    }

    private List<Short> taps() {
        List<Short> taps = new ArrayList<>();
        int count = random.nextInt(1, 129);
        for (int i = 0; i < count; i++) {
            taps.add((short) random.nextInt());
        }
        return taps;
    }

    private QualityThresholds thresholds() {
        return new QualityThresholds(
                random.nextInt(1, 32_769),
                random.nextInt(1, 65_536),
                random.nextInt(65_536),
                random.nextInt(31),
                random.nextInt(1 << random.nextInt(1, 31)),
                random.nextInt(1_000));
    }

    private BaselineRule rule() {
        return new BaselineRule(
                random.nextInt(2),
                random.nextInt(4, 7),
                random.nextInt(1, 65_536),
                random.nextInt(32_768),
                random.nextInt(1, 32_768),
                random.nextInt(8_388_608),
                random.nextInt(8),
                random.nextInt(8));
    }

    private FloorGrid grid() {
        return new FloorGrid(
                random.nextInt(1, 1 << random.nextInt(1, 25)),
                random.nextInt(1 << random.nextInt(1, 25)),
                random.nextInt(1, 256),
                random.nextInt(1, 256),
                random.nextInt(1, Integer.MAX_VALUE),
                random.nextInt(2, 256));
    }

    private List<SpectralLine> lines() {
        List<SpectralLine> lines = new ArrayList<>();
        int count = random.nextInt(1, 33);
        for (int i = 0; i < count; i++) {
            lines.add(new SpectralLine(reference(), random.nextInt(1, 128), reference(), random.nextInt(-128, 128)));
        }
        return lines;
    }

    private OrderReference reference() {
        return OrderReference.ofCode(random.nextInt(5));
    }

    /** Shifts near the size of the multiplier, so that not every value saturates. */
    private Output output(String name, int step, int value) {
        boolean inSensorUnits = random.nextInt(4) == 0;
        int multiplier = random.nextInt(1, inSensorUnits ? 1 << 17 : Integer.MAX_VALUE);
        int shift = Math.clamp(31 - Integer.numberOfLeadingZeros(multiplier) + random.nextInt(20), 0, 62);
        return new Output(name, "", 1, step, value, inSensorUnits, multiplier, shift);
    }
}
