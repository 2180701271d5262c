package io.milliwatt.dsp.fixedpoint.recipe;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * A feature recipe: what is computed from each window of samples.
 *
 * @param id names the recipe, 1 … 65,535; 1 is vibration
 * @param version grows with every change of what is computed, 1 … 65,535
 * @param unit of the samples
 * @param warmUpWindows first windows, 0 … 255, in which filters settle; they carry the flag "warming up"
 * @param sampleClock how often the sensor is read
 * @param windowLength samples per window, 1 … 65,535
 * @param steps 1 … 32, each reading earlier ones only
 * @param outputs 1 … 16
 */
public record Recipe(
        int id,
        int version,
        SampleUnit unit,
        int warmUpWindows,
        SampleClock sampleClock,
        int windowLength,
        List<Step> steps,
        List<Output> outputs) {

    private static final int DIGEST_BYTES = 8;

    public Recipe {
        steps = List.copyOf(steps);
        outputs = List.copyOf(outputs);
        ParameterRange.requireRange("id", id, 1, 65_535);
        ParameterRange.requireRange("version", version, 1, 65_535);
        ParameterRange.requireRange("warm-up windows", warmUpWindows, 0, 255);
        ParameterRange.requireRange("window length", windowLength, 1, 65_535);
        RecipeStructure.check(windowLength, steps, outputs);
        RecipeStructure.checkRate(sampleClock, steps);
    }

    /** A recipe whose sensor's sample rate is given in millihertz. */
    public Recipe(
            int id,
            int version,
            SampleUnit unit,
            int warmUpWindows,
            int sampleRateMilliHertz,
            int windowLength,
            List<Step> steps,
            List<Output> outputs) {
        this(
                id,
                version,
                unit,
                warmUpWindows,
                SampleClock.ofRateMilliHertz(sampleRateMilliHertz),
                windowLength,
                steps,
                outputs);
    }

    /** The rate of the raw samples; that of a slow sensor is rounded down, but not below 1. */
    public int sampleRateMilliHertz() {
        return sampleClock.milliHertz();
    }

    /**
     * Reads a recipe section (recipe.md).
     *
     * @throws IllegalArgumentException if the bytes are not a recipe that a node would accept
     */
    public static Recipe parse(byte[] section) {
        return new RecipeReader(section).read();
    }

    /** The section; {@link #parse} gives an equal recipe back, byte for byte the same. */
    public byte[] toBytes() {
        return RecipeWriter.write(this);
    }

    /** The first 8 bytes of SHA-256 over {@link #toBytes()}, as a bundle's header carries it. */
    public byte[] digest() {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(toBytes());
            return Arrays.copyOf(whole, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java runtime has no SHA-256.", missing);
        }
    }

    /** Bytes of state that a node keeps for this recipe, as mw_recipe_state_size says. */
    public int stateBytes() {
        return steps.stream()
                .mapToInt(step -> step.stateBytes() + step.stateBytesForArray(arrayLength(step.input())))
                .sum();
    }

    /**
     * Length of the array that a step gives at the end of a window, 0 if it gives none.
     *
     * @param step 1 … number of steps
     */
    public int arrayLength(int step) {
        return RecipeStructure.arrayLength(steps, step);
    }

    /** Raw samples per value of a step's stream. */
    int decimation(int step) {
        return RecipeStructure.decimation(steps, step);
    }

    /**
     * The index of an output.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public int indexOf(String outputName) {
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).name().equals(outputName)) {
                return i;
            }
        }
        throw new IllegalArgumentException("Recipe " + id + " version " + version + " has no value " + outputName
                + "; it has " + outputs.stream().map(Output::name).toList() + ".");
    }
}
