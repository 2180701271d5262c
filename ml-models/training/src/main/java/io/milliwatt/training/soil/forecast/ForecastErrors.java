package io.milliwatt.training.soil.forecast;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sums of squared errors of a forecast and of persistence, by depth and horizon, all days and wet ones apart; 0.01 % by volume.
 */
final class ForecastErrors {

    static final int DEPTHS = 5;

    private final double[][] squares = new double[DEPTHS][ForecastDesign.HORIZONS];
    private final double[][] persistence = new double[DEPTHS][ForecastDesign.HORIZONS];
    private final int[][] counts = new int[DEPTHS][ForecastDesign.HORIZONS];

    void add(DepthSample sample, int horizon, double change) {
        int came = sample.changes()[horizon];
        squares[sample.depth()][horizon] += (change - came) * (change - came);
        persistence[sample.depth()][horizon] += (double) came * came;
        counts[sample.depth()][horizon]++;
    }

    int count(int depth, int horizon) {
        return counts[depth][horizon];
    }

    /** 0.01 %; NaN where nothing was judged. */
    double rootMeanSquare(int depth, int horizon) {
        return Math.sqrt(squares[depth][horizon] / counts[depth][horizon]);
    }

    double persistenceRootMeanSquare(int depth, int horizon) {
        return Math.sqrt(persistence[depth][horizon] / counts[depth][horizon]);
    }

    /** Per cent by which the error is below persistence's; NaN where nothing was judged. */
    double skillPercent(int depth, int horizon) {
        return 100 * (1 - Math.sqrt(squares[depth][horizon] / persistence[depth][horizon]));
    }

    /** Skills of the three horizons, as tables show them. */
    String skills(int depth) {
        return IntStream.range(0, ForecastDesign.HORIZONS)
                .mapToObj(horizon -> counts[depth][horizon] == 0
                        ? "–"
                        : String.format(Locale.ROOT, "%.1f", skillPercent(depth, horizon)))
                .collect(Collectors.joining(" / "));
    }
}
