package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.BaselineRule;
import io.milliwatt.dsp.fixedpoint.FloorGrid;
import io.milliwatt.dsp.fixedpoint.OrderReference;
import io.milliwatt.dsp.fixedpoint.QualityThresholds;
import io.milliwatt.dsp.fixedpoint.SpectralLine;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link RecipeWriter} writes and nothing else: reserved bytes and padding must be zero. */
final class RecipeReader {

    private final ByteBuffer bytes;

    RecipeReader(byte[] section) {
        bytes = ByteBuffer.wrap(section).order(ByteOrder.LITTLE_ENDIAN);
    }

    Recipe read() {
        try {
            return readSection();
        } catch (BufferUnderflowException truncated) {
            throw new IllegalArgumentException(
                    "The recipe ends at byte " + bytes.limit() + " before what it announces.", truncated);
        }
    }

    private Recipe readSection() {
        int format = getUnsignedShort();
        ParameterRange.require(
                format == Operation.FORMAT_VERSION,
                "Recipe format version 1.0 (256) is understood, not version",
                format);
        int id = getUnsignedShort();
        int version = getUnsignedShort();
        SampleUnit unit = SampleUnit.ofCode(getUnsignedByte());
        int warmUpWindows = getUnsignedByte();
        int sampleRateMilliHertz = bytes.getInt();
        int windowLength = bytes.getInt();
        int length = bytes.getInt();
        ParameterRange.require(
                length == bytes.limit(), "The recipe has " + bytes.limit() + " bytes but announces", length);
        int stepCount = getUnsignedByte();
        int outputCount = getUnsignedByte();
        expectZeros(2);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < stepCount; i++) {
            steps.add(readStep());
        }
        List<Output> outputs = new ArrayList<>();
        for (int i = 0; i < outputCount; i++) {
            outputs.add(readOutput());
        }
        ParameterRange.require(!bytes.hasRemaining(), "Bytes after the recipe's last output:", bytes.remaining());
        return new Recipe(id, version, unit, warmUpWindows, sampleRateMilliHertz, windowLength, steps, outputs);
    }

    private Step readStep() {
        int start = bytes.position();
        int operation = getUnsignedByte();
        int input = getUnsignedByte();
        int length = getUnsignedShort();
        Step step = readParameters(operation, input, length - Operation.STEP_HEAD_BYTES);
        expectPadding();
        ParameterRange.require(
                bytes.position() - start == length,
                "The step at byte " + start + " takes " + (bytes.position() - start) + " bytes but announces",
                length);
        ParameterRange.require(step.input() == input, "The step at byte " + start + " cannot have the input", input);
        return step;
    }

    private Step readParameters(int operation, int input, int length) {
        return switch (operation) {
            case Operation.MEAN_REMOVAL -> {
                Step step = new Step.MeanRemoval(getUnsignedByte(), getUnsignedByte());
                expectZeros(2);
                yield step;
            }
            case Operation.BIQUADS -> new Step.Biquads(input, readSections(length));
            case Operation.WHITENING -> {
                Step step = new Step.Whitening(input, getUnsignedByte(), getUnsignedByte());
                expectZeros(2);
                yield step;
            }
            case Operation.SQUARE -> {
                Step step = new Step.Square(input, getUnsignedByte());
                expectZeros(3);
                yield step;
            }
            case Operation.DECIMATING_FIR ->
                new Step.DecimatingFir(input, getUnsignedByte(), getUnsignedByte(), readTaps());
            case Operation.ENERGY -> new Step.Energy(input);
            case Operation.MOMENTS -> {
                Step step = new Step.Moments(input, getUnsignedByte());
                expectZeros(3);
                yield step;
            }
            case Operation.SIGNAL_QUALITY -> new Step.SignalQuality(input, readThresholds());
            case Operation.BASELINE_ANOMALY -> new Step.BaselineAnomaly(input, readRule());
            case Operation.LOG_SPECTRUM -> {
                Step step = new Step.LogSpectrum(input, getUnsignedShort(), getUnsignedByte());
                expectZeros(1);
                yield step;
            }
            case Operation.LOCAL_FLOOR -> new Step.LocalFloor(input, readGrid());
            case Operation.LINE_SCORE -> {
                int lines = getUnsignedByte();
                yield new Step.LineScore(input, getUnsignedByte(), getUnsignedShort(), readLines(lines));
            }
            case Operation.SHAFT_SPEED -> new Step.ShaftSpeed();
            default ->
                throw new IllegalArgumentException(
                        "Recipe operation " + operation + " is unknown; it needs a newer release.");
        };
    }

    private List<Step.Section> readSections(int length) {
        List<Step.Section> sections = new ArrayList<>();
        for (int at = 0; at + 20 <= length; at += 20) {
            sections.add(
                    new Step.Section(bytes.getInt(), bytes.getInt(), bytes.getInt(), bytes.getInt(), bytes.getInt()));
        }
        return sections;
    }

    private List<Short> readTaps() {
        int count = getUnsignedShort();
        List<Short> taps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taps.add(bytes.getShort());
        }
        return taps;
    }

    private QualityThresholds readThresholds() {
        int clipLevel = getUnsignedShort();
        int clippedSamples = getUnsignedShort();
        int flatRange = getUnsignedShort();
        int levelFractionBits = getUnsignedByte();
        expectZeros(1);
        return new QualityThresholds(
                clipLevel, clippedSamples, flatRange, levelFractionBits, bytes.getInt(), bytes.getInt());
    }

    private BaselineRule readRule() {
        int sourceValue = getUnsignedByte();
        int windows = getUnsignedByte();
        int spread = getUnsignedShort();
        int drift = getUnsignedShort();
        int scoreLimit = getUnsignedShort();
        int cumulativeLimit = bytes.getInt();
        int unlearnable = getUnsignedByte();
        int unjudgeable = getUnsignedByte();
        expectZeros(2);
        return new BaselineRule(
                sourceValue, windows, spread, drift, scoreLimit, cumulativeLimit, unlearnable, unjudgeable);
    }

    private FloorGrid readGrid() {
        int step = bytes.getInt();
        int halfWidth = bytes.getInt();
        int limitOrders = getUnsignedByte();
        int minimumHalfWidth = getUnsignedByte();
        int points = getUnsignedByte();
        expectZeros(1);
        return new FloorGrid(step, halfWidth, limitOrders, minimumHalfWidth, bytes.getInt(), points);
    }

    private List<SpectralLine> readLines(int count) {
        List<SpectralLine> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(new SpectralLine(
                    OrderReference.ofCode(getUnsignedByte()),
                    getUnsignedByte(),
                    OrderReference.ofCode(getUnsignedByte()),
                    bytes.get()));
        }
        return lines;
    }

    private Output readOutput() {
        int step = getUnsignedByte();
        int value = getUnsignedByte();
        int flags = getUnsignedByte();
        ParameterRange.requireRange("output flags", flags, 0, 1);
        int shift = getUnsignedByte();
        int multiplier = bytes.getInt();
        int divisor = bytes.getInt();
        int nameLength = getUnsignedByte();
        int unitLength = getUnsignedByte();
        Output output = new Output(
                getText(nameLength), getText(unitLength), divisor, step, value, flags == 1, multiplier, shift);
        expectPadding();
        return output;
    }

    private String getText(int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private int getUnsignedByte() {
        return Byte.toUnsignedInt(bytes.get());
    }

    private int getUnsignedShort() {
        return Short.toUnsignedInt(bytes.getShort());
    }

    private void expectZeros(int count) {
        for (int i = 0; i < count; i++) {
            ParameterRange.require(
                    bytes.get() == 0, "A reserved byte of the recipe is not zero, at", bytes.position() - 1);
        }
    }

    private void expectPadding() {
        expectZeros(-bytes.position() & 3);
    }
}
