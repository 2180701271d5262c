package io.milliwatt.runtime.bundle;

import io.milliwatt.runtime.decision.Decision;
import io.milliwatt.runtime.decision.Judgement;
import io.milliwatt.runtime.learning.BaselineLearning;
import io.milliwatt.runtime.learning.LearningRule;
import io.milliwatt.runtime.model.Model;
import io.milliwatt.runtime.model.ModelSection;
import io.milliwatt.runtime.model.NetworkModel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/**
 * A parsed, checked bundle whose self-test vectors held.
 *
 * @param recipe the recipe section's data, for the recipe's own reader
 * @param labels one per class, in class order
 * @param vectors at least one
 * @param learning how a node learns the model's parameters itself; empty for the parameters in the bundle
 */
public record Bundle(
        BundleIdentity identity,
        ModelSection model,
        RecipeSection recipe,
        List<Label> labels,
        Decision decision,
        List<SelfTestVector> vectors,
        Optional<LearningRule> learning,
        Trailer trailer) {

    public Bundle {
        labels = List.copyOf(labels);
        vectors = List.copyOf(vectors);
        if (labels.size() != model.model().classes()) {
            throw new IllegalArgumentException("There are " + labels.size() + " labels for "
                    + model.model().classes() + " classes.");
        }
        if (model.model() instanceof NetworkModel network
                && identity.scratchBytes() != network.network().scratchBytes()) {
            throw new IllegalArgumentException(
                    "The network needs " + network.network().scratchBytes() + " bytes of scratch, but the header says "
                            + identity.scratchBytes() + ".");
        }
        if (vectors.isEmpty()) {
            throw new IllegalArgumentException("A bundle needs at least one self-test vector.");
        }
        for (SelfTestVector vector : vectors) {
            checkVector(model.model(), vector);
        }
        learning.ifPresent(rule -> rule.checkFits(model.model()));
    }

    /**
     * @param antiRollbackCounter empty in a bundle for development
     * @param keyId which key signed, if the bundle says
     * @param signed whether a signature is present; whether it is genuine {@link BundleSignature} tells
     */
    public record Trailer(OptionalLong antiRollbackCounter, OptionalLong keyId, boolean signed) {
        public static Trailer none() {
            return new Trailer(OptionalLong.empty(), OptionalLong.empty(), false);
        }
    }

    /**
     * Reads a bundle and runs its self-test.
     *
     * @throws MalformedBundleException with a sentence for the first rule it breaks
     */
    public static Bundle parse(byte[] file) {
        return BundleReader.read(file);
    }

    /**
     * The verdict for one window, empty when its quality bits forbid one.
     *
     * @throws IllegalArgumentException if the model takes a recipe array; then the arrays are wanted too
     */
    public Optional<Judgement> judge(int[] recipeValues, int qualityBits) {
        return judge(recipeValues, qualityBits, step -> {
            throw new IllegalArgumentException(
                    "The model takes the array of recipe step " + step + ", not given here.");
        });
    }

    /**
     * The verdict for one window of a model that may take a recipe array.
     *
     * @param arrays the array that a recipe step, 1 being the first, gave for this window
     */
    public Optional<Judgement> judge(int[] recipeValues, int qualityBits, IntFunction<int[]> arrays) {
        if (!decision.judges(qualityBits)) {
            return Optional.empty();
        }
        short[] scores = model.model().score(model.inputs(recipeValues, arrays));
        int winner = Model.winner(scores);
        int probability = model.scale().probabilities(scores)[winner];
        return Optional.of(decision.rule()
                .judge(labels.get(winner).verdict(), probability, decision.probabilityFloor(), recipeValues));
    }

    /**
     * The learning that a node with this bundle begins.
     *
     * @return empty for a bundle without a learning section
     */
    public Optional<BaselineLearning> beginLearning() {
        return learning.map(
                rule -> new BaselineLearning(rule, model.model(), identity.modelId(), identity.modelVersion()));
    }

    private static void checkVector(Model model, SelfTestVector vector) {
        if (vector.inputs().length != model.inputs() || vector.scores().length != model.classes()) {
            throw new IllegalArgumentException("A self-test vector has another shape than the model.");
        }
        short[] scores = model.score(vector.inputs());
        if (!new SelfTestVector(vector.inputs(), scores).equals(vector)) {
            throw new IllegalArgumentException("The model does not reproduce its self-test vector " + vector
                    + ", but gives " + java.util.Arrays.toString(scores) + ".");
        }
    }
}
