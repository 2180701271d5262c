package io.milliwatt.training.soil.forecast;

import io.milliwatt.models.ReleasedModels;
import io.milliwatt.models.ReleasedModels.ReleasedModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The released forecast, and its five siblings: trained in the same run and the same way, each without a fifth of the stations, kept so that
 * the stations of the training can be judged honestly without training anew.
 *
 * @param released the newest
 * @param siblings by fold
 * @param ridges by fold, last that of all stations
 */
record ForecastSiblings(ReleasedModel released, StationFolds folds, List<byte[]> siblings, List<ForecastRidge> ridges) {

    static ForecastSiblings load() {
        ReleasedModel released = ReleasedModels.newest("soil").orElseThrow();
        String folder = "folds-" + released.version() + "/";
        List<byte[]> siblings = new ArrayList<>();
        List<ForecastRidge> ridges = new ArrayList<>();
        for (int fold = 1; fold <= ForecastDesign.FOLDS; fold++) {
            siblings.add(file(folder + "fold-" + fold + ".mwm"));
            ridges.add(ForecastRidge.parse(text(folder + "ridge-" + fold + ".csv")));
        }
        ridges.add(ForecastRidge.parse(text(folder + "ridge.csv")));
        return new ForecastSiblings(released, StationFolds.parse(text(folder + "stations.csv")), siblings, ridges);
    }

    private static String text(String name) {
        return new String(file(name), StandardCharsets.US_ASCII);
    }

    private static byte[] file(String name) {
        try (InputStream in = ForecastSiblings.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The file " + name + " of the soil forecast is missing from this jar.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The forecaster that has not met the station. */
    Forecaster forecaster(String station) {
        OptionalInt fold = folds.of(station);
        return ForecastTraining.onNode(fold.isPresent() ? siblings.get(fold.getAsInt()) : released.bundle());
    }

    Forecaster ridge(String station) {
        return ForecastTraining.ridge(ridges.get(folds.of(station).orElse(ForecastDesign.FOLDS)));
    }
}
