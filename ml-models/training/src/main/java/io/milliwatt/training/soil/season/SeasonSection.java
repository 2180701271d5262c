package io.milliwatt.training.soil.season;

import io.milliwatt.datasets.field.FieldWeather;
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
    private static final String OURS_WITHOUT_STRESS = "ours, no stress accepted";
    private static final String OURS_SAVING = "ours, 84 % wanted, the farm's stress days accepted";
    private static final String FORETOLD = "foretold: least water with the farm's stress days";

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
        List<FieldWeather> stations = new ArrayList<>();
        for (Path file : data.files(name -> name.matches(".*\\.wth(\\.gz)?"))) {
            stations.add(FieldWeather.read(file));
        }
        List<Comparison> named = new ArrayList<>();
        List<String> withoutYears = new ArrayList<>();
        for (RecordedSeasons.Named season : seasons) {
            progress.step("irrigating " + season.name() + " again", named.size(), seasons.size());
            EarlierYears usual = EarlierYears.of(season.season(), stations);
            if (!usual.known()) {
                withoutYears.add(season.name());
            }
            named.add(Comparison.of(season.name(), season.season(), usual, 1));
        }
        List<Figure> figures = new ArrayList<>();
        List<ReportTable> tables = new ArrayList<>();
        named.forEach(season -> figures.addAll(figures(season)));
        if (!named.isEmpty()) {
            tables.add(seasonTable(named));
        }
        if (!plots.isEmpty()) {
            plots(plots, stations, progress, figures, tables);
        }
        return SectionReport.judged(name(), TITLE, figures, tables, remarks(withoutYears));
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
                + season.farm().stressDays() + ", transpiration "
                + whole(100 * best.transpiration() / season.farm().transpiration()) + " %";
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
            rows.add(row(season.season(), OURS_WITHOUT_STRESS, season.spared()));
            rows.add(row(season.season(), OURS_SAVING, season.saving()));
            rows.add(row(season.season(), FORETOLD, season.foretold()));
            rows.add(bound(season));
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
                        "yield by FAO-33, %",
                        "evaporation",
                        "percolation"),
                rows);
    }

    private static List<String> bound(Comparison season) {
        String saved = String.format(Locale.ROOT, " (%.0f %% less)", 100 * season.saved(season.leastWater()));
        return List.of(
                season.season(),
                "what the farm's transpiration takes by arithmetic",
                whole(season.leastWater()) + saved,
                "",
                "",
                "",
                whole(season.farm().transpiration()),
                "",
                "",
                "0");
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
                whole(100 * outcome.relativeYield()),
                whole(outcome.evaporation()),
                whole(outcome.percolation()));
    }

    private static void plots(
            List<RecordedSeasons.Named> plots,
            List<FieldWeather> stations,
            Progress progress,
            List<Figure> figures,
            List<ReportTable> tables)
            throws RecordingException {
        List<List<String>> rows = new ArrayList<>();
        for (double demand : DEMANDS) {
            progress.step("irrigating " + plots.size() + " plots again", DEMANDS.indexOf(demand), DEMANDS.size());
            List<Comparison> all = new ArrayList<>();
            for (RecordedSeasons.Named plot : plots) {
                all.add(Comparison.of(plot.name(), plot.season(), EarlierYears.of(plot.season(), stations), demand));
            }
            String field = demand == 1 ? "as tabled" : String.format(Locale.ROOT, "%+.0f %%", 100 * (demand - 1));
            rows.add(mean(field, "farm", all, Comparison::farm));
            rows.add(mean(field, "fixed calendar, the farm's water every 7 days", all, Comparison::calendar));
            rows.add(mean(field, "refill at RAW, no forecast", all, Comparison::refill));
            rows.add(mean(field, OURS_WITHOUT_STRESS, all, Comparison::spared));
            rows.add(mean(field, OURS_SAVING, all, Comparison::saving));
            rows.add(mean(field, FORETOLD, all, Comparison::foretold));
            if (demand == 1) {
                figures.add(Figure.atLeast(
                        plots.size() + " plots: less water than the farm, ours saving, mean",
                        100 * average(all, season -> season.saved(season.saving())),
                        "%",
                        BAR_PERCENT));
                figures.add(Figure.of(
                        plots.size() + " plots: stress days less than the farm's, mean",
                        average(
                                all,
                                season -> season.farm().stressDays()
                                        - season.saving().stressDays()),
                        "days"));
                figures.add(Figure.of(
                        "plots with no more stress days than the farm",
                        all.stream()
                                .filter(season -> season.noMoreStress(season.saving()))
                                .count(),
                        "of " + plots.size()));
                figures.add(Figure.of(
                        "plots with that and 15 % less water",
                        all.stream()
                                .filter(season -> season.noMoreStress(season.saving())
                                        && 100 * season.saved(season.saving()) >= BAR_PERCENT)
                                .count(),
                        "of " + plots.size()));
                figures.add(Figure.of(
                        "transpiration against the farm's, mean",
                        100
                                * average(
                                        all,
                                        season -> season.saving().transpiration()
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
                        "yield by FAO-33, %",
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
                whole(average(all, season -> 100 * which.apply(season).relativeYield())),
                whole(average(all, season -> which.apply(season).evaporation())),
                whole(average(all, season -> which.apply(season).percolation())));
    }

    private static double average(List<Comparison> all, ToDoubleFunction<Comparison> value) {
        return all.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    private static List<String> remarks(List<String> withoutYears) {
        List<String> remarks = new ArrayList<>(List.of(
                "A stress day is one of the crop's season (its four stages) with Ks below 1 in FAO-56's balance of the season's own weather.",
                "Our schedule knows each morning its own account of the field (the balance so far, and a reading every 7 days with an error of 3 mm), days like"
                        + " the last 14 for today, and the usual season of the years before at the same station for the rest. It does not see the day's"
                        + " weather, nor any later one, nor the field's true demand.",
                "It is told two wishes that a manager would set: 84 % of the farm's water, and as many stress days as the farm had. Stress comes first: where"
                        + " the water does not suffice for that, it takes more.",
                "A season's figure is that of the schedule of ours that saves more without more stress days than the farm had.",
                "No event is larger than what the farm's system applied on two days running.",
                "Foretold is the same schedule told the whole weather, with as little water as the farm's number of stress days allows; it knows what nobody can,"
                        + " and may let the crop go very dry on those days.",
                "By arithmetic: the farm's transpiration and what bare ground loses without irrigation, less the season's rain and all that the soil holds. Rain"
                        + " that comes too late or too much at once is counted as useful, so no schedule reaches it.",
                "The count of days is not all: transpiration and FAO-33's yield stand beside it.",
                "Margins, part to fill and reserve of days were chosen from about 20 sets on the 32 plots with odd main numbers; plots with even numbers and the"
                        + " other seasons are judged."));
        if (!withoutYears.isEmpty()) {
            remarks.add("No station's earlier years were found for " + String.join(", ", withoutYears)
                    + "; there the last 14 days go on with the sun's course, and it rains as much as so far.");
        }
        return remarks;
    }

    private static String whole(double millimetres) {
        return String.format(Locale.ROOT, "%.0f", millimetres);
    }
}
