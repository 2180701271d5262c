package io.milliwatt.training.soil.contest;

import io.milliwatt.datasets.network.WazihubPlots;
import io.milliwatt.training.pipeline.Progress;
import io.milliwatt.training.soil.evaluation.Figure;
import io.milliwatt.training.soil.evaluation.ReportTable;
import io.milliwatt.training.soil.evaluation.SectionReport;
import io.milliwatt.training.soil.evaluation.SoilFolders;
import io.milliwatt.training.soil.evaluation.SoilSection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The contest's prediction, cross-validated on windows cut from what is known. */
public final class ContestSection implements SoilSection {
    private static final String TITLE = "Wazihub: humidity of drip-irrigated plots over four to six days";
    private static final double BAR = 2.9;

    @Override
    public String name() {
        return "wazihub";
    }

    /** The table in a folder; empty where there is none. */
    public static Optional<Path> table(SoilFolders data) throws IOException {
        return data.files(ContestPrediction::isTable).stream().findFirst();
    }

    @Override
    public SectionReport judge(SoilFolders data, Progress progress) throws IOException {
        Optional<Path> table = table(data);
        Optional<Path> ids = data.files(ContestPrediction::isIds).stream().findFirst();
        if (table.isEmpty() || ids.isEmpty()) {
            return SectionReport.absent(
                    name(),
                    TITLE,
                    "there are not both the contest's table (train…5min….csv) and its list (…test_ids….csv)");
        }
        WazihubPlots plots = WazihubPlots.read(table.get());
        List<Contest.Asked> asked = Contest.asked(plots, ContestPrediction.ids(ids.get()));
        Map<PlotForecast.Method, double[]> totals = new EnumMap<>(PlotForecast.Method.class);
        List<List<String>> rows = new ArrayList<>();
        for (Contest.Asked plot : asked) {
            progress.step(
                    "plot " + plot.number(), plot.number() - 1, plots.plots().size());
            List<String> row = new ArrayList<>();
            row.add("plot " + plot.number() + ", " + plot.points() + " points");
            for (PlotForecast.Method method : PlotForecast.Method.values()) {
                double[] sums = Contest.crossValidate(plot, method);
                double[] total = totals.computeIfAbsent(method, key -> new double[3]);
                total[0] += sums[0] / sums[1] * plot.points();
                total[1] += sums[2] / sums[3] * plot.points();
                total[2] += plot.points();
                row.add(cell(sums[0] / sums[1], sums[2] / sums[3]));
            }
            rows.add(row);
        }
        List<String> pooled = new ArrayList<>(List.of("all, by points"));
        totals.values().forEach(total -> pooled.add(cell(total[0] / total[2], total[1] / total[2])));
        rows.add(pooled);
        return SectionReport.judged(name(), TITLE, figures(totals), List.of(table(rows)), remarks());
    }

    private static List<Figure> figures(Map<PlotForecast.Method, double[]> totals) {
        double[] blend = totals.get(PlotForecast.Method.BLEND);
        double[] persistence = totals.get(PlotForecast.Method.PERSISTENCE);
        return List.of(
                Figure.atMost("cross-validated RMSE", Math.sqrt(blend[0] / blend[2]), "probe %", BAR),
                Figure.of("the same on the windows next to the contest's", Math.sqrt(blend[1] / blend[2]), "probe %"),
                Figure.of("persistence, cross-validated", Math.sqrt(persistence[0] / persistence[2]), "probe %"));
    }

    private static ReportTable table(List<List<String>> rows) {
        return new ReportTable(
                "Root mean square error over all windows cut from the past [over the one next to the contest's], probe %",
                List.of(
                        "plot",
                        "last reading held",
                        "peaks held",
                        "curve, 5 days' memory",
                        "curve, 30 days",
                        "Gaussian process",
                        "process and curve, as predicted"),
                rows);
    }

    private static String cell(double all, double last) {
        return String.format(Locale.ROOT, "%.1f [%.1f]", Math.sqrt(all), Math.sqrt(last));
    }

    private static List<String> remarks() {
        return List.of(
                "The truth of the contest's points is not in the folder. Windows of the same length are cut 2.5 days apart from what is known, filled from their past,"
                        + " their peaks and the other plots, and scored; the bar of 2.9 is the winner's on the contest's own four windows.",
                "The file leaves the peak of each irrigation visible inside its windows, and irrigation is on exactly while the humidity rises: both leak the"
                        + " answer. They are used here as in the contest, so the figure says nothing of a forecast in the field.",
                "No weather is known inside the windows; the process takes the air to return to the month's mean, the curves a usual day of the week before.",
                "Of the other plots a window knows what the contest's knows, counted from its begin: plots 1 and 3 see others through their windows, 2 and 4 none.",
                "Bridged holes are not learnt from, nor by the curves dryings whose peak lies below zero.");
    }
}
