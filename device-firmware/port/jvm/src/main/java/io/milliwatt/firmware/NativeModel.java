package io.milliwatt.firmware;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * A bundle's model run by the node's own C code, for proving that Java and C agree bit by bit. One instance serves one
 * thread at a time.
 */
public final class NativeModel implements AutoCloseable {

    private static final String REFUSED = "The bundle was refused";
    private static final int MAXIMUM_CLASSES = 16;
    private static final int MAXIMUM_VALUES = 255;
    private static final int JUDGEMENT_BYTES = 4;
    private static final int POINT_LENGTH = 65;

    private static final MethodHandle SIZE =
            of("mw_java_model_size", FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_LONG));
    private static final MethodHandle OPEN =
            of("mw_java_model_open", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG));
    private static final MethodHandle INPUTS = of("mw_java_model_inputs", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle CLASSES = of("mw_java_model_classes", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle VERIFY =
            of("mw_java_model_verify", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    private static final MethodHandle SCORE =
            of("mw_java_model_score", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS));
    private static final MethodHandle PROBABILITIES =
            of("mw_java_model_probabilities", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS));
    private static final MethodHandle INPUT_MAP =
            of("mw_java_model_map", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS));
    private static final MethodHandle JUDGE =
            of("mw_java_model_judge", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_SHORT, ADDRESS));

    private final Arena arena = Arena.ofShared();
    private final MemorySegment bundle;
    private final MemorySegment inputs;
    private final MemorySegment scores;
    private final MemorySegment probabilities;
    private final MemorySegment values;
    private final MemorySegment judgement;
    private final int inputCount;
    private final int classCount;

    /**
     * Opens a bundle as a node would, its self-test included.
     *
     * @throws FirmwareException if the firmware refuses it
     */
    public NativeModel(byte[] file) {
        boolean opened = false;
        try {
            MemorySegment bytes = arena.allocate(Math.max(1, file.length), 8);
            MemorySegment.copy(file, 0, bytes, JAVA_BYTE, 0, file.length);
            long size = FirmwareException.check(REFUSED, (long) SIZE.invokeExact(bytes, (long) file.length));
            bundle = arena.allocate(size, 8);
            FirmwareException.check(REFUSED, (int) OPEN.invokeExact(bundle, bytes, (long) file.length));
            scores = arena.allocate(JAVA_SHORT, MAXIMUM_CLASSES);
            probabilities = arena.allocate(JAVA_BYTE, MAXIMUM_CLASSES);
            values = arena.allocate(JAVA_INT, MAXIMUM_VALUES);
            judgement = arena.allocate(JUDGEMENT_BYTES, 4);
            inputCount = (int) INPUTS.invokeExact(bundle);
            inputs = arena.allocate(JAVA_SHORT, inputCount);
            classCount = (int) CLASSES.invokeExact(bundle);
            opened = true;
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        } finally {
            if (!opened) {
                arena.close();
            }
        }
    }

    public int inputs() {
        return inputCount;
    }

    public int classes() {
        return classCount;
    }

    /** Raw scores, one per class. */
    public short[] score(short[] modelInputs) {
        if (modelInputs.length != inputCount) {
            throw new IllegalArgumentException(
                    "The model takes " + inputCount + " inputs, not " + modelInputs.length + ".");
        }
        MemorySegment.copy(modelInputs, 0, inputs, JAVA_SHORT, 0, modelInputs.length);
        try {
            SCORE.invokeExact(bundle, inputs, scores);
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
        return scores.asSlice(0, 2L * classCount).toArray(JAVA_SHORT);
    }

    /** Probabilities 0 … 255 of given scores. */
    public int[] probabilities(short[] givenScores) {
        MemorySegment.copy(givenScores, 0, scores, JAVA_SHORT, 0, classCount);
        try {
            PROBABILITIES.invokeExact(bundle, scores, probabilities);
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
        int[] out = new int[classCount];
        for (int index = 0; index < classCount; index++) {
            out[index] = Byte.toUnsignedInt(probabilities.get(JAVA_BYTE, index));
        }
        return out;
    }

    /** The model's inputs for a window. */
    public short[] inputsOf(int[] recipeValues) {
        try {
            FirmwareException.check("The input map does not fit the recipe", (int)
                    INPUT_MAP.invokeExact(bundle, valuesSegment(recipeValues), recipeValues.length, inputs));
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
        return inputs.asSlice(0, 2L * inputCount).toArray(JAVA_SHORT);
    }

    /**
     * A window's verdict.
     *
     * @param verdict as in a frame
     * @param probability 0 … 255
     * @param evidence 0 … 255
     */
    public record Verdict(int verdict, int probability, int evidence) {}

    /** The verdict for a window, empty when its quality bits forbid one. */
    public Optional<Verdict> judge(int[] recipeValues, int qualityBits) {
        try {
            int judged = (int) JUDGE.invokeExact(
                    bundle, valuesSegment(recipeValues), recipeValues.length, (short) qualityBits, judgement);
            FirmwareException.check("The window was not judged", judged);
            if (judged == 0) {
                return Optional.empty();
            }
            return Optional.of(new Verdict(
                    Short.toUnsignedInt(judgement.get(JAVA_SHORT, 0)),
                    Byte.toUnsignedInt(judgement.get(JAVA_BYTE, 2)),
                    Byte.toUnsignedInt(judgement.get(JAVA_BYTE, 3))));
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /** Whether the bundle is signed by the owner of this public key (65 bytes: 04, X, Y on P-256). */
    public boolean signedBy(byte[] publicKey) {
        if (publicKey.length != POINT_LENGTH) {
            throw new IllegalArgumentException("A public key has 65 bytes, not " + publicKey.length + ".");
        }
        try (Arena call = Arena.ofConfined()) {
            MemorySegment point = call.allocate(POINT_LENGTH);
            MemorySegment.copy(publicKey, 0, point, JAVA_BYTE, 0, POINT_LENGTH);
            return (int) VERIFY.invokeExact(bundle, point) == 0;
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    @Override
    public void close() {
        arena.close();
    }

    private MemorySegment valuesSegment(int[] recipeValues) {
        MemorySegment.copy(recipeValues, 0, values, JAVA_INT, 0, recipeValues.length);
        return values;
    }

    private static MethodHandle of(String name, FunctionDescriptor descriptor) {
        return FirmwareLibrary.function(name, descriptor);
    }
}
