package io.milliwatt.training.soil.season;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.training.pipeline.Progress;
import io.milliwatt.training.soil.depletion.MeasuredPlot;
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
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Recorded seasons irrigated again. */
public final class SeasonSection implements SoilSection {
    private static final String TITLE = "Seasons irrigated again: our schedule against the farm's water";
    private static final List<Double> DEMANDS = List.of(1.0, 1.1, 0.9);
    private static final double BAR_PERCENT = 15;

    @Override
    public String name() {
        return "seasons";
    }

    @Override
    public SectionReport judge(SoilFolders data, Progress progress) throws IOException {
        List<RecordedSeasons.Named> seasons = new ArrayList<>();
        List<RecordedSeasons.Named> plots = new ArrayList<>();
        for (Path folder : data.holding(name -> name.endsWith(".par"))) {
            seasons.addAll(RecordedSeasons.in(folder));
            plots.addAll(judgedPlots(folder));
        }
        if (seasons.isEmpty() && plots.isEmpty()) {
            return SectionReport.absent(
                    name(), TITLE, "there is no irrigated season with its parameters (.par) and record (.out)");
        }
        List<Comparison> named = new ArrayList<>();
        for (RecordedSeasons.Named season : seasons) {
            progress.step("irrigating " + season.name() + " again", named.size(), seasons.size());
            named.add(Comparison.of(season.name(), season.season(), 1));
        }
        List<Figure> figures = new ArrayList<>();
        List<ReportTable> tables = new ArrayList<>();
        named.forEach(season -> figures.addAll(figures(season)));
        if (!named.isEmpty()) {
            tables.add(seasonTable(named));
        }
        if (!plots.isEmpty()) {
            plots(plots, progress, figures, tables);
        }
        return SectionReport.judged(name(), TITLE, figures, tables, remarks());
    }

    private static List<RecordedSeasons.Named> judgedPlots(Path folder) throws RecordingException {
        return MeasuredPlot.in(folder).stream()
                .filter(plot -> !plot.forFitting() && SeasonReplay.irrigated(plot.season()))
                .map(plot -> new RecordedSeasons.Named(plot.name(), plot.season()))
                .toList();
    }

    private static List<Figure> figures(Comparison season) {
        SeasonOutcome best = season.best();
        double saved = 100 * season.saved(best);
        String name = season.season() + ": less water than the farm, " + best.stressDays() + " stress days against "
                + season.farm().stressDays();
        return List.of(
                season.noMoreStress(best)
                        ? Figure.atLeast(name, saved, "%", BAR_PERCENT)
                        : Figure.of(name + " (more: does not count)", saved, "%"));
    }

    private static ReportTable seasonTable(List<Comparison> seasons) {
        List<List<String>> rows = new ArrayList<>();
        for (Comparison season : seasons) {
            rows.add(row(season.season(), "farm", season.farm()));
            rows.add(row(season.season(), "fixed calendar, the farm's water every 7 days", season.calendar()));
            rows.add(row(season.season(), "refill at RAW, no forecast", season.refill()));
            rows.add(row(season.season(), "ours, water unlimited", season.ours()));
            rows.add(row(season.season(), "ours within 84 % of the farm's water", season.allocated()));
        }
        return new ReportTable(
                "By season, mm",
                List.of(
                        "season",
                        "schedule",
                        "water",
                        "events",
                        "stress days",
                        "after season too",
                        "transpiration",
                        "evaporation",
                        "percolation"),
                rows);
    }

    private static List<String> row(String season, String schedule, SeasonOutcome outcome) {
        return List.of(
                season,
                schedule,
                whole(outcome.irrigation()),
                Integer.toString(outcome.events()),
                Integer.toString(outcome.stressDays()),
                Integer.toString(outcome.allStressDays()),
                whole(outcome.transpiration()),
                whole(outcome.evaporation()),
                whole(outcome.percolation()));
    }

