package io.milliwatt.training.soil.forecast;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.decision.SoilRule;
import io.milliwatt.runtime.soil.SoilForecaster;
import io.milliwatt.training.pipeline.Progress;
import io.milliwatt.training.soil.evaluation.SoilFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains the soil forecast: five times on four fifths of the stations, to know what it does on those left out, then on all.
 *
 * @param bundle trained on all stations
 * @param siblings trained in the same way, each without the stations of one fold
 * @param ridges likewise, and last the one of all stations
 * @param teacher boosted trees
 * @param pupil in real numbers
 * @param integers as nodes run it
 * @param ridge nine inputs
 * @param dryDown the untrained exponential
 */
// Made once per run; never compared.
@SuppressWarnings("ArrayRecordComponent")
public record ForecastTraining(
        long seed,
        int examples,
        StationFolds folds,
        byte[] bundle,
        List<byte[]> siblings,
        List<ForecastRidge> ridges,
        ForecastComparison teacher,
        ForecastComparison pupil,
        ForecastComparison integers,
        ForecastComparison ridge,
        ForecastComparison dryDown) {

    /** @param data folder of the climate network's daily table, or its parent; of several tables the one with the most stations teaches */
    public static ForecastTraining run(Path data, long seed, Progress progress) throws RecordingException {
        List<StationTables.Table> tables = StationTables.in(new SoilFolders(data));
        if (tables.isEmpty()) {
            throw new RecordingException(
                    data.toString(),
                    "holds no daily table of the climate network",
                    "Name the folder of uscrn-daily-2020 or its parent, such as ../shared/data/soil.");
        }
        List<DepthSample> samples = StationSamples.of(tables.getFirst().stations());
        StationFolds folds = StationFolds.draw(samples, ForecastDesign.FOLDS_SEED);
        List<ForecastModel> models = new ArrayList<>();
        List<ForecastRidge> ridges = new ArrayList<>();
        int steps = ForecastDesign.FOLDS + 1;
        for (int fold = 0; fold < ForecastDesign.FOLDS; fold++) {
            progress.step("Training without the stations of fold " + (fold + 1), fold, steps);
            List<DepthSample> learning = folds.learning(samples, fold);
            models.add(ForecastModel.train(learning, seed));
            ridges.add(ForecastRidge.train(learning));
        }
        ForecastComparison integers = leftOut(
                samples, folds, models.stream().map(ForecastTraining::onNode).toList());
        List<SoilRule.Spread> spreads = spreads(integers);
        List<byte[]> siblings = IntStream.range(0, ForecastDesign.FOLDS)
                .mapToObj(fold -> ForecastBundle.of(models.get(fold), spreads, folds.learning(samples, fold)))
                .toList();
        progress.step("Training on all stations", ForecastDesign.FOLDS, steps);
        byte[] bundle = ForecastBundle.of(ForecastModel.train(samples, seed), spreads, samples);
        ForecastComparison ridge = leftOut(
                samples, folds, ridges.stream().map(ForecastTraining::ridge).toList());
        ridges.add(ForecastRidge.train(samples));
        return new ForecastTraining(
                seed,
                samples.size(),
                folds,
                bundle,
                siblings,
                List.copyOf(ridges),
                leftOut(
                        samples,
                        folds,
                        models.stream()
                                .<Forecaster>map(model -> model.teacher()::changes)
                                .toList()),
                leftOut(
                        samples,
                        folds,
                        models.stream()
                                .<Forecaster>map(model -> (sample, rain) -> model.realChanges(sample.inputs(rain)))
                                .toList()),
                integers,
                ridge,
                leftOut(samples, folds, models.stream().map(model -> dryingOn()).toList()));
    }

    /** Every station by the model that has not met it. */
    private static ForecastComparison leftOut(
            List<DepthSample> samples, StationFolds folds, List<Forecaster> forecasters) {
        ForecastComparison comparison = new ForecastComparison();
        for (DepthSample sample : samples) {
            comparison.add(sample, forecasters.get(folds.of(sample.station()).orElseThrow()));
        }
        return comparison;
    }

    private static Forecaster onNode(ForecastModel model) {
        List<SoilRule.Spread> none = IntStream.range(0, ForecastErrors.DEPTHS)
                .mapToObj(depth -> new SoilRule.Spread(List.of(0, 0, 0), List.of(0, 0, 0)))
                .toList();
        return onNode(ForecastBundle.of(model, none, List.of()));
    }

    /** The very integers of a bundle. */
    static Forecaster onNode(byte[] bundle) {
        SoilForecaster node = new SoilForecaster(Bundle.parse(bundle));
        return (sample, rain) -> node.changes(sample.inputs(rain)).stream()
                .mapToDouble(Integer::doubleValue)
                .toArray();
    }

    static Forecaster ridge(ForecastRidge ridge) {
        return (sample, rain) -> IntStream.range(0, ForecastDesign.HORIZONS)
                .mapToDouble(horizon -> ridge.change(sample, horizon))
                .toArray();
    }

    static Forecaster dryingOn() {
        return (sample, rain) -> IntStream.range(0, ForecastDesign.HORIZONS)
                .mapToDouble(sample::dryDown)
                .toArray();
    }

    private static List<SoilRule.Spread> spreads(ForecastComparison integers) {
        return IntStream.range(0, ForecastErrors.DEPTHS)
                .mapToObj(depth ->
                        new SoilRule.Spread(spread(integers, Rain.UNKNOWN, depth), spread(integers, Rain.KNOWN, depth)))
                .toList();
    }

    private static List<Integer> spread(ForecastComparison integers, Rain rain, int depth) {
        return IntStream.range(0, ForecastDesign.HORIZONS)
                .mapToObj(horizon -> (int) Math.round(integers.of(rain).rootMeanSquare(depth, horizon)))
                .toList();
    }
}
