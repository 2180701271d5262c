package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.Extremes;
import io.milliwatt.dsp.fixedpoint.MeanAndDeviation;
import io.milliwatt.dsp.fixedpoint.WindowStatistics;
import io.milliwatt.dsp.fixedpoint.ZeroCrossings;
import io.milliwatt.dsp.fixedpoint.recipe.StepKind.Intake;
import java.util.List;

/** Operations 20 … 23: statistics of a window and over windows. */
final class StatisticsKinds {

    private StatisticsKinds() {}

    static final List<StepKind<?>> ALL = List.of(
            new StepKind<>(
                    20,
                    StatisticsStep.MeanAndDeviation.class,
                    Intake.STREAM,
                    (input, _) -> new StatisticsStep.MeanAndDeviation(input),
                    (_, _) -> {},
                    (_, source) -> source.isStream(),
                    (_, place) -> new MeanAndDeviation(place.samples())),
            new StepKind<>(
                    21,
                    StatisticsStep.Extremes.class,
                    Intake.STREAM,
                    (input, _) -> new StatisticsStep.Extremes(input),
                    (_, _) -> {},
                    (_, source) -> source.isStream(),
                    (_, _) -> new Extremes()),
            new StepKind<>(
                    22,
                    StatisticsStep.ZeroCrossings.class,
                    Intake.STREAM,
                    (input, in) -> new StatisticsStep.ZeroCrossings(input, in.signedInt()),
                    (step, out) -> out.ints(step.hysteresis()),
                    (_, source) -> source.isStream(),
                    (step, _) -> new ZeroCrossings(step.hysteresis())),
            new StepKind<>(
                    23,
                    StatisticsStep.WindowStatistics.class,
                    Intake.NOTHING,
                    (input, in) -> in.thenZeros(
                            new StatisticsStep.WindowStatistics(input, in.unsignedByte(), in.unsignedByte()), 2),
                    (step, out) -> out.bytes(step.sourceValue(), step.windows(), 0, 0),
                    (step, source) -> source.values() > step.sourceValue(),
                    (step, place) -> new WindowStatistics(place.input(), step.sourceValue(), step.windows())));
}
