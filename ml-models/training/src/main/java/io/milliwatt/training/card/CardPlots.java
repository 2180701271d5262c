package io.milliwatt.training.card;

import io.milliwatt.training.compression.CompressionCurve;
import io.milliwatt.training.compression.CurvePoint;
import io.milliwatt.training.document.Block;
import io.milliwatt.training.document.Svg;
import io.milliwatt.training.evaluation.MajorityVotes;
import io.milliwatt.training.export.NodeRecipe;
import io.milliwatt.training.pipeline.EvaluationReport;
import io.milliwatt.training.pipeline.EvaluationReport.ScatterPoint;
import java.util.List;
import java.util.Locale;

/** The drawings of a model card. */
final class CardPlots {
    private static final String INK = "#1b1f24";
    private static final int SIZE = 420;
    private static final int LEFT = 60;
    private static final int TOP = 24;
    private static final int TICKS = 4;
    private static final String GREY = "#9aa4af";
    /** Told apart by all common kinds of colour vision (Okabe and Ito 2008). */
    private static final List<String> COLOURS = List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00");

    private CardPlots() {}

    static String confusion(List<String> classNames, List<List<Integer>> confusion) {
        int cell = 90;
        int left = 130;
        int top = 50;
        int count = classNames.size();
        Svg svg = new Svg(left + count * cell + 20, top + count * cell + 20, "Confusion matrix");
        svg.text(left + count * cell / 2.0, 18, "middle", INK, "predicted");
        for (int truth = 0; truth < count; truth++) {
            svg.text(left + (truth + 0.5) * cell, top - 10, "middle", INK, classNames.get(truth));
            svg.text(left - 10, top + (truth + 0.55) * cell, "end", INK, classNames.get(truth));
            int total =
                    confusion.get(truth).stream().mapToInt(Integer::intValue).sum();
            for (int predicted = 0; predicted < count; predicted++) {
                double share = total == 0 ? 0 : (double) confusion.get(truth).get(predicted) / total;
                int shade = (int) Math.round(245 - 175 * share);
                String fill = "rgb(" + shade + "," + shade + ",250)";
                svg.rectangle(left + predicted * cell, top + truth * cell, cell - 2, cell - 2, fill);
                svg.text(
                        left + (predicted + 0.5) * cell,
                        top + (truth + 0.55) * cell,
                        "middle",
                        share > 0.6 ? "#fff" : INK,
                        Integer.toString(confusion.get(truth).get(predicted)));
            }
        }
        return svg.toString();
    }

    /** One bar per unit: the share of its windows that were given its true class. */
    static String units(List<String> classNames, List<MajorityVotes> units) {
        int row = 26;
        int left = 110;
        int width = 420;
        Svg svg = new Svg(left + width + 210, units.size() * row + 30, "Share of windows named rightly, by unit");
        for (int i = 0; i < units.size(); i++) {
            MajorityVotes unit = units.get(i);
            int truth = classNames.indexOf(unit.truth());
            int total = unit.votes().stream().mapToInt(Integer::intValue).sum();
            double share = (double) unit.votes().get(truth) / total;
            double y = i * row + 6;
            svg.rectangle(left, y, width, row - 8, "#eef1f4");
            svg.rectangle(left, y, width * share, row - 8, COLOURS.get(truth % COLOURS.size()));
            svg.text(left - 8, y + 13, "end", INK, unit.name());
            svg.text(
                    left + width + 8,
                    y + 13,
                    "start",
                    INK,
                    Math.round(100 * share) + " %" + (unit.right() ? "" : ", read as " + unit.verdict()));
        }
        svg.line(left + width / 2.0, 2, left + width / 2.0, units.size() * row, GREY, "4 3");
        return svg.toString();
    }

