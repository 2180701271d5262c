package io.milliwatt.dsp.fixedpoint.recipe;

import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link RecipeWriter} writes and nothing else: reserved bytes and padding must be zero. */
final class RecipeReader {

    private final ParameterReader in;

    RecipeReader(byte[] section) {
        in = new ParameterReader(section);
    }

    Recipe read() {
        try {
            return readSection();
        } catch (BufferUnderflowException truncated) {
            throw new IllegalArgumentException(
                    "The recipe ends at byte " + in.limit() + " before what it announces.", truncated);
        }
    }

    private Recipe readSection() {
        int format = in.unsignedShort();
        ParameterRange.require(
                format == RecipeLayout.FORMAT_VERSION,
                "Recipe format version 1.0 (256) is understood, not version",
                format);
        int id = in.unsignedShort();
        int version = in.unsignedShort();
        SampleUnit unit = SampleUnit.ofCode(in.unsignedByte());
        int warmUpWindows = in.unsignedByte();
        SampleClock sampleClock = new SampleClock(in.signedInt());
        int windowLength = in.signedInt();
        int length = in.signedInt();
        ParameterRange.require(length == in.limit(), "The recipe has " + in.limit() + " bytes but announces", length);
        int stepCount = in.unsignedByte();
        int outputCount = in.unsignedByte();
        in.expectZeros(2);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < stepCount; i++) {
            steps.add(readStep());
        }
        List<Output> outputs = new ArrayList<>();
        for (int i = 0; i < outputCount; i++) {
            outputs.add(readOutput());
        }
        ParameterRange.require(!in.hasRemaining(), "Bytes after the recipe's last output, from byte", in.position());
        return new Recipe(id, version, unit, warmUpWindows, sampleClock, windowLength, steps, outputs);
    }

    private Step readStep() {
        int start = in.position();
        int operation = in.unsignedByte();
        int input = in.unsignedByte();
        int length = in.unsignedShort();
        in.beginStep(start + length);
        Step step = StepKinds.of(operation)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Recipe operation " + operation + " is unknown; it needs a newer release."))
                .reader()
                .read(input, in);
        in.expectPadding();
        ParameterRange.require(
                in.position() - start == length,
                "The step at byte " + start + " takes " + (in.position() - start) + " bytes but announces",
                length);
        ParameterRange.require(step.input() == input, "The step at byte " + start + " cannot have the input", input);
        return step;
    }

    private Output readOutput() {
        int step = in.unsignedByte();
        int value = in.unsignedByte();
        int flags = in.unsignedByte();
        ParameterRange.requireRange("output flags", flags, 0, 1);
        int shift = in.unsignedByte();
        int multiplier = in.signedInt();
        int divisor = in.signedInt();
        int nameLength = in.unsignedByte();
        int unitLength = in.unsignedByte();
        Output output = new Output(
                in.text(nameLength), in.text(unitLength), divisor, step, value, flags == 1, multiplier, shift);
        in.expectPadding();
        return output;
    }
}
