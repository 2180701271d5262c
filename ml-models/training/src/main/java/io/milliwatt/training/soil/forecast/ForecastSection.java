package io.milliwatt.training.soil.forecast;

import io.milliwatt.datasets.network.StationDays;
import io.milliwatt.training.pipeline.Progress;
import io.milliwatt.training.soil.evaluation.ReportTable;
import io.milliwatt.training.soil.evaluation.SectionReport;
import io.milliwatt.training.soil.evaluation.SoilFolders;
import io.milliwatt.training.soil.evaluation.SoilSection;
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
        ForecastSiblings siblings = ForecastSiblings.load();
        List<JudgedStations> judged = new ArrayList<>();
        for (StationTables.Table table : StationTables.in(data)) {
            JudgedStations stations = new JudgedStations(table.file(), siblings);
            for (int i = 0; i < table.stations().size(); i++) {
                StationDays station = table.stations().get(i);
                progress.step(
                        "Forecasting at station " + station.station(),
                        i,
                        table.stations().size());
                stations.add(station);
            }
            if (stations.count() > 0) {
                judged.add(stations);
            }
        }
        if (judged.isEmpty()) {
            return SectionReport.absent(
                    NAME,
                    TITLE,
                    "there is no daily table of the climate network (wban, lst_date, soil_moisture_5_daily …) with sixty days of "
                            + "soil moisture at any depth");
        }
        JudgedStations first = judged.getFirst();
        List<ReportTable> tables = new ArrayList<>(first.tables());
        List<String> remarks = new ArrayList<>();
        remarks.addAll(first.remarks());
        for (JudgedStations other : judged.subList(1, judged.size())) {
            tables.addAll(other.skills());
            remarks.addAll(other.remarks());
        }
        remarks.add("All forecasts are the node's integers; nothing is trained here. \"" + Rain.KNOWN.words()
                + "\" is given the rain that fell: the most that a rain forecast could bring, not what one will.");
        remarks.add(
                "Daily means as published, days of frozen ground among them; part of the skill at 1 day is that a daily mean lags"
                        + " behind an evening's rain.");
        return SectionReport.judged(NAME, TITLE, ForecastTables.figures(first.node()), tables, remarks);
    }
}
