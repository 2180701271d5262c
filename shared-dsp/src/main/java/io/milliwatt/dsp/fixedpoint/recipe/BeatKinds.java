package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.QrsDesign;
import io.milliwatt.dsp.fixedpoint.QrsDetector;
import io.milliwatt.dsp.fixedpoint.heart.BeatFeatures;
import io.milliwatt.dsp.fixedpoint.recipe.StepKind.Intake;
import java.util.List;

/** Operations 24 and 30: heart beats. */
final class BeatKinds {

    private BeatKinds() {}

    static final List<StepKind<?>> ALL = List.of(
            new StepKind<>(
                    24,
                    ReadingStep.Qrs.class,
                    Intake.STREAM,
                    (input, in) -> new ReadingStep.Qrs(input, design(in)),
                    (step, out) -> write(step.design(), out),
                    (_, source) -> source.isStream(),
                    (step, place) ->
                            new QrsDetector(step.design(), place.sensor().nanoUnitsPerCount())),
            new StepKind<>(
                    30,
                    ReadingStep.DescribedBeats.class,
                    Intake.RAW_SAMPLES,
                    (input, _) -> new ReadingStep.DescribedBeats(input),
                    (_, _) -> {},
                    (_, source) -> source.is(ReadingStep.Qrs.class) && source.decimation() == 1,
                    (_, place) -> new BeatFeatures(
                            place.recipe().sampleRateMilliHertz() / 1_000,
                            place.sensor().nanoUnitsPerCount(),
                            (QrsDetector) place.input())));

    private static QrsDesign design(ParameterReader in) {
        int smoothing = in.unsignedByte();
        int slopeLag = in.unsignedByte();
        int baseline = in.unsignedShort();
        int integration = in.unsignedShort();
        int hold = in.unsignedShort();
        int slopeWindow = in.unsignedShort();
        int positionBack = in.unsignedShort();
        int positionAhead = in.unsignedShort();
        int tWave = in.unsignedShort();
        int searchBackGap = in.unsignedShort();
        int second = in.unsignedShort();
        int shortestInterval = in.unsignedShort();
        in.expectZeros(2);
        return new QrsDesign(
                smoothing,
                slopeLag,
                baseline,
                integration,
                hold,
                slopeWindow,
                positionBack,
                positionAhead,
                tWave,
                searchBackGap,
                second,
                shortestInterval,
                in.signedInt());
    }

    private static void write(QrsDesign design, ParameterWriter out) {
        out.bytes(design.smoothing(), design.slopeLag())
                .shorts(design.baseline(), design.integration(), design.hold(), design.slopeWindow())
                .shorts(design.positionBack(), design.positionAhead(), design.tWave(), design.searchBackGap())
                .shorts(design.second(), design.shortestInterval(), 0)
                .ints(design.smallestExcursionNanoUnits());
    }
}
