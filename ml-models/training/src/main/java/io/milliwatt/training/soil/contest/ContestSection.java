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
        List<String> asked = ContestPrediction.ids(ids.get());
        double[] deficit = Contest.vapourDeficit(plots);
        Map<PlotForecast.Method, double[]> all = new EnumMap<>(PlotForecast.Method.class);
        List<List<String>> rows = new ArrayList<>();
        for (WazihubPlots.Plot plot : plots.plots()) {
            Optional<int[]> window = Contest.window(plots, plot.number(), asked);
            if (window.isEmpty()) {
                continue;
            }
            progress.step(
                    "plot " + plot.number(), plot.number() - 1, plots.plots().size());
            PlotCourse course = new PlotCourse(plot.humidity(), plot.irrigated(), deficit);
            int length = window.get()[1] - window.get()[0] + 1;
            List<String> row = new ArrayList<>();
            row.add("plot " + plot.number() + ", " + length + " points");
            for (PlotForecast.Method method : PlotForecast.Method.values()) {
                double[] sums = Contest.crossValidate(course, window.get(), method);
                double[] total = all.computeIfAbsent(method, key -> new double[3]);
                total[0] += sums[0] / sums[1] * length;
                total[1] += sums[2] / sums[3] * length;
                total[2] += length;
                row.add(cell(sums[0] / sums[1], sums[2] / sums[3]));
            }
            rows.add(row);
        }
        List<String> pooled = new ArrayList<>(List.of("all, by points"));
        all.values().forEach(total -> pooled.add(cell(total[0] / total[2], total[1] / total[2])));
        rows.add(pooled);
        return SectionReport.judged(name(), TITLE, figures(all), List.of(table(rows)), remarks());
    }

    private static List<Figure> figures(Map<PlotForecast.Method, double[]> all) {
        double[] mix = all.get(PlotForecast.Method.MIX);
        double[] persistence = all.get(PlotForecast.Method.PERSISTENCE);
        return List.of(
                Figure.atMost("cross-validated RMSE", Math.sqrt(mix[0] / mix[2]), "probe %", BAR),
                Figure.of("the same on the windows next to the contest's", Math.sqrt(mix[1] / mix[2]), "probe %"),
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
                        "trees",
                        "mix, as predicted"),
                rows);
    }

    private static String cell(double all, double last) {
        return String.format(Locale.ROOT, "%.1f [%.1f]", Math.sqrt(all), Math.sqrt(last));
    }

    private static List<String> remarks() {
        return List.of(
                "The truth of the contest's points is not in the folder. Windows of the same length are cut 2.5 days apart from what is known, filled from their past"
                        + " only, and scored; the bar of 2.9 is the winner's on the contest's own four windows.",
                "The file leaves the peak of each irrigation visible inside its windows, and irrigation is on exactly while the humidity rises: both leak the"
                        + " answer. They are used here as in the contest, so the figure says nothing of a forecast in the field.",
                "No weather is known inside the windows; the drying of a usual day is that of the week before.",
                "Bridged holes, and dryings whose peak lies below zero, are not learnt from.");
    }
}
