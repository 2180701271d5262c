package io.milliwatt.training.ec57;

import io.milliwatt.ec57.Proportion;
import io.milliwatt.ec57.beat.BeatFigures;
import io.milliwatt.ec57.report.NoiseCurve;
import io.milliwatt.ec57.report.RecordFigures;
import io.milliwatt.ec57.report.SetFigures;
import io.milliwatt.training.document.Block.Plot;
import io.milliwatt.training.document.Svg;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The report's drawings. Colours are told apart by all common kinds of colour vision (Okabe and Ito 2008). */
final class EvaluationPlots {
    private static final String INK = "#1b1f24";
    private static final String GRID = "#e1e5e9";
    private static final String BLUE = "#0072b2";
    private static final String ORANGE = "#d55e00";
    private static final List<String> COLOURS = List.of(BLUE, ORANGE, "#009e73", "#cc79a7", "#e69f00");

    private EvaluationPlots() {}

    /** Missed beats to the left and extra beats to the right, in per cent of the record's beats. */
    static Plot detection(List<RecordFigures> records) {
        int row = 17;
        int middle = 330;
        int reach = 240;
        double largest = records.stream()
                .flatMapToDouble(record -> DoubleStream.of(missed(record), extra(record)))
                .max()
                .orElse(0);
        double scale = reach / Math.max(largest, 0.1);
        String title = "Missed (left) and extra beats (right) in per cent of the record's beats";
        Svg svg = new Svg(middle + reach + 80, records.size() * row + 34, title);
        svg.text(middle - 30, 14, "end", INK, "missed");
        svg.text(middle + 30, 14, "start", INK, "extra");
        for (int i = 0; i < records.size(); i++) {
            RecordFigures record = records.get(i);
            double y = 22 + i * row;
            svg.text(middle, y + 11, "middle", INK, record.record());
            double left = missed(record) * scale;
            double right = extra(record) * scale;
            svg.rectangle(middle - 26 - left, y, left, row - 4, BLUE);
            svg.rectangle(middle + 26, y, right, row - 4, ORANGE);
            svg.text(middle - 30 - left, y + 11, "end", INK, Cell.decimals(missed(record), 2));
            svg.text(middle + 30 + right, y + 11, "start", INK, Cell.decimals(extra(record), 2));
        }
        return new Plot(title, svg.toString());
    }

    private static double missed(RecordFigures record) {
        return percentOfBeats(record, record.beats().missed());
    }

    private static double extra(RecordFigures record) {
        return percentOfBeats(record, record.beats().extra());
    }

    private static double percentOfBeats(RecordFigures record, long number) {
        return 100.0 * number / Math.max(1, record.beats().qrsSensitivity().of());
    }

    /** Sensitivity and positive predictivity of supraventricular beats in each set, escape beats counted as normal. */
    static Plot supraventricular(List<SetFigures> sets) {
        List<Bar> bars = new ArrayList<>();
        for (SetFigures set : sets) {
            BeatFigures beats = set.gross().beatsWithNormalEscapes();
            bars.add(new Bar(set.name() + ", Se", beats.supraventricularSensitivity(), BLUE));
            bars.add(new Bar(set.name() + ", +P", beats.supraventricularPositivePredictivity(), ORANGE));
        }
        return bars("Supraventricular ectopic beats, whole records, escape beats as normal", bars);
    }

    private record Bar(String name, Proportion share, String colour) {}

    private static Plot bars(String title, List<Bar> bars) {
        int row = 24;
        int left = 170;
        int width = 380;
        Svg svg = new Svg(left + width + 150, bars.size() * row + 12, title);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = 6 + i * row;
            double share = bar.share().share().orElse(0);
            svg.text(left - 8, y + 13, "end", INK, bar.name());
            svg.rectangle(left, y, width, row - 6, "#eef1f4");
            svg.rectangle(left, y, width * share, row - 6, bar.colour());
            svg.text(
                    left + width + 8,
                    y + 13,
                    "start",
                    INK,
                    Cell.percent(bar.share()) + " % of "
                            + Cell.count(bar.share().of()));
        }
        return new Plot(title, svg.toString());
    }

    /** Sensitivity (full lines) and positive predictivity (dashed) over the signal-to-noise ratio. */
    static Plot noise(List<NoiseCurve> curves) {
        int width = 460;
        int height = 300;
        int left = 50;
        int top = 14;
        String title = "QRS detection in noise: sensitivity (full lines) and positive predictivity (dashed)";
        double lowest = Math.floor(lowestShare(curves) * 10) / 10;
        Svg svg = new Svg(left + width + 130, top + height + 46, title);
        svg.rectangle(left, top, width, height, "#f7f8fa");
        int ticks = (int) Math.round((1 - lowest) * 10);
        for (int tick = 0; tick <= ticks; tick++) {
            double y = top + (double) height * tick / ticks;
            svg.line(left, y, left + width, y, GRID, "none");
            svg.text(left - 6, y + 4, "end", INK, Integer.toString(100 - 10 * tick));
        }
        List<NoiseCurve.Point> points = curves.getFirst().points();
        for (int i = 0; i < points.size(); i++) {
            svg.text(
                    x(i, points.size(), left, width),
                    top + height + 18,
                    "middle",
                    INK,
                    points.get(i).ratioDb() + " dB");
        }
        svg.text(left + width / 2.0, top + height + 38, "middle", INK, "signal-to-noise ratio");
        for (int c = 0; c < curves.size(); c++) {
            String colour = COLOURS.get(c % COLOURS.size());
            svg.mark(c, left + width + 20, top + 14 + 22 * c, colour);
            svg.text(
                    left + width + 32,
                    top + 18 + 22 * c,
                    "start",
                    INK,
                    curves.get(c).noise());
            for (boolean predictivity : new boolean[] {false, true}) {
                double[] shares = shares(curves.get(c), predictivity);
                for (int i = 0; i < shares.length; i++) {
                    double x = x(i, shares.length, left, width);
                    double y = top + height * (1 - shares[i]) / (1 - lowest);
                    if (i > 0) {
                        double before = top + height * (1 - shares[i - 1]) / (1 - lowest);
                        svg.line(
                                x(i - 1, shares.length, left, width),
                                before,
                                x,
                                y,
                                colour,
                                predictivity ? "5 4" : "none");
                    }
                    svg.mark(c, x, y, colour);
                }
            }
        }
        return new Plot(title, svg.toString());
    }

    private static double x(int index, int number, int left, int width) {
        return left + width * (index + 0.5) / number;
    }

    private static double[] shares(NoiseCurve curve, boolean predictivity) {
        return curve.points().stream()
                .map(point -> point.figures().gross().beats())
                .map(beats -> predictivity ? beats.qrsPositivePredictivity() : beats.qrsSensitivity())
                .mapToDouble(share -> share.share().orElse(0))
                .toArray();
    }

    private static double lowestShare(List<NoiseCurve> curves) {
        double lowest = 0.9;
        for (NoiseCurve curve : curves) {
            for (boolean predictivity : new boolean[] {false, true}) {
                for (double share : shares(curve, predictivity)) {
                    lowest = Math.min(lowest, share);
                }
            }
        }
        return lowest;
    }
}
