package io.milliwatt.training.ec57;

import io.milliwatt.ec57.beat.ConfusionMatrix;
import io.milliwatt.ec57.beat.Label;
import io.milliwatt.ec57.report.SetFigures;
import io.milliwatt.training.document.Block.Plot;
import io.milliwatt.training.document.Svg;
import java.util.Locale;

/** A set's two confusion matrices side by side; shaded by the share of the row. */
final class ConfusionPlot {
    private static final String INK = "#1b1f24";
    private static final String WHITE = "#fff";
    private static final String ALL_LABELS = "NSVFQOX";
    private static final double DARK_SHARE = 0.6;
    private static final int CELL = 54;
    private static final int LEFT = 34;
    private static final int TOP = 46;
    private static final int WIDTH = LEFT + ALL_LABELS.length() * CELL + 24;
    private static final int HEIGHT = TOP + ALL_LABELS.length() * CELL + 6;

    private final Svg svg;

    private ConfusionPlot(String title) {
        svg = new Svg(2 * WIDTH, HEIGHT, title);
    }

    static Plot of(SetFigures set) {
        String title = set.name()
                + ": reference (rows) and test (columns), escape beats as normal (left) and as supraventricular (right)";
        ConfusionPlot plot = new ConfusionPlot(title);
        plot.draw(
                0,
                "escape beats as normal",
                set.gross().beatsWithNormalEscapes().matrix());
        plot.draw(WIDTH, "escape beats as supraventricular", set.gross().beats().matrix());
        return new Plot(title, plot.svg.toString());
    }

    private void draw(int from, String name, ConfusionMatrix matrix) {
        int left = from + LEFT;
        svg.text(left + (WIDTH - LEFT) / 2.0, 14, "middle", INK, name);
        for (Label label : Label.values()) {
            double middle = (label.ordinal() + 0.5) * CELL;
            svg.text(left - 8, TOP + middle + 3, "end", INK, label.name());
            svg.text(left + middle, TOP - 8, "middle", INK, label.name().toLowerCase(Locale.ROOT));
            drawRow(left, label, matrix);
        }
    }

    /** Pairs without a beat on either side have no cell. */
    private void drawRow(int left, Label reference, ConfusionMatrix matrix) {
        long total = matrix.sum(reference.name(), ALL_LABELS);
        for (Label test : Label.values()) {
            if (reference.compareTo(Label.Q) > 0 && test.compareTo(Label.Q) > 0) {
                continue;
            }
            long number = matrix.count(reference, test);
            double share = total == 0 ? 0 : (double) number / total;
            int shade = (int) Math.round(245 - 175 * share);
            double x = left + test.ordinal() * CELL;
            double y = TOP + reference.ordinal() * CELL;
            svg.rectangle(x, y, CELL - 2, CELL - 2, "rgb(" + shade + "," + shade + ",250)");
            String ink = share > DARK_SHARE ? WHITE : INK;
            svg.text(x + 0.5 * CELL, y + 0.56 * CELL, "middle", ink, Cell.count(number));
        }
    }
}
