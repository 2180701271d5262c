package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.Day;
import io.milliwatt.dsp.fixedpoint.DegreeDayRule;
import io.milliwatt.dsp.fixedpoint.DegreeDays;
import io.milliwatt.dsp.fixedpoint.ExponentialSmoothing;
import io.milliwatt.dsp.fixedpoint.Level;
import io.milliwatt.dsp.fixedpoint.MovingMedian;
import io.milliwatt.dsp.fixedpoint.Plausibility;
import io.milliwatt.dsp.fixedpoint.PlausibilityRule;
import io.milliwatt.dsp.fixedpoint.Slope;
import io.milliwatt.dsp.fixedpoint.WindowSlope;
import io.milliwatt.dsp.fixedpoint.recipe.StepKind.Intake;
import java.util.List;

/** Operations 10 … 12 and 25 … 29: readings of slow sensors. */
final class ReadingKinds {

    private ReadingKinds() {}

    static final List<StepKind<?>> ALL = List.of(
            new StepKind<>(
                    10,
                    ReadingStep.MovingMedian.class,
                    Intake.STREAM,
                    (input, in) -> in.thenZeros(new ReadingStep.MovingMedian(input, in.unsignedByte()), 3),
                    (step, out) -> out.bytes(step.length(), 0, 0, 0),
                    (_, source) -> source.isStream(),
                    (step, _) -> new MovingMedian(step.length())),
            new StepKind<>(
                    11,
                    ReadingStep.ExponentialSmoothing.class,
                    Intake.STREAM,
                    (input, in) -> in.thenZeros(
                            new ReadingStep.ExponentialSmoothing(input, in.unsignedByte(), in.unsignedByte()), 2),
                    (step, out) -> out.bytes(step.settlingShift(), step.fractionBits(), 0, 0),
                    (_, source) -> source.isStream(),
                    (step, _) -> new ExponentialSmoothing(step.settlingShift(), step.fractionBits())),
            new StepKind<>(
                    12,
                    ReadingStep.Plausibility.class,
                    Intake.STREAM,
                    (input, in) -> in.thenZeros(new ReadingStep.Plausibility(input, plausibilityRule(in)), 2),
                    (step, out) -> write(step.rule(), out),
                    (_, source) -> source.isStream(),
                    (step, _) -> new Plausibility(step.rule())),
            new StepKind<>(
                    25,
                    ReadingStep.Slope.class,
                    Intake.STREAM,
                    (input, in) -> in.thenZeros(new ReadingStep.Slope(input, in.unsignedByte(), in.unsignedByte()), 2),
                    (step, out) -> out.bytes(step.length(), step.fractionBits(), 0, 0),
                    (_, source) -> source.isStream(),
                    (step, _) -> new Slope(step.length(), step.fractionBits())),
            new StepKind<>(
                    26,
                    ReadingStep.WindowSlope.class,
                    Intake.NOTHING,
                    ReadingKinds::windowSlope,
                    (step, out) -> out.bytes(step.length(), step.fractionBits(), step.sourceValue(), 0),
                    (step, source) -> source.values() > step.sourceValue(),
                    (step, place) ->
                            new WindowSlope(place.input(), step.sourceValue(), step.length(), step.fractionBits())),
            new StepKind<>(
                    27,
                    ReadingStep.Day.class,
                    Intake.STREAM,
                    (input, in) -> in.thenZeros(new ReadingStep.Day(input, in.unsignedShort()), 2),
                    (step, out) -> out.shorts(step.valuesPerDay(), 0),
                    (_, source) -> source.isStream(),
                    (step, _) -> new Day(step.valuesPerDay())),
            new StepKind<>(
                    28,
                    ReadingStep.DegreeDays.class,
                    Intake.STREAM,
                    (input, in) -> new ReadingStep.DegreeDays(input, degreeDayRule(in)),
                    (step, out) -> write(step.rule(), out),
                    (_, source) -> source.isStream(),
                    (step, _) -> new DegreeDays(step.rule())),
            new StepKind<>(
                    29,
                    ReadingStep.Level.class,
                    Intake.STREAM,
                    (input, _) -> new ReadingStep.Level(input),
                    (_, _) -> {},
                    (_, source) -> source.isStream(),
                    (_, _) -> new Level()));

    private static ReadingStep.WindowSlope windowSlope(int input, ParameterReader in) {
        int length = in.unsignedByte();
        int fractionBits = in.unsignedByte();
        return in.thenZeros(new ReadingStep.WindowSlope(input, in.unsignedByte(), length, fractionBits), 1);
    }

    private static PlausibilityRule plausibilityRule(ParameterReader in) {
        return new PlausibilityRule(
                in.signedInt(),
                in.signedInt(),
                in.signedInt(),
                in.unsignedShort(),
                in.unsignedShort(),
                in.unsignedShort());
    }

    private static void write(PlausibilityRule rule, ParameterWriter out) {
        out.ints(rule.lowest(), rule.highest(), rule.largestChange())
                .shorts(rule.jumpsToBelieve(), rule.stuckAfter(), rule.faultsToFlag(), 0);
    }

    private static DegreeDayRule degreeDayRule(ParameterReader in) {
        int valuesPerDay = in.unsignedShort();
        int method = in.unsignedByte();
        ParameterRange.requireRange("method of degree-days", method, 0, DegreeDayRule.Method.values().length - 1L);
        in.expectZeros(1);
        return new DegreeDayRule(DegreeDayRule.Method.values()[method], valuesPerDay, in.signedInt(), in.signedInt());
    }

    private static void write(DegreeDayRule rule, ParameterWriter out) {
        out.shorts(rule.valuesPerDay()).bytes(rule.method().ordinal(), 0).ints(rule.base(), rule.upper());
    }
}
