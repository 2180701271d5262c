package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.BiquadCascade;
import io.milliwatt.dsp.fixedpoint.DecimatingFir;
import io.milliwatt.dsp.fixedpoint.MeanRemoval;
import io.milliwatt.dsp.fixedpoint.Square;
import io.milliwatt.dsp.fixedpoint.Whitening;
import io.milliwatt.dsp.fixedpoint.recipe.StepKind.Intake;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Operations 1 … 5: filters. */
final class StreamKinds {

    private static final int SECTION_BYTES = 20;

    private StreamKinds() {}

    static final List<StepKind<?>> ALL = List.of(
            new StepKind<>(
                    1,
                    Step.MeanRemoval.class,
                    Intake.STREAM,
                    (_, in) -> in.thenZeros(new Step.MeanRemoval(in.unsignedByte(), in.unsignedByte()), 2),
                    (step, out) -> out.bytes(step.settlingShift(), step.fractionBits(), 0, 0),
                    (_, source) -> source.isRaw(),
                    (step, _) -> new MeanRemoval(step.settlingShift(), step.fractionBits())),
            new StepKind<>(
                    2,
                    Step.Biquads.class,
                    Intake.STREAM,
                    (input, in) -> new Step.Biquads(input, sections(in)),
                    (step, out) -> step.sections().forEach(s -> out.ints(s.b0(), s.b1(), s.b2(), s.a1(), s.a2())),
                    (_, source) -> source.isStream(),
                    (step, _) -> new BiquadCascade(coefficients(step.sections()))),
            new StepKind<>(
                    3,
                    Step.Whitening.class,
                    Intake.STREAM,
                    (input, in) -> in.thenZeros(new Step.Whitening(input, in.unsignedByte(), in.unsignedByte()), 2),
                    (step, out) -> out.bytes(step.order(), step.whiteNoiseShift(), 0, 0),
                    (_, source) -> source.isStream(),
                    (step, _) -> new Whitening(step.order(), step.whiteNoiseShift())),
            new StepKind<>(
                    4,
                    Step.Square.class,
                    Intake.STREAM,
                    (input, in) -> in.thenZeros(new Step.Square(input, in.unsignedByte()), 3),
                    (step, out) -> out.bytes(step.shift(), 0, 0, 0),
                    (_, source) -> source.isStream(),
                    (step, _) -> new Square(step.shift())),
            new StepKind<>(
                    5,
                    Step.DecimatingFir.class,
                    Intake.STREAM,
                    (input, in) -> new Step.DecimatingFir(input, in.unsignedByte(), in.unsignedByte(), taps(in)),
                    (step, out) -> {
                        out.bytes(step.factor(), step.shift())
                                .shorts(step.taps().size());
                        step.taps().forEach(out::shorts);
                    },
                    (_, source) -> source.isStream(),
                    (step, _) -> new DecimatingFir(step.factor(), step.shift(), taps(step.taps()))));

    private static List<Step.Section> sections(ParameterReader in) {
        List<Step.Section> sections = new ArrayList<>();
        while (in.remainingInStep() >= SECTION_BYTES) {
            sections.add(
                    new Step.Section(in.signedInt(), in.signedInt(), in.signedInt(), in.signedInt(), in.signedInt()));
        }
        return sections;
    }

    private static int[] coefficients(List<Step.Section> sections) {
        return sections.stream()
                .flatMapToInt(s -> IntStream.of(s.b0(), s.b1(), s.b2(), s.a1(), s.a2()))
                .toArray();
    }

    private static List<Short> taps(ParameterReader in) {
        int count = in.unsignedShort();
        List<Short> taps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taps.add(in.signedShort());
        }
        return taps;
    }

    private static short[] taps(List<Short> list) {
        short[] taps = new short[list.size()];
        for (int i = 0; i < taps.length; i++) {
            taps[i] = list.get(i);
        }
        return taps;
    }
}
