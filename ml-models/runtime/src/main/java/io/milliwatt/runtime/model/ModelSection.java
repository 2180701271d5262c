package io.milliwatt.runtime.model;

import io.milliwatt.runtime.model.network.Network;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The data of a bundle's section 1: probability scale, input map and the model's own tables.
 *
 * @param scale scores to probabilities
 * @param input where the model's inputs come from
 */
public record ModelSection(ProbabilityScale scale, ModelInput input, Model model) {

    private static final int NETWORK = 4;
    private static final Set<Integer> TAKE_ARRAYS = Set.of(1, NETWORK, 7);
    private static final int SOURCE_MAP = 0;
    private static final int SOURCE_ARRAY = 1;

    public ModelSection {
        input.check(model);
    }

    /**
     * The map from recipe values to inputs.
     *
     * @throws IllegalStateException if the model takes a recipe array
     */
    public InputMap inputMap() {
        return switch (input) {
            case InputMap map -> map;
            case RecipeArray array ->
                throw new IllegalStateException("The model takes recipe step " + array.step() + ", not single values.");
        };
    }

    /**
     * The model's inputs for one window.
     *
     * @param arrays the array that a recipe step, 1 being the first, gave for this window
     * @throws IllegalArgumentException if the recipe gives less than the model takes
     */
    public short[] inputs(int[] recipeValues, IntFunction<int[]> arrays) {
        return switch (input) {
            case InputMap map -> map.apply(recipeValues);
            case RecipeArray array -> array.apply(arrays.apply(array.step()));
        };
    }

    /**
     * The number of the model's kind in the bundle's header: 1 forest, 2 linear, 3 nearest centroid, 4 network, 5 k-means, 6
     * Gaussian, 7 forest of shared thresholds.
     */
    public int kind() {
        return switch (model) {
            case ForestModel forest -> 1;
            case LinearModel linear -> 2;
            case CentroidModel centroid -> 3;
            case NetworkModel network -> NETWORK;
            case KMeansModel kMeans -> 5;
            case GaussianModel gaussian -> 6;
            case SharedForestModel forest -> 7;
        };
    }

    /** The section's data, padded to a multiple of 4. */
    public byte[] encode() {
        int bodyLength = switch (model) {
            case ForestModel forest -> forest.encodedLength();
            case LinearModel linear -> linear.encodedLength();
            case CentroidModel centroid -> centroid.encodedLength();
            case NetworkModel network -> network.encodedLength();
            case KMeansModel kMeans -> kMeans.clusters().encodedLength();
            case GaussianModel gaussian -> gaussian.clusters().encodedLength();
            case SharedForestModel forest -> forest.encodedLength();
        };
        int bodyStart = switch (input) {
            case InputMap map -> padded(4 + 2 * map.sources().size());
            case RecipeArray array -> 8;
        };
        ByteBuffer out = ByteBuffer.allocate(padded(bodyStart + bodyLength)).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) scale.multiplier());
        switch (input) {
            case InputMap map -> {
                out.putShort((short) SOURCE_MAP);
                for (InputMap.Source source : map.sources()) {
                    out.put((byte) source.valueIndex()).put((byte) source.rightShift());
                }
            }
            case RecipeArray array ->
                out.putShort((short) SOURCE_ARRAY).put((byte) array.step()).put((byte) array.rightShift());
        }
        out.position(bodyStart);
        switch (model) {
            case ForestModel forest -> forest.write(out);
            case LinearModel linear -> linear.write(out);
            case CentroidModel centroid -> centroid.write(out);
            case NetworkModel network -> network.write(out);
            case KMeansModel kMeans -> kMeans.clusters().write(out);
            case GaussianModel gaussian -> gaussian.clusters().write(out);
            case SharedForestModel forest -> forest.write(out);
        }
        return out.array();
    }

    /**
     * Reads and checks a section.
     *
     * @throws IllegalArgumentException with a sentence if the data break a rule of the format
     */
    public static ModelSection decode(byte[] data, int kind, int inputs, int classes) {
        ModelShape.check(kind == NETWORK ? Math.min(inputs, ModelShape.MAXIMUM_INPUTS) : inputs, classes);
        ByteBuffer in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        try {
            ModelSection section = read(in, kind, inputs, classes);
            requireZeros(in, padded(in.position()));
            ModelShape.require(
                    !in.hasRemaining(), "The model section has " + in.remaining() + " bytes after the model.");
            return section;
        } catch (BufferUnderflowException cut) {
            throw new IllegalArgumentException(
                    "The model section ends early: " + data.length + " bytes do not hold the tables it announces.",
                    cut);
        }
    }

    private static ModelSection read(ByteBuffer in, int kind, int inputs, int classes) {
        ProbabilityScale scale = new ProbabilityScale(Short.toUnsignedInt(in.getShort()));
        int source = Short.toUnsignedInt(in.getShort());
        ModelShape.require(
                source == SOURCE_MAP || (source == SOURCE_ARRAY && TAKE_ARRAYS.contains(kind)),
                "A model of kind " + kind + " cannot take its inputs from source " + source + ".");
        ModelInput input = source == SOURCE_MAP ? readMap(in, inputs) : readArray(in);
        Model model = switch (kind) {
            case 1 -> new ForestModel(inputs, classes, ForestTable.read(in, classes));
            case 2 -> LinearModel.read(in, inputs, classes);
            case 3 -> CentroidModel.read(in, inputs, classes);
            case NETWORK -> new NetworkModel(Network.read(in, inputs, classes));
            case 5 -> new KMeansModel(Clusters.read(in, inputs, classes));
            case 6 -> new GaussianModel(Clusters.read(in, inputs, classes));
            case 7 -> new SharedForestModel(inputs, classes, SharedForestTable.read(in, inputs, classes));
            default ->
                throw new IllegalArgumentException(
                        "Model kind " + kind + " is not known here; 1 to 7 are. Is this suite too old?");
        };
        return new ModelSection(scale, input, model);
    }

    private static InputMap readMap(ByteBuffer in, int inputs) {
        List<InputMap.Source> sources = new ArrayList<>();
        for (int input = 0; input < inputs; input++) {
            sources.add(new InputMap.Source(Byte.toUnsignedInt(in.get()), Byte.toUnsignedInt(in.get())));
        }
        requireZeros(in, padded(in.position()));
        return new InputMap(sources);
    }

    private static RecipeArray readArray(ByteBuffer in) {
        RecipeArray array = new RecipeArray(Byte.toUnsignedInt(in.get()), Byte.toUnsignedInt(in.get()));
        ModelShape.require(in.getShort() == 0, "The reserved field of an array input must be 0.");
        return array;
    }

    private static void requireZeros(ByteBuffer in, int upTo) {
        while (in.position() < upTo) {
            ModelShape.require(in.get() == 0, "Padding in the model section must be 0.");
        }
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }
}
