package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.recipe.StepKind.Intake;
import io.milliwatt.dsp.fixedpoint.soil.SoilQualityRule;
import java.util.List;

/** Operation 31: the days of a soil node. */
final class SoilKinds {

    private SoilKinds() {}

    static final List<StepKind<?>> ALL = List.of(new StepKind<>(
            31,
            ReadingStep.SoilDays.class,
            Intake.NOTHING,
            (_, in) -> new ReadingStep.SoilDays(rule(in)),
            (step, out) -> write(step.quality(), out),
            (_, source) -> source.isRaw(),
            (_, _) -> {
                throw new IllegalArgumentException("Operation 31 takes whole readings of several sensors, not samples; "
                        + "give this recipe to a soil chain.");
            }));

    private static SoilQualityRule rule(ParameterReader in) {
        int[] numbers = new int[SoilQualityRule.COUNT];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.signedShort();
        }
        in.expectZeros(2);
        return SoilQualityRule.of(numbers);
    }

    private static void write(SoilQualityRule rule, ParameterWriter out) {
        out.shorts(rule.numbers()).shorts(0);
    }
}
