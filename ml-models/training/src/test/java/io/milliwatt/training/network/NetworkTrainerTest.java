package io.milliwatt.training.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkTrainerTest {
    private static final int LENGTH = 48;
    private static final int CLASSES = 3;
    private static final TrainingPlan PLAN = new TrainingPlan(20, 32, 0.01, 1);
    private static final NetworkDesign CONVOLUTIONS = new NetworkDesign(
            LENGTH,
            1,
            List.of(
                    new LayerDesign.Convolution(8, 5, 1),
                    new LayerDesign.MaxPooling(4),
                    new LayerDesign.Convolution(8, 3, 2),
                    new LayerDesign.GlobalAveragePooling(),
                    new LayerDesign.Dense(CLASSES)));

    /** Three tones in noise, by class. */
    private static TrainingExamples tones(long seed) {
        Random random = new Random(seed);
        double[][] inputs = new double[240][LENGTH];
        int[] labels = new int[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            labels[i] = i % CLASSES;
            double phase = random.nextDouble() * 6;
            for (int t = 0; t < LENGTH; t++) {
                inputs[i][t] = Math.sin(phase + t * 0.4 * (1 + labels[i])) + 0.5 * random.nextGaussian();
            }
        }
        return new TrainingExamples(inputs, labels);
    }

    private static double accuracy(FloatNetwork network, TrainingExamples examples) {
        int right = 0;
        for (int i = 0; i < examples.size(); i++) {
            double[] logits = network.logits(examples.inputs()[i]);
            int winner = 0;
            for (int label = 1; label < logits.length; label++) {
                winner = logits[label] > logits[winner] ? label : winner;
            }
            right += winner == examples.labels()[i] ? 1 : 0;
        }
        return (double) right / examples.size();
    }

    @Test
    void convolutionsLearnTonesThatTheyHaveNotSeen() {
        FloatNetwork network = new NetworkTrainer(PLAN, tones(1)).train(CONVOLUTIONS);
        assertThat(accuracy(FloatNetwork.random(CONVOLUTIONS, 1), tones(2))).isLessThan(0.6);
        assertThat(accuracy(network, tones(2))).isGreaterThan(0.95);
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        FloatNetwork first = new NetworkTrainer(PLAN, tones(1)).train(CONVOLUTIONS);
        FloatNetwork again = new NetworkTrainer(PLAN, tones(1)).train(CONVOLUTIONS);
        for (int layer = 0; layer < first.weights().size(); layer++) {
            assertThat(again.weights().get(layer).kernel())
                    .isEqualTo(first.weights().get(layer).kernel());
        }
    }

    @Test
    void ourForwardPassAndTensorFlowAgree() {
        // The gradient of the bias of the last layer is the softmax less the target: it tells TensorFlow's own logits.
        FloatNetwork network = FloatNetwork.random(CONVOLUTIONS, 3);
        TrainingExamples one = tones(4);
        float[] inputs = new float[LENGTH];
        for (int t = 0; t < LENGTH; t++) {
            inputs[t] = (float) one.inputs()[0][t];
        }
        List<float[]> parameters = network.weights().stream()
                .filter(each -> each.outputs() > 0)
                .flatMap(each -> java.util.stream.Stream.of(each.kernel(), each.bias()))
                .toList();
        try (Gradients gradients = new Gradients(CONVOLUTIONS)) {
            float[] ofBias =
                    gradients.of(parameters, inputs, new float[] {1, 0, 0}).getLast();
            double[] logits = network.logits(one.inputs()[0]);
            double sum = 0;
            for (double logit : logits) {
                sum += Math.exp(logit);
            }
            for (int label = 0; label < CLASSES; label++) {
                assertThat((double) ofBias[label])
                        .isCloseTo(
                                Math.exp(logits[label]) / sum - (label == 0 ? 1 : 0),
                                org.assertj.core.data.Offset.offset(1e-5));
            }
        }
    }

    @Test
    void prunedWeightsStayZeroAndAccuracyComesBackByFineTuning() {
        TrainingExamples examples = tones(1);
        NetworkTrainer trainer = new NetworkTrainer(PLAN, examples);
        FloatNetwork full = trainer.train(CONVOLUTIONS);
        FloatNetwork pruned = new MagnitudePruning(0.6, 2).prune(full, trainer);
        int hidden = full.weights().getFirst().kernel().length
                + full.weights().get(2).kernel().length;
        assertThat(pruned.weightsLeft()).isEqualTo(full.weightsLeft() - (int) Math.round(0.6 * hidden));
        assertThat(accuracy(pruned, tones(2))).isGreaterThan(0.9);
    }

    @Test
    void aNetworkWithoutHalfOfItsChannelsIsASmallerPlainNetwork() {
        NetworkTrainer trainer = new NetworkTrainer(PLAN, tones(1));
        FloatNetwork full = trainer.train(CONVOLUTIONS);
        FloatNetwork half = new ChannelPruning(0.5).prune(full, trainer);
        assertThat(half.design().layers().getFirst()).isEqualTo(new LayerDesign.Convolution(4, 5, 1));
        assertThat(half.weights().get(2).kernel()).hasSize(4 * 3 * 4);
        assertThat(half.weights().getLast().kernel()).hasSize(CLASSES * 4);
        assertThat(accuracy(half, tones(2))).isGreaterThan(0.85);
    }

    @Test
    void takingAwayDeadChannelsChangesNoAnswer() {
        FloatNetwork full = FloatNetwork.random(NetworkDesign.dense(6, CLASSES, 8), 5);
        float[] kernel = full.weights().getFirst().kernel();
        java.util.Arrays.fill(kernel, 2 * 6, 4 * 6, 0);
        FloatNetwork smaller = new ChannelPruning(0.25).cut(full);
        double[] inputs = {0.3, -1, 2, 0.1, -0.4, 0.9};
        assertThat(smaller.design()).isEqualTo(NetworkDesign.dense(6, CLASSES, 6));
        assertThat(smaller.logits(inputs)).containsExactly(full.logits(inputs));
    }
}
