package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.ArrayElements;
import io.milliwatt.dsp.fixedpoint.ArrayHistory;
import io.milliwatt.dsp.fixedpoint.LogBands;
import io.milliwatt.dsp.fixedpoint.Magnitudes;
import io.milliwatt.dsp.fixedpoint.PowerSpectrum;
import io.milliwatt.dsp.fixedpoint.recipe.StepKind.Intake;
import java.util.ArrayList;
import java.util.List;

/** Operations 36 … 40: power spectra, bands, and the memory of arrays. */
final class SpectrumKinds {

    private SpectrumKinds() {}

    static final List<StepKind<?>> ALL = List.of(
            new StepKind<>(
                    36,
                    SpectrumStep.PowerSpectrum.class,
                    Intake.STREAM,
                    SpectrumKinds::powerSpectrum,
                    (step, out) -> {
                        out.shorts(step.length(), step.hop());
                        out.bytes(step.removesMean() ? 1 : 0, step.windowQ15().size());
                        step.windowQ15().forEach(out::shorts);
                    },
                    (step, source) -> source.isStream() && step.fits(source.samples()),
                    (step, place) -> new PowerSpectrum(
                            place.samples(), step.length(), step.hop(), step.removesMean(), step.windowQ15())),
            new StepKind<>(
                    37,
                    SpectrumStep.Magnitudes.class,
                    Intake.NOTHING,
                    (input, _) -> new SpectrumStep.Magnitudes(input),
                    (_, _) -> {},
                    (_, source) -> source.is(SpectrumStep.PowerSpectrum.class),
                    (_, place) -> new Magnitudes((PowerSpectrum) place.input())),
            new StepKind<>(
                    38,
                    SpectrumStep.LogBands.class,
                    Intake.NOTHING,
                    SpectrumKinds::logBands,
                    (step, out) -> {
                        out.bytes(step.bands(), step.triangular() ? 1 : 0);
                        step.edges().forEach(out::shorts);
                    },
                    (step, source) -> source.is(SpectrumStep.PowerSpectrum.class)
                            && step.edges().getLast() <= source.arrayLength(),
                    (step, place) -> new LogBands((PowerSpectrum) place.input(), step.triangular(), step.edges())),
            new StepKind<>(
                    39,
                    SpectrumStep.Elements.class,
                    Intake.NOTHING,
                    (input, in) -> new SpectrumStep.Elements(
                            input, in.unsignedShort(), in.unsignedShort(), in.unsignedShort(), in.unsignedShort()),
                    (step, out) -> out.shorts(step.first(), step.second(), step.third(), step.fourth()),
                    (step, source) -> source.arrayLength() > step.largest(),
                    (step, place) ->
                            new ArrayElements(place.array(), step.first(), step.second(), step.third(), step.fourth())),
            new StepKind<>(
                    40,
                    SpectrumStep.History.class,
                    Intake.NOTHING,
                    (input, in) -> in.thenZeros(new SpectrumStep.History(input, in.unsignedByte()), 3),
                    (step, out) -> out.bytes(step.arrays(), 0, 0, 0),
                    (step, source) -> step.fits(source.arrayLength()),
                    (step, place) -> new ArrayHistory(place.array(), step.arrays())));

    private static SpectrumStep.PowerSpectrum powerSpectrum(int input, ParameterReader in) {
        int length = in.unsignedShort();
        int hop = in.unsignedShort();
        int flags = in.unsignedByte();
        ParameterRange.requireRange("flags of the power spectrum", flags, 0, 1);
        return new SpectrumStep.PowerSpectrum(input, length, hop, flags == 1, shorts(in, in.unsignedByte()));
    }

    private static SpectrumStep.LogBands logBands(int input, ParameterReader in) {
        int bands = in.unsignedByte();
        int shape = in.unsignedByte();
        ParameterRange.requireRange("shape of the bands", shape, 0, 1);
        return new SpectrumStep.LogBands(input, shape == 1, shorts(in, bands + shape + 1));
    }

    private static List<Integer> shorts(ParameterReader in, int count) {
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(in.unsignedShort());
        }
        return values;
    }
}