    private static void plots(
            List<RecordedSeasons.Named> plots, Progress progress, List<Figure> figures, List<ReportTable> tables) {
        List<List<String>> rows = new ArrayList<>();
        for (double demand : DEMANDS) {
            progress.step("irrigating " + plots.size() + " plots again", DEMANDS.indexOf(demand), DEMANDS.size());
            List<Comparison> all = plots.stream()
                    .map(plot -> Comparison.of(plot.name(), plot.season(), demand))
                    .toList();
            String field = demand == 1 ? "as tabled" : String.format(Locale.ROOT, "%+.0f %%", 100 * (demand - 1));
            rows.add(mean(field, "farm", all, Comparison::farm));
            rows.add(mean(field, "fixed calendar, the farm's water every 7 days", all, Comparison::calendar));
            rows.add(mean(field, "refill at RAW, no forecast", all, Comparison::refill));
            rows.add(mean(field, "ours, water unlimited", all, Comparison::ours));
            rows.add(mean(field, "ours within 84 % of the farm's water", all, Comparison::allocated));
            if (demand == 1) {
                figures.add(Figure.atLeast(
                        plots.size() + " plots: less water than the farm, ours within an allocation",
                        100 * average(all, season -> season.saved(season.allocated())),
                        "%",
                        BAR_PERCENT));
                figures.add(Figure.of(
                        plots.size() + " plots: stress days less than the farm's, mean",
                        average(
                                all,
                                season -> season.farm().stressDays()
                                        - season.allocated().stressDays()),
                        "days"));
                figures.add(Figure.of(
                        "plots with no more stress days than the farm",
                        all.stream()
                                .filter(season -> season.noMoreStress(season.allocated()))
                                .count(),
                        "of " + plots.size()));
                figures.add(Figure.of(
                        "transpiration against the farm's, mean",
                        100
                                * average(
                                        all,
                                        season -> season.allocated().transpiration()
                                                / season.farm().transpiration()),
                        "%"));
            }
        }
        tables.add(new ReportTable(
                "Means of " + plots.size()
                        + " plots, mm; the field takes as much water as the tabled crop, or more or less than all schedules believe",
                List.of(
                        "field's demand",
                        "schedule",
                        "water",
                        "stress days",
                        "no more than farm",
                        "transpiration",
                        "evaporation",
                        "percolation"),
                rows));
    }

    private static List<String> mean(
            String demand, String schedule, List<Comparison> all, Function<Comparison, SeasonOutcome> which) {
        return List.of(
                demand,
                schedule,
                whole(average(all, season -> which.apply(season).irrigation())),
                String.format(
                        Locale.ROOT,
                        "%.1f",
                        average(all, season -> which.apply(season).stressDays())),
                all.stream()
                                .filter(season -> season.noMoreStress(which.apply(season)))
                                .count() + " of " + all.size(),
                whole(average(all, season -> which.apply(season).transpiration())),
                whole(average(all, season -> which.apply(season).evaporation())),
                whole(average(all, season -> which.apply(season).percolation())));
    }

    private static double average(List<Comparison> all, ToDoubleFunction<Comparison> value) {
        return all.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    private static List<String> remarks() {
        return List.of(
                "A stress day is one of the crop's season (its four stages) with Ks below 1 in FAO-56's balance of the season's own weather.",
                "Our schedule decides each morning from its own account of the field: the balance so far, a reading every 7 days with an error of 3 mm,"
                        + " and a forecast of days like the last 14 without rain. It does not see the day's weather, nor the field's true demand.",
                "No event is larger than what the farm's system applied on two days running.",
                "Treatments that were meant to be dry (cottondry2013, cotton2018_060, and most likely the maize) had many stress days to begin with. There"
                        + " the unlimited schedule uses more water than the farm did, and the comparison is the one within 84 % of the farm's water.",
                "Fewer stress days are not all: where transpiration falls below the farm's, yield would too, whatever the count of days says.",
                "The rule's three fractions were chosen from 60 sets on the 32 plots with odd main numbers; plots with even numbers and the other seasons are judged.");
    }

    private static String whole(double millimetres) {
        return String.format(Locale.ROOT, "%.0f", millimetres);
    }
}
