package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.BaselineAnomaly;
import io.milliwatt.dsp.fixedpoint.BaselineRule;
import io.milliwatt.dsp.fixedpoint.Energy;
import io.milliwatt.dsp.fixedpoint.Moments;
import io.milliwatt.dsp.fixedpoint.QualityThresholds;
import io.milliwatt.dsp.fixedpoint.SignalQuality;
import io.milliwatt.dsp.fixedpoint.recipe.StepKind.Intake;
import java.util.List;

/** Operations 16 … 19: level, quality and anomaly of a window. */
final class FindingKinds {

    private FindingKinds() {}

    static final List<StepKind<?>> ALL = List.of(
            new StepKind<>(
                    16,
                    Step.Energy.class,
                    Intake.STREAM,
                    (input, _) -> new Step.Energy(input),
                    (_, _) -> {},
                    (_, source) -> source.isStream(),
                    (_, place) -> new Energy(place.samples())),
            new StepKind<>(
                    17,
                    Step.Moments.class,
                    Intake.STREAM,
                    (input, in) -> in.thenZeros(new Step.Moments(input, in.unsignedByte()), 3),
                    (step, out) -> out.bytes(step.droppedBits(), 0, 0, 0),
                    (_, source) -> source.isStream(),
                    (step, place) -> new Moments(place.samples(), step.droppedBits())),
            new StepKind<>(
                    18,
                    Step.SignalQuality.class,
                    Intake.RAW_SAMPLES,
                    (input, in) -> new Step.SignalQuality(input, thresholds(in)),
                    (step, out) -> write(step.settings(), out),
                    (_, source) -> source.values() > 0,
                    (step, place) -> new SignalQuality(
                            step.settings(), place.input(), place.sensor().nanoUnitsPerCount())),
            new StepKind<>(
                    19,
                    Step.BaselineAnomaly.class,
                    Intake.NOTHING,
                    (input, in) -> new Step.BaselineAnomaly(input, rule(in)),
                    (step, out) -> write(step.settings(), out),
                    (step, source) -> source.values() > step.settings().sourceValue(),
                    (step, place) -> new BaselineAnomaly(step.settings(), place.input())));

    private static QualityThresholds thresholds(ParameterReader in) {
        int clipLevel = in.unsignedShort();
        int clippedSamples = in.unsignedShort();
        int flatRange = in.unsignedShort();
        int levelFractionBits = in.unsignedByte();
        in.expectZeros(1);
        return new QualityThresholds(
                clipLevel, clippedSamples, flatRange, levelFractionBits, in.signedInt(), in.signedInt());
    }

    private static void write(QualityThresholds settings, ParameterWriter out) {
        out.shorts(settings.clipLevelCounts(), settings.clippedSamples(), settings.flatRangeCounts());
        out.bytes(settings.levelFractionBits(), 0);
        out.ints(settings.stoppedBelowNanoUnits(), settings.stoppedBelowMilliHertz());
    }

    private static BaselineRule rule(ParameterReader in) {
        int sourceValue = in.unsignedByte();
        int windows = in.unsignedByte();
        int spread = in.unsignedShort();
        int drift = in.unsignedShort();
        int scoreLimit = in.unsignedShort();
        int cumulativeLimit = in.signedInt();
        int unlearnable = in.unsignedByte();
        int unjudgeable = in.unsignedByte();
        in.expectZeros(2);
        return new BaselineRule(
                sourceValue, windows, spread, drift, scoreLimit, cumulativeLimit, unlearnable, unjudgeable);
    }

    private static void write(BaselineRule settings, ParameterWriter out) {
        out.bytes(settings.sourceValue(), settings.windowsToLearn());
        out.shorts(settings.smallestSpread(), settings.driftQ8(), settings.scoreLimitQ8());
        out.ints(settings.cumulativeLimitQ8());
        out.bytes(settings.unlearnableFlags(), settings.unjudgeableFlags(), 0, 0);
    }
}
