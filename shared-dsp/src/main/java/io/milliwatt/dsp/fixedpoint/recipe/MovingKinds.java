package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.AbsoluteValue;
import io.milliwatt.dsp.fixedpoint.Envelope;
import io.milliwatt.dsp.fixedpoint.MovingAverage;
import io.milliwatt.dsp.fixedpoint.MovingRms;
import io.milliwatt.dsp.fixedpoint.recipe.StepKind.Intake;
import java.util.List;

/** Operations 6 … 9: magnitude, envelope, moving average and moving level. */
final class MovingKinds {

    private MovingKinds() {}

    static final List<StepKind<?>> ALL = List.of(
            new StepKind<>(
                    6,
                    MovingStep.AbsoluteValue.class,
                    Intake.STREAM,
                    (input, _) -> new MovingStep.AbsoluteValue(input),
                    (_, _) -> {},
                    (_, source) -> source.isStream(),
                    (_, _) -> new AbsoluteValue()),
            new StepKind<>(
                    7,
                    MovingStep.Envelope.class,
                    Intake.STREAM,
                    (input, in) ->
                            in.thenZeros(new MovingStep.Envelope(input, in.unsignedByte(), in.unsignedByte()), 2),
                    (step, out) -> out.bytes(step.attackShift(), step.releaseShift(), 0, 0),
                    (_, source) -> source.isStream(),
                    (step, _) -> new Envelope(step.attackShift(), step.releaseShift())),
            new StepKind<>(
                    8,
                    MovingStep.MovingAverage.class,
                    Intake.STREAM,
                    (input, in) -> in.thenZeros(new MovingStep.MovingAverage(input, in.unsignedByte()), 3),
                    (step, out) -> out.bytes(step.lengthShift(), 0, 0, 0),
                    (_, source) -> source.isStream(),
                    (step, _) -> new MovingAverage(step.lengthShift())),
            new StepKind<>(
                    9,
                    MovingStep.MovingRms.class,
                    Intake.STREAM,
                    (input, in) ->
                            in.thenZeros(new MovingStep.MovingRms(input, in.unsignedByte(), in.unsignedByte()), 2),
                    (step, out) -> out.bytes(step.lengthShift(), step.fractionBits(), 0, 0),
                    (_, source) -> source.isStream(),
                    (step, _) -> new MovingRms(step.lengthShift(), step.fractionBits())));
}
