package io.milliwatt.training.soil.forecast;

import io.milliwatt.datasets.network.StationDays;
import io.milliwatt.training.pipeline.Progress;
import io.milliwatt.training.soil.evaluation.ReportTable;
import io.milliwatt.training.soil.evaluation.SectionReport;
import io.milliwatt.training.soil.evaluation.SoilFolders;
import io.milliwatt.training.soil.evaluation.SoilSection;
import io.milliwatt.training.soil.forecast.ForecastComparison.Days;
import io.milliwatt.training.soil.forecast.ForecastTables.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How much better than persistence the node's forecast is, on stations that it was not trained on. */
public final class ForecastSection implements SoilSection {

    private static final String NAME = "forecast";
    private static final String TITLE = "Forecast of soil water on the node";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public SectionReport judge(SoilFolders data, Progress progress) throws IOException {
        List<StationDays> stations = StationTables.in(data);
        if (stations.isEmpty()) {
            return SectionReport.absent(
                    NAME,
                    TITLE,
                    "there is no daily table of the climate network (wban, lst_date, soil_moisture_5_daily …)");
        }
        ForecastSiblings siblings = ForecastSiblings.load();
        ForecastComparison node = new ForecastComparison();
        ForecastComparison ridge = new ForecastComparison();
        ForecastComparison dryDown = new ForecastComparison();
        int met = 0;
        int unknown = 0;
        for (int i = 0; i < stations.size(); i++) {
            String station = stations.get(i).station();
            progress.step("Forecasting at station " + station, i, stations.size());
            List<DepthSample> samples = StationSamples.of(List.of(stations.get(i)));
            if (samples.isEmpty()) {
                continue;
            }
            met += siblings.folds().of(station).isPresent() ? 1 : 0;
            unknown += siblings.folds().of(station).isPresent() ? 0 : 1;
            Forecaster forecaster = siblings.forecaster(station);
            Forecaster line = siblings.ridge(station);
            for (DepthSample sample : samples) {
                node.add(sample, forecaster);
                ridge.add(sample, line);
                dryDown.add(sample, ForecastTraining.dryingOn());
            }
        }
        if (met + unknown == 0) {
            return SectionReport.absent(NAME, TITLE, "no station has sixty days of soil moisture at any depth");
        }
        return SectionReport.judged(
                NAME, TITLE, ForecastTables.figures(node), tables(node, ridge, dryDown), remarks(met, unknown));
    }

    static List<ReportTable> tables(ForecastComparison node, ForecastComparison ridge, ForecastComparison dryDown) {
        List<Row> all = new ArrayList<>();
        all.add(new Row("node, " + Rain.UNKNOWN.words(), node.of(Rain.UNKNOWN)));
        all.add(new Row("node, " + Rain.KNOWN.words(), node.of(Rain.KNOWN)));
        all.add(new Row("ridge on nine inputs, past only", ridge.of(Rain.UNKNOWN)));
        all.add(new Row("exponential dry-down, untrained", dryDown.of(Rain.UNKNOWN)));
        List<Row> dry = List.of(
                new Row("node, " + Rain.DRY.words(), node.of(Rain.DRY)),
                new Row("ridge on nine inputs, past only", ridge.of(Rain.DRY)),
                new Row("exponential dry-down, untrained", dryDown.of(Rain.DRY)));
        return List.of(
                ForecastTables.skills("RMSE below persistence, per cent, all days", all),
                ForecastTables.skills("RMSE below persistence, per cent, days with less than 1 mm to come", dry),
                ForecastTables.errors("RMSE in m³/m³, all days", node, Days.ALL),
                ForecastTables.errors("RMSE in m³/m³, at least 1 mm to come within the horizon", node, Days.WET),
                ForecastTables.errors("RMSE in m³/m³, less than 1 mm to come within the horizon", node, Days.DRY));
    }

    private static List<String> remarks(int met, int unknown) {
        List<String> remarks = new ArrayList<>();
        if (met > 0) {
            remarks.add(met
                    + " stations belong to the training of the released bundle; each is judged by the sibling bundle, trained"
                    + " in the same run on four fifths of the stations, that has not met it.");
        }
        if (unknown > 0) {
            remarks.add(unknown + " stations are not of the training and are judged by the released bundle.");
        }
        remarks.add("All forecasts are the node's integers; nothing is trained here. \"" + Rain.KNOWN.words()
                + "\" is given the rain that fell: the most that a rain forecast could bring, not what one will.");
        remarks.add(
                "Daily means as published, days of frozen ground among them; part of the skill at 1 day is that a daily mean lags"
                        + " behind an evening's rain.");
        return remarks;
    }
}
