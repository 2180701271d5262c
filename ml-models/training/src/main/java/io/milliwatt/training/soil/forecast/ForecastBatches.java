package io.milliwatt.training.soil.forecast;

import io.milliwatt.dsp.fixedpoint.soil.SoilFeature;
import io.milliwatt.training.network.TargetBatch;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * The examples of each step, in a new order in each epoch, each with a kind of rain drawn by lot, so that one network learns to do without the
 * rain to come and with it. Inputs of the past are blurred.
 */
final class ForecastBatches implements IntFunction<TargetBatch> {

    private final ForecastMaterial material;
    private final float[][][] taught;
    private final SplittableRandom random;
    private final int[] order;

    /** @param taught the teacher's outputs by rain, example and horizon */
    ForecastBatches(ForecastMaterial material, float[][][] taught, long seed) {
        this.material = material;
        this.taught = taught;
        random = new SplittableRandom(seed);
        order = new int[material.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
    }

    @Override
    public TargetBatch apply(int step) {
        int batch = Math.min(ForecastDesign.BATCH, order.length);
        int perEpoch = order.length / batch;
        if (step % perEpoch == 0) {
            shuffle();
        }
        int horizons = ForecastDesign.HORIZONS;
        float[] inputs = new float[batch * SoilFeature.COUNT];
        float[] targets = new float[batch * horizons];
        float[] weights = new float[batch * horizons];
        for (int i = 0; i < batch; i++) {
            int example = order[step % perEpoch * batch + i];
            int rain = draw();
            System.arraycopy(material.inputs()[rain][example], 0, inputs, i * SoilFeature.COUNT, SoilFeature.COUNT);
            for (int at = 0; at < SoilFeature.FIRST_OF_FUTURE; at++) {
                inputs[i * SoilFeature.COUNT + at] += (float) (ForecastDesign.NOISE * random.nextGaussian());
            }
            for (int horizon = 0; horizon < horizons; horizon++) {
                aim(targets, weights, i * horizons + horizon, rain, example, horizon);
            }
        }
        return new TargetBatch(inputs, targets, weights);
    }

    private void aim(float[] targets, float[] weights, int at, int rain, int example, int horizon) {
        boolean known = material.known()[rain][example][horizon];
        float weight = material.weights()[rain][example][horizon];
        float came = material.targets()[example][horizon];
        // Where nobody knows what would have come, as on a wet day if it had stayed dry, the teacher alone tells.
        float share = (float) ForecastDesign.TEACHERS_SHARE;
        float told = taught[rain][example][horizon];
        targets[at] = known ? came + share * (told - came) : told;
        weights[at] = known ? weight : share * weight;
    }

    private int draw() {
        double lot = random.nextDouble();
        int rain = 0;
        while (rain < ForecastDesign.RAIN_SHARES.length - 1 && lot >= ForecastDesign.RAIN_SHARES[rain]) {
            lot -= ForecastDesign.RAIN_SHARES[rain];
            rain++;
        }
        return rain;
    }

    private void shuffle() {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }
}
