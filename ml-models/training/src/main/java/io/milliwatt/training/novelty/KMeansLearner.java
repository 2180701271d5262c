package io.milliwatt.training.novelty;

import io.milliwatt.runtime.model.KMeansModel;
import io.milliwatt.runtime.model.Model;
import io.milliwatt.training.example.TribuoDataset;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.kmeans.KMeansTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.math.la.DenseVector;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Tribuo's k-means (k-means++ start) on inputs in standard deviations.
 *
 * @param clusters 1 … 32
 * @param seed of the start
 * @param thresholdFactor the threshold is so many times the largest distance of a healthy window
 */
public record KMeansLearner(int clusters, long seed, double thresholdFactor) implements NoveltyLearner {

    private static final int ITERATIONS = 50;
    private static final ClusteringFactory FACTORY = new ClusteringFactory();
    private static final OffsetDateTime FIXED = OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    @Override
    public String id() {
        return "k-means";
    }

    @Override
    public String description() {
        return "k-means of " + clusters + " clusters, seed " + seed + "; threshold " + thresholdFactor
                + " times the largest squared distance in training";
    }

    @Override
    public Model train(List<short[]> healthy) {
        double[] mean = HealthyWindows.mean(healthy);
        double[] spread = HealthyWindows.spreads(healthy);
        String[] names = TribuoDataset.inputNames(mean.length);
        MutableDataset<ClusterID> data =
                new MutableDataset<>(new SimpleDataSourceProvenance("healthy windows", FIXED, FACTORY), FACTORY);
        for (short[] window : healthy) {
            double[] standardised = new double[mean.length];
            for (int input = 0; input < mean.length; input++) {
                standardised[input] = (window[input] - mean[input]) / spread[input];
            }
            data.add(new ArrayExample<>(ClusteringFactory.UNASSIGNED_CLUSTER_ID, names, standardised));
        }
        KMeansTrainer trainer = new KMeansTrainer(
                clusters, ITERATIONS, new L2Distance(), KMeansTrainer.Initialisation.PLUSPLUS, 1, seed);
        List<double[]> centroids = new ArrayList<>();
        for (DenseVector centroid : trainer.train(data).getCentroidVectors()) {
            double[] inUnits = new double[mean.length];
            for (int input = 0; input < mean.length; input++) {
                inUnits[input] = mean[input] + spread[input] * centroid.get(input);
            }
            centroids.add(inUnits);
        }
        return new KMeansModel(HealthyWindows.quantized(healthy, centroids, thresholdFactor));
    }
}
