package io.milliwatt.training.export;

import io.milliwatt.runtime.bundle.BundleIdentity;
import io.milliwatt.runtime.bundle.BundleWriter;
import io.milliwatt.runtime.bundle.Label;
import io.milliwatt.runtime.bundle.SelfTestVector;
import io.milliwatt.runtime.decision.Decision;
import io.milliwatt.runtime.learning.LearningRule;
import io.milliwatt.runtime.model.InputMap;
import io.milliwatt.runtime.model.Model;
import io.milliwatt.runtime.model.ModelSection;
import io.milliwatt.runtime.model.NetworkModel;
import io.milliwatt.runtime.model.ProbabilityScale;
import io.milliwatt.training.example.LabelledWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a bundle together. The same arguments give the same bytes.
 *
 * @param modelId unsigned 32 bits, one per domain and purpose
 * @param modelVersion grows with each release
 */
public record BundleExport(NodeRecipe recipe, List<Label> labels, Decision decision, long modelId, long modelVersion) {
    /** Enough to meet every class and the extremes; each costs a node a few bytes of flash and one inference at start. */
    private static final int VECTORS_FROM_DATA = 8;

    private static final short[] EXTREMES = {Short.MIN_VALUE, -1, 0, Short.MAX_VALUE};

    /**
     * @param windows from which every n-th gives a self-test vector
     */
    public byte[] write(Model model, InputMap inputs, ProbabilityScale scale, List<LabelledWindow> windows) {
        return write(model, inputs, scale, windows, Optional.empty());
    }

    /**
     * As above.
     *
     * @param learning how a node learns the model's parameters itself, for kinds 5 and 6
     */
    public byte[] write(
            Model model,
            InputMap inputs,
            ProbabilityScale scale,
            List<LabelledWindow> windows,
            Optional<LearningRule> learning) {
        long ramBytes =
                recipe.ramBytes() + learning.map(LearningRule::stateBytes).orElse(0);
        BundleIdentity identity = new BundleIdentity(
                recipe.id(), recipe.version(), modelId, modelVersion, 0, ramBytes, scratchBytes(model));
        return new BundleWriter(
                        identity,
                        new ModelSection(scale, inputs, model),
                        recipe.section(),
                        labels,
                        decision,
                        vectors(model, inputs, windows),
                        learning)
                .unsigned();
    }

    /** What a network's tensors need; else one int16 per input and one int32 sum per class. */
    private static long scratchBytes(Model model) {
        if (model instanceof NetworkModel network) {
            return network.network().scratchBytes();
        }
        return 2L * model.inputs() + 4L * model.classes();
    }

    private static List<SelfTestVector> vectors(Model model, InputMap map, List<LabelledWindow> windows) {
        List<SelfTestVector> vectors = new ArrayList<>();
        int stride = Math.max(1, windows.size() / VECTORS_FROM_DATA);
        for (int i = 0; i < windows.size() && vectors.size() < VECTORS_FROM_DATA; i += stride) {
            vectors.add(vector(model, map.apply(windows.get(i).values())));
        }
        for (short extreme : EXTREMES) {
            short[] inputs = new short[model.inputs()];
            java.util.Arrays.fill(inputs, extreme);
            vectors.add(vector(model, inputs));
        }
        return vectors;
    }

    private static SelfTestVector vector(Model model, short[] inputs) {
        return new SelfTestVector(inputs, model.score(inputs));
    }
}
