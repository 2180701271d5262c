package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.FloorGrid;
import io.milliwatt.dsp.fixedpoint.LineScore;
import io.milliwatt.dsp.fixedpoint.LocalFloor;
import io.milliwatt.dsp.fixedpoint.LogSpectrum;
import io.milliwatt.dsp.fixedpoint.OrderReference;
import io.milliwatt.dsp.fixedpoint.ShaftSpeed;
import io.milliwatt.dsp.fixedpoint.SpectralLine;
import io.milliwatt.dsp.fixedpoint.recipe.StepKind.Intake;
import java.util.ArrayList;
import java.util.List;

/** Operations 32 … 35: a bearing's lines in a log spectrum. */
final class LineKinds {

    private LineKinds() {}

    static final List<StepKind<?>> ALL = List.of(
            new StepKind<>(
                    32,
                    Step.LogSpectrum.class,
                    Intake.STREAM,
                    (input, in) -> in.thenZeros(new Step.LogSpectrum(input, in.unsignedShort(), in.unsignedByte()), 1),
                    (step, out) -> out.shorts(step.length()).bytes(step.firstBin(), 0),
                    (step, source) -> source.isStream() && source.samples() <= step.length(),
                    (step, place) -> new LogSpectrum(place.samples(), step.length(), step.firstBin())),
            new StepKind<>(
                    33,
                    Step.LocalFloor.class,
                    Intake.NOTHING,
                    (input, in) -> new Step.LocalFloor(input, grid(in)),
                    (step, out) -> write(step.settings(), out),
                    (_, source) -> source.is(Step.LogSpectrum.class),
                    LineKinds::localFloor),
            new StepKind<>(
                    34,
                    Step.LineScore.class,
                    Intake.NOTHING,
                    LineKinds::lineScore,
                    (step, out) -> {
                        out.bytes(step.lines().size(), step.slipSteps()).shorts(step.slipStepQ20());
                        step.lines()
                                .forEach(line -> out.bytes(
                                        line.base().code(),
                                        line.harmonic(),
                                        line.sideband().code(),
                                        line.multiple()));
                    },
                    (_, source) -> source.is(Step.LocalFloor.class),
                    (step, place) -> new LineScore(
                            (LocalFloor) place.input(),
                            place.sensor().faultOrders(),
                            step.slipSteps(),
                            step.slipStepQ20(),
                            step.lines())),
            new StepKind<>(
                    35,
                    Step.ShaftSpeed.class,
                    Intake.NOTHING,
                    (_, _) -> new Step.ShaftSpeed(),
                    (_, _) -> {},
                    (_, source) -> source.isRaw(),
                    (_, _) -> new ShaftSpeed()));

    private static LocalFloor localFloor(Step.LocalFloor step, StepPlace place) {
        LogSpectrum spectrum = (LogSpectrum) place.input();
        return new LocalFloor(spectrum, place.axis(2 * spectrum.length()), step.settings());
    }

    private static FloorGrid grid(ParameterReader in) {
        int step = in.signedInt();
        int halfWidth = in.signedInt();
        int limitOrders = in.unsignedByte();
        int minimumHalfWidth = in.unsignedByte();
        int points = in.unsignedByte();
        in.expectZeros(1);
        return new FloorGrid(step, halfWidth, limitOrders, minimumHalfWidth, in.signedInt(), points);
    }

    private static void write(FloorGrid settings, ParameterWriter out) {
        out.ints(settings.gridStepOrderQ16(), settings.halfWidthOrderQ16());
        out.bytes(settings.limitOrders(), settings.minimumHalfWidthBins(), settings.points(), 0);
        out.ints(settings.limitMilliHertz());
    }

    private static Step.LineScore lineScore(int input, ParameterReader in) {
        int count = in.unsignedByte();
        int slipSteps = in.unsignedByte();
        int slipStepQ20 = in.unsignedShort();
        List<SpectralLine> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(new SpectralLine(
                    OrderReference.ofCode(in.unsignedByte()),
                    in.unsignedByte(),
                    OrderReference.ofCode(in.unsignedByte()),
                    in.signedByte()));
        }
        return new Step.LineScore(input, slipSteps, slipStepQ20, lines);
    }
}
