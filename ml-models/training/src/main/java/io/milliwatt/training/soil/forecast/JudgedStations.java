package io.milliwatt.training.soil.forecast;

import io.milliwatt.datasets.network.StationDays;
import io.milliwatt.training.soil.evaluation.ReportTable;
import io.milliwatt.training.soil.forecast.ForecastComparison.Days;
import io.milliwatt.training.soil.forecast.ForecastTables.Row;
import java.util.ArrayList;
import java.util.List;

/** The stations of one table, each judged by the bundle that has not met it. */
final class JudgedStations {

    private final String file;
    private final ForecastSiblings siblings;
    private final ForecastComparison node = new ForecastComparison();
    private final ForecastComparison ridge = new ForecastComparison();
    private final ForecastComparison dryDown = new ForecastComparison();
    private int met;
    private int others;

    JudgedStations(String file, ForecastSiblings siblings) {
        this.file = file;
        this.siblings = siblings;
    }

    void add(StationDays station) {
        List<DepthSample> samples = StationSamples.of(List.of(station));
        if (samples.isEmpty()) {
            return;
        }
        if (siblings.folds().of(station.station()).isPresent()) {
            met++;
        } else {
            others++;
        }
        Forecaster forecaster = siblings.forecaster(station.station());
        Forecaster line = siblings.ridge(station.station());
        for (DepthSample sample : samples) {
            node.add(sample, forecaster);
            ridge.add(sample, line);
            dryDown.add(sample, ForecastTraining.dryingOn());
        }
    }

    int count() {
        return met + others;
    }

    ForecastComparison node() {
        return node;
    }

    List<ReportTable> tables() {
        return tables(node, ridge, dryDown);
    }

    /** Of a table beside the first. */
    List<ReportTable> skills() {
        List<Row> rows = new ArrayList<>(all(node, ridge, dryDown));
        rows.add(new Row("node, " + Rain.DRY.words() + " (where it did)", node.of(Rain.DRY)));
        return List.of(ForecastTables.skills("RMSE below persistence, per cent, " + file, rows));
    }

    static List<ReportTable> tables(ForecastComparison node, ForecastComparison ridge, ForecastComparison dryDown) {
        List<Row> dry = List.of(
                new Row("node, " + Rain.DRY.words(), node.of(Rain.DRY)),
                new Row("ridge on nine inputs, past only", ridge.of(Rain.DRY)),
                new Row("exponential dry-down, untrained", dryDown.of(Rain.DRY)));
        return List.of(
                ForecastTables.skills("RMSE below persistence, per cent, all days", all(node, ridge, dryDown)),
                ForecastTables.skills("RMSE below persistence, per cent, days with less than 1 mm to come", dry),
                ForecastTables.errors("RMSE in m³/m³, all days", node, Days.ALL),
                ForecastTables.errors("RMSE in m³/m³, at least 1 mm to come within the horizon", node, Days.WET),
                ForecastTables.errors("RMSE in m³/m³, less than 1 mm to come within the horizon", node, Days.DRY));
    }

    private static List<Row> all(ForecastComparison node, ForecastComparison ridge, ForecastComparison dryDown) {
        return List.of(
                new Row("node, " + Rain.UNKNOWN.words(), node.of(Rain.UNKNOWN)),
                new Row("node, " + Rain.KNOWN.words(), node.of(Rain.KNOWN)),
                new Row("ridge on nine inputs, past only", ridge.of(Rain.UNKNOWN)),
                new Row("exponential dry-down, untrained", dryDown.of(Rain.UNKNOWN)));
    }

    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (met > 0) {
            remarks.add(file + ": " + met
                    + " of the stations belong to the training of the released bundle; each is judged by the sibling "
                    + "bundle, trained in the same run on four fifths of the stations, that has not met it.");
        }
        if (others > 0) {
            remarks.add(
                    file + ": " + others + " stations are not of the training and are judged by the released bundle.");
        }
        return remarks;
    }
}
