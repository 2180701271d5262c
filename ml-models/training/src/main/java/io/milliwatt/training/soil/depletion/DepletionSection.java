package io.milliwatt.training.soil.depletion;

import io.milliwatt.dsp.soil.assimilation.AssimilationSettings;
import io.milliwatt.training.pipeline.Progress;
import io.milliwatt.training.soil.evaluation.Figure;
import io.milliwatt.training.soil.evaluation.ReportTable;
import io.milliwatt.training.soil.evaluation.SectionReport;
import io.milliwatt.training.soil.evaluation.SoilFolders;
import io.milliwatt.training.soil.evaluation.SoilSection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Depletion against measured soil water. */
public final class DepletionSection implements SoilSection {
    private static final String TITLE = "Depletion of the root zone against measured soil water";
    private static final List<Integer> GIVEN_EVERY = List.of(2, 3, 6);

    @Override
    public String name() {
        return "depletion";
    }

    @Override
    public SectionReport judge(SoilFolders data, Progress progress) throws IOException {
        List<MeasuredPlot> plots = new ArrayList<>();
        for (Path folder : data.holding(name -> name.endsWith(".sws"))) {
            plots.addAll(MeasuredPlot.in(folder));
        }
        if (plots.isEmpty()) {
            return SectionReport.absent(
                    name(), TITLE, "there is no season with measured soil water (.sws) and its .par, .sol and .out");
        }
        progress.step("judging depletion on " + plots.size() + " plots", 0, 1);
        List<MeasuredPlot> fit = plots.stream().filter(MeasuredPlot::forFitting).toList();
        List<MeasuredPlot> judged =
                plots.stream().filter(plot -> !plot.forFitting()).toList();
        boolean cotton = judged.stream().allMatch(plot -> plot.name().startsWith("cotton"));
        CropCalibration calibration = cotton ? CropCalibration.MARICOPA_COTTON : CropCalibration.TABLED;
        List<ReportTable> tables = new ArrayList<>();
        tables.add(table(
                "Plots judged: " + judged.size() + ", errors in mm at readings that were not given", judged, cotton));
        if (!fit.isEmpty()) {
            tables.add(table("The " + fit.size() + " plots tuned on, for comparison", fit, cotton));
        }
        return SectionReport.judged(name(), TITLE, figures(judged, calibration), tables, remarks(fit, cotton));
    }

    private static List<Figure> figures(List<MeasuredPlot> judged, CropCalibration calibration) {
        PlotErrors weather = DepletionStudy.given(judged, 0).filter(calibration, AssimilationSettings.STANDARD);
        PlotErrors fortnight = DepletionStudy.given(judged, 2).filter(calibration, AssimilationSettings.STANDARD);
        PlotErrors threeWeeks = DepletionStudy.given(judged, 3).filter(calibration, AssimilationSettings.STANDARD);
        return List.of(
                Figure.atMost("weather only, root mean square error", weather.rootMeanSquare(), "mm", 12),
                Figure.atMost("every 2nd reading given (14 days)", fortnight.rootMeanSquare(), "mm", 8),
                Figure.atMost("every 3rd reading given (21 days)", threeWeeks.rootMeanSquare(), "mm", 9),
                Figure.of("14 days: readings within the 80 % band", 100 * fortnight.within80(), "%"),
                Figure.of("14 days: readings within the 90 % band", 100 * fortnight.within90(), "%"),
                Figure.of("21 days: readings within the 80 % band", 100 * threeWeeks.within80(), "%"),
                Figure.of("21 days: readings within the 90 % band", 100 * threeWeeks.within90(), "%"),
                Figure.of("weather only: readings within the 80 % band", 100 * weather.within80(), "%"),
                Figure.of("weather only: readings within the 90 % band", 100 * weather.within90(), "%"));
    }

    private static ReportTable table(String title, List<MeasuredPlot> plots, boolean cotton) {
        List<List<String>> rows = new ArrayList<>();
        PlotErrors all = DepletionStudy.given(plots, 0).filter(CropCalibration.TABLED, AssimilationSettings.STANDARD);
        rows.add(row("none", "weather only, tabled crop (as pyfao56)", all));
        if (cotton) {
            rows.add(row(
                    "none",
                    "weather only, calibrated crop",
                    DepletionStudy.given(plots, 0)
                            .filter(CropCalibration.MARICOPA_COTTON, AssimilationSettings.STANDARD)));
        }
        for (int every : GIVEN_EVERY) {
            String given = "1 of " + every;
            DepletionStudy study = DepletionStudy.given(plots, every);
            rows.add(row(
                    given,
                    "weather only, tabled crop",
                    DepletionStudy.withheld(plots, every)
                            .filter(CropCalibration.TABLED, AssimilationSettings.STANDARD)));
            rows.add(row(given, "last reading held", study.held()));
            rows.add(row(
                    given,
                    "filter without multiplier, tabled crop",
                    study.filter(CropCalibration.TABLED, levelOnly())));
            rows.add(row(
                    given, "filter, tabled crop", study.filter(CropCalibration.TABLED, AssimilationSettings.STANDARD)));
            if (cotton) {
                rows.add(row(
                        given,
                        "filter, calibrated crop",
                        study.filter(CropCalibration.MARICOPA_COTTON, AssimilationSettings.STANDARD)));
            }
        }
        return new ReportTable(
                title, List.of("given", "method", "readings", "RMSE", "bias", "in 80 % band", "in 90 % band"), rows);
    }

    /** As {@link AssimilationSettings#STANDARD}, but a reading moves the depletion alone. */
    private static AssimilationSettings levelOnly() {
        AssimilationSettings full = AssimilationSettings.STANDARD;
        return new AssimilationSettings(
                full.depletionVariancePerDay(),
                full.waterError(),
                0,
                1,
                full.multiplierDecayPerDay(),
                full.initialDepletionVariance(),
                0,
                full.leastMultiplier(),
                full.greatestMultiplier(),
                full.gateStandardDeviations(),
                full.believedAfter());
    }

    private static List<String> remarks(List<MeasuredPlot> fit, boolean cotton) {
        List<String> remarks = new ArrayList<>();
        if (!fit.isEmpty()) {
            remarks.add(
                    "Split: plots with an odd main number (p01, p03, …) are tuned on, those with an even one judged; subplots stay together.");
        }
        if (cotton) {
            remarks.add(
                    "The calibrated crop and the filter's settings were found on the plots tuned on and are frozen; fit and judged plots share the"
                            + " season and the weather, so the figures hold for other plots of such a field, not for another climate.");
        } else {
            remarks.add("There is no calibration for these plots: the crop is as tabled, the filter as released.");
        }
        remarks.add(
                "Given is the first of every so many readings; all methods of a group are scored at the same readings, those not given.");
        remarks.add("A reading counts as within a band when the band of depletion and reading error ("
                + (int) DepletionStudy.READING_ERROR_MILLIMETRES + " mm) together holds it.");
        return remarks;
    }

    private static List<String> row(String given, String method, PlotErrors errors) {
        return List.of(
                given,
                method,
                Integer.toString(errors.readings()),
                millimetres(errors.rootMeanSquare()),
                millimetres(errors.bias()),
                percent(errors.within80()),
                percent(errors.within90()));
    }

    private static String millimetres(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String percent(double fraction) {
        return Double.isNaN(fraction) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
    }
}
