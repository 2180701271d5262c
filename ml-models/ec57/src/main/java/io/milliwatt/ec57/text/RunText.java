package io.milliwatt.ec57.text;

import io.milliwatt.ec57.Proportion;
import io.milliwatt.ec57.run.RunFigures;
import io.milliwatt.ec57.run.RunKind;
import io.milliwatt.ec57.run.RunMatrix;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A record's run-by-run comparison as rxr prints it. The figures must be under WFDB's convention for escape beats. */
public final class RunText {
    private static final String MATRIX_HEAD = "               Algorithm Run Length\n"
            + "          0    1    2    3    4    5   >5\n     ____________________________________\n";

    private RunText() {}

    /** As {@code rxr} alone prints it for ventricular runs, or {@code rxr -S} for both kinds. */
    public static String standard(RunKind kind, String record, String reference, String test, RunFigures figures) {
        return (kind == RunKind.VENTRICULAR ? "VE" : "SVE") + " run-by-run comparison results for record " + record
                + "\nReference annotator: " + reference + "\n     Test annotator: " + test + "\n\n"
                + MATRIX_HEAD
                + matrix(figures.sensitivity())
                + "\n      (Run Sensitivity Summary Matrix)\n\n\n"
                + MATRIX_HEAD
                + matrix(figures.positivePredictivity())
                + "\n (Run Positive Predictivity Summary Matrix)\n\n"
                + share("            Couplet sensitivity", figures.coupletSensitivity())
                + share("  Couplet positive predictivity", figures.coupletPositivePredictivity())
                + share("          Short run sensitivity", figures.shortRunSensitivity())
                + share("Short run positive predictivity", figures.shortRunPositivePredictivity())
                + share("           Long run sensitivity", figures.longRunSensitivity())
                + share(" Long run positive predictivity", figures.longRunPositivePredictivity())
                + "\n";
    }

    /** The record's line in the tables of {@code rxr -L}. */
    public static String line(String record, RunFigures figures) {
        return PrintedNumber.padded(record, 4)
                + counts(3, figures)
                + " "
                + shares(figures).stream().map(RunText::column).collect(Collectors.joining())
                + "\n";
    }

    /** Found and missed, found and invented, of couplets, short and long runs. */
    static String counts(int firstWidth, RunFigures figures) {
        List<Proportion> shares = shares(figures);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < shares.size(); i++) {
            Proportion share = shares.get(i);
            out.append(PrintedNumber.counts(i == 0 ? firstWidth : 3, share.count()))
                    .append(PrintedNumber.counts(3, share.of() - share.count()));
        }
        return out.toString();
    }

    /** In the order of the table's columns. */
    static List<Proportion> shares(RunFigures figures) {
        return List.of(
                figures.coupletSensitivity(),
                figures.coupletPositivePredictivity(),
                figures.shortRunSensitivity(),
                figures.shortRunPositivePredictivity(),
                figures.longRunSensitivity(),
                figures.longRunPositivePredictivity());
    }

    private static String matrix(RunMatrix matrix) {
        return IntStream.rangeClosed(0, RunMatrix.LONGEST)
                .mapToObj(reference -> row(matrix, reference))
                .collect(Collectors.joining());
    }

    /** No run on either side has no cell. */
    private static String row(RunMatrix matrix, int reference) {
        String name = reference == RunMatrix.LONGEST ? ">5" : Integer.toString(reference);
        String cells = IntStream.rangeClosed(reference == 0 ? 1 : 0, RunMatrix.LONGEST)
                .mapToObj(test -> PrintedNumber.counts(4, matrix.count(reference, test)))
                .collect(Collectors.joining());
        return PrintedNumber.padded(name, 4) + " |" + (reference == 0 ? "     " : "") + cells + "\n";
    }

    private static String share(String name, Proportion share) {
        String percent = share.of() == 0 ? "   - " : " " + PrintedNumber.padded(Long.toString(rounded(share)), 3) + "%";
        return name + ":" + percent + " (" + share.count() + "/" + share.of() + ")\n";
    }

    static String column(Proportion share) {
        return share.of() == 0 ? "   -" : " " + PrintedNumber.padded(Long.toString(rounded(share)), 3);
    }

    /** To whole per cent, halves upwards. */
    static long rounded(Proportion share) {
        return (long) (100.0 * share.count() / share.of() + 0.5);
    }
}