    /** Macro-F1 against the model's bytes; the chosen point is ringed by a line down to the axis. */
    static Block.Plot compression(CompressionCurve curve) {
        int largest =
                curve.points().stream().mapToInt(CurvePoint::modelBytes).max().orElse(1);
        List<String> techniques =
                curve.points().stream().map(CurvePoint::technique).distinct().toList();
        Svg svg = new Svg(LEFT + SIZE + 230, TOP + SIZE + 50, "Macro-F1 against model bytes, " + curve.subject());
        svg.rectangle(LEFT, TOP, SIZE, SIZE, "#f7f8fa");
        for (int tick = 0; tick <= TICKS; tick++) {
            double at = (double) SIZE * tick / TICKS;
            svg.text(LEFT + at, TOP + SIZE + 16, "middle", INK, Integer.toString(largest * tick / TICKS));
            svg.text(
                    LEFT - 8,
                    TOP + SIZE - at + 4,
                    "end",
                    INK,
                    String.format(Locale.ROOT, "%.2f", (double) tick / TICKS));
            svg.line(LEFT, TOP + SIZE - at, LEFT + SIZE, TOP + SIZE - at, "#e1e5e9", "none");
        }
        for (int index = 0; index < curve.points().size(); index++) {
            CurvePoint point = curve.points().get(index);
            int technique = techniques.indexOf(point.technique());
            double x = LEFT + (double) SIZE * point.modelBytes() / largest;
            double y = TOP + SIZE * (1 - clamp(point.macroF1()));
            if (index == curve.chosen()) {
                svg.line(x, y, x, TOP + SIZE, INK, "4 3");
            }
            svg.mark(technique, x, y, COLOURS.get(technique % COLOURS.size()));
        }
        svg.text(LEFT + SIZE / 2.0, TOP + SIZE + 38, "middle", INK, "model bytes; the dashed line is the chosen one");
        svg.text(LEFT, TOP - 6, "start", INK, "macro-F1");
        for (int technique = 0; technique < techniques.size(); technique++) {
            double y = TOP + 20 + 22 * technique;
            svg.mark(technique, LEFT + SIZE + 20, y, COLOURS.get(technique % COLOURS.size()));
            svg.text(LEFT + SIZE + 32, y + 4, "start", INK, techniques.get(technique));
        }
        return new Block.Plot("Macro-F1 against model bytes, " + curve.subject(), svg.toString());
    }

    /**
     * All windows over the first and the last of the model's inputs, by their true class; for the vibration model these are the line
     * scores of the two races.
     */
    static Block.Plot scatter(EvaluationReport report) {
        int vertical = report.windows().getFirst().inputs().size() - 1;
        String across = axis(report, 0);
        String up = axis(report, vertical);
        double acrossReach = reach(report, 0);
        double upReach = reach(report, vertical);
        Svg svg = new Svg(LEFT + SIZE + 170, TOP + SIZE + 50, up + " against " + across);
        svg.rectangle(LEFT, TOP, SIZE, SIZE, "#f7f8fa");
        for (int tick = 0; tick <= TICKS; tick++) {
            double at = (double) SIZE * tick / TICKS;
            svg.text(LEFT + at, TOP + SIZE + 16, "middle", INK, tickLabel(acrossReach * tick / TICKS));
            svg.text(LEFT - 8, TOP + SIZE - at + 4, "end", INK, tickLabel(upReach * tick / TICKS));
            svg.line(LEFT + at, TOP, LEFT + at, TOP + SIZE, "#e1e5e9", "none");
            svg.line(LEFT, TOP + SIZE - at, LEFT + SIZE, TOP + SIZE - at, "#e1e5e9", "none");
        }
        for (ScatterPoint point : report.windows()) {
            double x = clamp(point.inputs().getFirst() / divisor(report, 0) / acrossReach);
            double y = clamp(point.inputs().get(vertical) / divisor(report, vertical) / upReach);
            svg.mark(point.label(), LEFT + SIZE * x, TOP + SIZE * (1 - y), COLOURS.get(point.label() % COLOURS.size()));
        }
        svg.text(LEFT + SIZE / 2.0, TOP + SIZE + 38, "middle", INK, across);
        svg.text(LEFT, TOP - 6, "start", INK, up);
        for (int label = 0; label < report.labels().size(); label++) {
            double y = TOP + 20 + 22 * label;
            svg.mark(label, LEFT + SIZE + 20, y, COLOURS.get(label % COLOURS.size()));
            svg.text(
                    LEFT + SIZE + 32,
                    y + 4,
                    "start",
                    INK,
                    report.labels().get(label).name());
        }
        return new Block.Plot("Every window by its true class: " + up + " against " + across, svg.toString());
    }

    private static String axis(EvaluationReport report, int input) {
        NodeRecipe.Output value = report.modelInputs().get(input);
        return value.name() + (value.unit().isEmpty() ? "" : " (" + value.unit() + ")");
    }

    private static double divisor(EvaluationReport report, int input) {
        return report.modelInputs().get(input).divisor();
    }

    private static double reach(EvaluationReport report, int input) {
        int largest = report.windows().stream()
                .mapToInt(point -> point.inputs().get(input))
                .max()
                .orElse(1);
        return Math.max(1, Math.ceil(largest / divisor(report, input)));
    }

    private static String tickLabel(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static double clamp(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
