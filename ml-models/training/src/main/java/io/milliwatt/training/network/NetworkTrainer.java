package io.milliwatt.training.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Trains a classifier by Adam on TensorFlow's gradients. Weights that are exactly zero
 * at the start of a fine-tuning stay so: they have been pruned.
 */
public final class NetworkTrainer {
    private final TrainingPlan plan;
    private final TrainingExamples examples;

    public NetworkTrainer(TrainingPlan plan, TrainingExamples examples) {
        this.plan = plan;
        this.examples = examples;
    }

    /** From random weights. */
    public FloatNetwork train(NetworkDesign design) {
        return improve(FloatNetwork.random(design, plan.seed()));
    }

    /** From the network's own weights, which are not changed; its zero weights stay zero. */
    public FloatNetwork improve(FloatNetwork network) {
        List<LayerWeights> weights =
                network.weights().stream().map(LayerWeights::copy).toList();
        List<float[]> parameters = new ArrayList<>();
        List<boolean[]> pruned = new ArrayList<>();
        for (LayerWeights each : weights) {
            if (each.outputs() > 0) {
                parameters.add(each.kernel());
                pruned.add(zeros(each.kernel()));
                parameters.add(each.bias());
                pruned.add(new boolean[each.bias().length]);
            }
        }
        try (Gradients gradients = new Gradients(network.design())) {
            descend(gradients, parameters, pruned, network.design());
        }
        return new FloatNetwork(network.design(), weights);
    }

    private static boolean[] zeros(float[] kernel) {
        boolean[] zeros = new boolean[kernel.length];
        for (int i = 0; i < kernel.length; i++) {
            zeros[i] = kernel[i] == 0;
        }
        return zeros;
    }

    private void descend(Gradients gradients, List<float[]> parameters, List<boolean[]> pruned, NetworkDesign design) {
        Adam adam = new Adam(parameters);
        int[] order = new int[examples.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Random random = new Random(plan.seed());
        for (int epoch = 0; epoch < plan.epochs(); epoch++) {
            shuffle(order, random);
            for (int from = 0; from < order.length; from += plan.batch()) {
                int until = Math.min(order.length, from + plan.batch());
                List<float[]> found = gradients.of(
                        parameters, inputs(order, from, until, design), targets(order, from, until, design));
                adam.step(found, pruned, plan.learningRateAt(epoch));
            }
        }
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    private float[] inputs(int[] order, int from, int until, NetworkDesign design) {
        float[] values = new float[(until - from) * design.inputs()];
        int at = 0;
        for (int i = from; i < until; i++) {
            for (double value : examples.inputs()[order[i]]) {
                values[at++] = (float) value;
            }
        }
        return values;
    }

    private float[] targets(int[] order, int from, int until, NetworkDesign design) {
        float[] values = new float[(until - from) * design.classes()];
        for (int i = from; i < until; i++) {
            values[(i - from) * design.classes() + examples.labels()[order[i]]] = 1;
        }
        return values;
    }
}
