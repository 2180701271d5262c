package io.milliwatt.dsp.ecg;

import java.util.Arrays;
import java.util.Optional;

/**
 * Each interval against the one before it (Brennan et al. 2001, IEEE Trans. Biomedical Engineering 48).
 *
 * @param sd1Millis spread across the line of identity: from beat to beat
 * @param sd2Millis spread along it: slow changes
 */
public record PoincarePlot(double sd1Millis, double sd2Millis) {

    /** Empty below two pairs of neighbours. */
    public static Optional<PoincarePlot> of(NormalIntervals intervals) {
        double[] millis = intervals.millis();
        double[] across = new double[millis.length];
        double[] along = new double[millis.length];
        int count = 0;
        for (int i = 1; i < millis.length; i++) {
            if (intervals.followsPrevious(i)) {
                across[count] = (millis[i - 1] - millis[i]) / Math.sqrt(2);
                along[count] = (millis[i - 1] + millis[i]) / Math.sqrt(2);
                count++;
            }
        }
        if (count < 2) {
            return Optional.empty();
        }
        return Optional.of(new PoincarePlot(
                TimeDomainVariability.sampleDeviation(Arrays.copyOf(across, count)),
                TimeDomainVariability.sampleDeviation(Arrays.copyOf(along, count))));
    }
}
