package io.milliwatt.training.soil.forecast;

import io.milliwatt.datasets.network.StationDays;
import io.milliwatt.training.soil.evaluation.Figure;
import io.milliwatt.training.soil.evaluation.ReportTable;
import io.milliwatt.training.soil.forecast.ForecastComparison.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Figures and tables of a comparison with persistence. */
final class ForecastTables {

    /** @param name of the forecaster @param errors on the days that it is judged on */
    record Row(String name, ForecastErrors errors) {}

    private static final int[] HORIZON_DAYS = {1, 3, 7};
    private static final int UNITS_PER_FRACTION = 10_000;

    /** Per cent below persistence that the project holds itself to. */
    private record Bar(Rain rain, int depth, double[] percent) {}

    private static final List<Bar> BARS = List.of(
            new Bar(Rain.UNKNOWN, 0, new double[] {17, 8, 8}),
            new Bar(Rain.UNKNOWN, 2, new double[] {14, 6, 6}),
            new Bar(Rain.UNKNOWN, 3, new double[] {12, 5, 5}),
            new Bar(Rain.KNOWN, 0, new double[] {34, 43, 43}),
            new Bar(Rain.DRY, 0, new double[] {29, 46, 51}));

    private ForecastTables() {}

    static List<Figure> figures(ForecastComparison comparison) {
        List<Figure> figures = new ArrayList<>();
        for (Bar bar : BARS) {
            ForecastErrors errors = comparison.of(bar.rain);
            for (int horizon = 0; horizon < HORIZON_DAYS.length; horizon++) {
                if (errors.count(bar.depth, horizon) > 0) {
                    figures.add(Figure.atLeast(
                            bar.rain.words() + ", " + depth(bar.depth) + ", " + HORIZON_DAYS[horizon]
                                    + " d: RMSE below persistence",
                            errors.skillPercent(bar.depth, horizon),
                            "%",
                            bar.percent[horizon]));
                }
            }
        }
        return figures;
    }

    /** Skills of all depths; one line per forecaster. */
    static ReportTable skills(String title, List<Row> rows) {
        return table(title, rows, (errors, depth) -> errors.skills(depth));
    }

    /** Errors in m³/m³, persistence first. */
    static ReportTable errors(String title, ForecastComparison comparison, Days days) {
        List<Row> rows = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        ForecastErrors past = comparison.of(Rain.UNKNOWN, days);
        cells.add(line("persistence", depth -> triple(h -> past.persistenceRootMeanSquare(depth, h))));
        rows.add(new Row(Rain.UNKNOWN.words(), past));
        rows.add(new Row(Rain.KNOWN.words(), comparison.of(Rain.KNOWN, days)));
        if (days == Days.DRY) {
            rows.add(new Row(Rain.DRY.words(), comparison.of(Rain.DRY, days)));
        }
        for (Row row : rows) {
            cells.add(line(row.name, depth -> triple(h -> row.errors.rootMeanSquare(depth, h))));
        }
        cells.add(line(
                "days judged",
                depth -> past.count(depth, 0) + " / " + past.count(depth, 1) + " / " + past.count(depth, 2)));
        return new ReportTable(title, header(), cells);
    }

    private interface Cell {
        String of(ForecastErrors errors, int depth);
    }

    private static ReportTable table(String title, List<Row> rows, Cell cell) {
        return new ReportTable(
                title,
                header(),
                rows.stream()
                        .map(row -> line(row.name, depth -> cell.of(row.errors, depth)))
                        .toList());
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>(List.of("1 / 3 / 7 d"));
        IntStream.range(0, ForecastErrors.DEPTHS)
                .mapToObj(ForecastTables::depth)
                .forEach(header::add);
        return header;
    }

    private static List<String> line(String name, IntFunction<String> cell) {
        List<String> line = new ArrayList<>(List.of(name));
        IntStream.range(0, ForecastErrors.DEPTHS).mapToObj(cell).forEach(line::add);
        return line;
    }

    private static String triple(IntFunction<Double> value) {
        List<String> parts = IntStream.range(0, HORIZON_DAYS.length)
                .mapToObj(h -> Double.isNaN(value.apply(h))
                        ? "–"
                        : String.format(Locale.ROOT, "%.4f", value.apply(h) / UNITS_PER_FRACTION))
                .toList();
        return String.join(" / ", parts);
    }

    static String depth(int index) {
        return StationDays.depthsCentimetres()[index] + " cm";
    }
}
