package io.milliwatt.training.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A network learns |x| − y from examples, some of which are wrong and do not count. */
class RegressionTrainerTest {

    private static final int BATCH = 64;
    private static final NetworkDesign DESIGN = NetworkDesign.dense(2, 2, 16);
    private static final RegressionTrainer.Plan PLAN = new RegressionTrainer.Plan(1_500, 50, 0.01, 0, false);

    private static TargetBatch batch(int step) {
        Random random = new Random(step);
        float[] inputs = new float[2 * BATCH];
        float[] targets = new float[2 * BATCH];
        float[] weights = new float[2 * BATCH];
        for (int i = 0; i < BATCH; i++) {
            inputs[2 * i] = (float) random.nextGaussian();
            inputs[2 * i + 1] = (float) random.nextGaussian();
            boolean wrong = i % 4 == 0;
            targets[2 * i] = wrong ? 100 : (float) truth(inputs[2 * i], inputs[2 * i + 1]);
            weights[2 * i] = wrong ? 0 : 1;
            targets[2 * i + 1] = inputs[2 * i];
            weights[2 * i + 1] = 1;
        }
        return new TargetBatch(inputs, targets, weights);
    }

    private static double truth(double x, double y) {
        return Math.abs(x) - y;
    }

    private static double error(FloatNetwork network) {
        Random random = new Random(-1);
        double squares = 0;
        for (int i = 0; i < 500; i++) {
            double x = random.nextGaussian();
            double y = random.nextGaussian();
            double off = network.logits(new double[] {x, y})[0] - truth(x, y);
            squares += off * off / 500;
        }
        return Math.sqrt(squares);
    }

    @Test
    void whatDoesNotCountIsNotLearnt() {
        FloatNetwork untrained = FloatNetwork.random(DESIGN, 3);
        assertThat(error(untrained)).isGreaterThan(0.5);
        assertThat(error(new RegressionTrainer(PLAN).improve(untrained, RegressionTrainerTest::batch)))
                .isLessThan(0.1);
    }

    @Test
    void theSameBatchesGiveTheSameBits() {
        RegressionTrainer.Plan few = new RegressionTrainer.Plan(40, 5, 0.01, 0.1, true);
        FloatNetwork begin = FloatNetwork.random(DESIGN, 3);
        FloatNetwork first = new RegressionTrainer(few).improve(begin, RegressionTrainerTest::batch);
        FloatNetwork again = new RegressionTrainer(few).improve(begin, RegressionTrainerTest::batch);
        assertThat(again.weights().getFirst().kernel())
                .isEqualTo(first.weights().getFirst().kernel());
        assertThat(begin.weights().getFirst().kernel())
                .isEqualTo(FloatNetwork.random(DESIGN, 3).weights().getFirst().kernel());
    }

    @Test
    void decayMakesWeightsSmaller() {
        FloatNetwork begin = FloatNetwork.random(DESIGN, 3);
        RegressionTrainer.Plan decaying = new RegressionTrainer.Plan(1_500, 50, 0.01, 2, false);
        assertThat(sum(new RegressionTrainer(decaying).improve(begin, RegressionTrainerTest::batch)))
                .isLessThan(0.8 * sum(new RegressionTrainer(PLAN).improve(begin, RegressionTrainerTest::batch)));
    }

    private static double sum(FloatNetwork network) {
        double sum = 0;
        for (float weight : network.weights().getFirst().kernel()) {
            sum += Math.abs(weight);
        }
        return sum;
    }
}
