package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.BaselineRule;
import io.milliwatt.dsp.fixedpoint.FloorGrid;
import io.milliwatt.dsp.fixedpoint.QualityThresholds;
import io.milliwatt.dsp.fixedpoint.SpectralLine;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lays a recipe out as recipe.md says. */
final class RecipeWriter {

    /** Ample: 32 steps of at most 264 bytes and 16 outputs of at most 76. */
    private static final int CAPACITY = 16_384;

    private static final int LENGTH_OFFSET = 16;

    private final ByteBuffer bytes = ByteBuffer.allocate(CAPACITY).order(ByteOrder.LITTLE_ENDIAN);

    private RecipeWriter() {}

    static byte[] write(Recipe recipe) {
        RecipeWriter writer = new RecipeWriter();
        writer.putHeader(recipe);
        recipe.steps().forEach(writer::putStep);
        recipe.outputs().forEach(writer::putOutput);
        int length = writer.bytes.position();
        writer.bytes.putInt(LENGTH_OFFSET, length);
        return Arrays.copyOf(writer.bytes.array(), length);
    }

    private void putHeader(Recipe recipe) {
        putShorts(Operation.FORMAT_VERSION, recipe.id(), recipe.version());
        putBytes(recipe.unit().code(), recipe.warmUpWindows());
        bytes.putInt(recipe.sampleRateMilliHertz())
                .putInt(recipe.windowLength())
                .putInt(0);
        putBytes(recipe.steps().size(), recipe.outputs().size(), 0, 0);
    }

    private void putStep(Step step) {
        int start = bytes.position();
        bytes.put((byte) operation(step)).put((byte) step.input()).putShort((short) 0);
        switch (step) {
            case Step.MeanRemoval s -> putBytes(s.settlingShift(), s.fractionBits(), 0, 0);
            case Step.Biquads s -> s.sections().forEach(this::putSection);
            case Step.Whitening s -> putBytes(s.order(), s.whiteNoiseShift(), 0, 0);
            case Step.Square s -> putBytes(s.shift(), 0, 0, 0);
            case Step.DecimatingFir s -> {
                putBytes(s.factor(), s.shift());
                putShorts(s.taps().size());
                s.taps().forEach(bytes::putShort);
            }
            case Step.Moments s -> putBytes(s.droppedBits(), 0, 0, 0);
            case Step.SignalQuality s -> putThresholds(s.settings());
            case Step.BaselineAnomaly s -> putRule(s.settings());
            case Step.LogSpectrum s -> {
                putShorts(s.length());
                putBytes(s.firstBin(), 0);
            }
            case Step.LocalFloor s -> putGrid(s.settings());
            case Step.LineScore s -> {
                putBytes(s.lines().size(), s.slipSteps());
                putShorts(s.slipStepQ20());
                s.lines().forEach(this::putLine);
            }
            case Step.Energy _, Step.ShaftSpeed _ -> {}
        }
        pad();
        bytes.putShort(start + 2, (short) (bytes.position() - start));
    }

    private static int operation(Step step) {
        return switch (step) {
            case Step.MeanRemoval _ -> Operation.MEAN_REMOVAL;
            case Step.Biquads _ -> Operation.BIQUADS;
            case Step.Whitening _ -> Operation.WHITENING;
            case Step.Square _ -> Operation.SQUARE;
            case Step.DecimatingFir _ -> Operation.DECIMATING_FIR;
            case Step.Energy _ -> Operation.ENERGY;
            case Step.Moments _ -> Operation.MOMENTS;
            case Step.SignalQuality _ -> Operation.SIGNAL_QUALITY;
            case Step.BaselineAnomaly _ -> Operation.BASELINE_ANOMALY;
            case Step.LogSpectrum _ -> Operation.LOG_SPECTRUM;
            case Step.LocalFloor _ -> Operation.LOCAL_FLOOR;
            case Step.LineScore _ -> Operation.LINE_SCORE;
            case Step.ShaftSpeed _ -> Operation.SHAFT_SPEED;
        };
    }

    private void putSection(Step.Section section) {
        bytes.putInt(section.b0()).putInt(section.b1()).putInt(section.b2());
        bytes.putInt(section.a1()).putInt(section.a2());
    }

    private void putThresholds(QualityThresholds settings) {
        putShorts(settings.clipLevelCounts(), settings.clippedSamples(), settings.flatRangeCounts());
        putBytes(settings.levelFractionBits(), 0);
        bytes.putInt(settings.stoppedBelowNanoUnits()).putInt(settings.stoppedBelowMilliHertz());
    }

    private void putRule(BaselineRule settings) {
        putBytes(settings.sourceValue(), settings.windowsToLearn());
        putShorts(settings.smallestSpread(), settings.driftQ8(), settings.scoreLimitQ8());
        bytes.putInt(settings.cumulativeLimitQ8());
        putBytes(settings.unlearnableFlags(), settings.unjudgeableFlags(), 0, 0);
    }

    private void putGrid(FloorGrid settings) {
        bytes.putInt(settings.gridStepOrderQ16()).putInt(settings.halfWidthOrderQ16());
        putBytes(settings.limitOrders(), settings.minimumHalfWidthBins(), settings.points(), 0);
        bytes.putInt(settings.limitMilliHertz());
    }

    private void putLine(SpectralLine line) {
        putBytes(line.base().code(), line.harmonic(), line.sideband().code(), line.multiple());
    }

    private void putOutput(Output output) {
        putBytes(output.step(), output.value(), output.inSensorUnits() ? 1 : 0, output.shift());
        bytes.putInt(output.multiplier()).putInt(output.divisor());
        byte[] name = output.name().getBytes(StandardCharsets.US_ASCII);
        byte[] unit = output.unit().getBytes(StandardCharsets.US_ASCII);
        putBytes(name.length, unit.length);
        bytes.put(name).put(unit);
        pad();
    }

    private void putBytes(int... values) {
        for (int value : values) {
            bytes.put((byte) value);
        }
    }

    private void putShorts(int... values) {
        for (int value : values) {
            bytes.putShort((short) value);
        }
    }

    private void pad() {
        while (bytes.position() % 4 != 0) {
            bytes.put((byte) 0);
        }
    }
}
