package io.milliwatt.ec57.text;

import io.milliwatt.ec57.Proportion;
import io.milliwatt.ec57.beat.BeatFigures;
import io.milliwatt.ec57.beat.ConfusionMatrix;
import java.util.List;

/** A record's beat-by-beat comparison as bxb prints it. The figures must be under WFDB's convention for escape beats. */
public final class BeatText {
    private static final String BEATS = "NSVFQ";
    private static final String ALL = "NSVFQOX";
    private static final List<String> ROWS = List.of("N", "S", "V", "F", "Q", "O", "X");
    private static final List<String> ROWS_WITHOUT_S = List.of("NS", "V", "F", "Q", "O", "X");

    private BeatText() {}

    /** As {@code bxb} alone prints it, or {@code bxb -s}: supraventricular beats are counted with the normal ones. */
    public static String standard(String record, String reference, String test, BeatFigures figures) {
        return head(record, reference, test)
                + "               Algorithm\n        n    v    f    q    o    x\n   _______________________________\n"
                + matrix(figures.matrix(), ROWS_WITHOUT_S)
                + '\n'
                + shares(figures)
                + share("   VEB false positive rate", 3, figures.ventricularFalsePositiveRate())
                + '\n'
                + shutdown(figures, ROWS_WITHOUT_S);
    }

    /** As {@code bxb -S} prints it. */
    public static String standardWithSupraventricular(
            String record, String reference, String test, BeatFigures figures) {
        return head(record, reference, test)
                + "               Algorithm\n        n    s    v    f    q    o    x\n   ____________________________________\n"
                + matrix(figures.matrix(), ROWS)
                + '\n'
                + shares(figures)
                + share("          SVEB sensitivity", 2, figures.supraventricularSensitivity())
                + share("SVEB positive predictivity", 2, figures.supraventricularPositivePredictivity())
                + "     RMS RR interval error: "
                + PrintedNumber.fixedOrHyphen(figures.intervalErrors().rootMeanSquareMillis(), 6, 2)
                + (figures.intervalErrors().number() > 0 ? " ms\n" : "\n")
                + shutdown(figures, ROWS);
    }

    /** The record's line in the table of {@code bxb -L}. */
    public static String line(String record, BeatFigures figures) {
        return PrintedNumber.padded(record, 4)
                + PrintedNumber.counts(5, figures.matrix().sum("N", "NFQ"))
                + counts(figures.matrix())
                + column(figures.qrsSensitivity())
                + column(figures.qrsPositivePredictivity())
                + column(figures.ventricularSensitivity())
                + column(figures.ventricularPositivePredictivity())
                + column(figures.supraventricularSensitivity())
                + column(figures.supraventricularPositivePredictivity())
                + (figures.intervalErrors().number() > 0 ? " " : "")
                + PrintedNumber.fixedOrHyphen(figures.intervalErrors().rootMeanSquareMillis(), 6, 2)
                + "\n";
    }

    /** All columns of counts but the first. */
    static String counts(ConfusionMatrix matrix) {
        return PrintedNumber.counts(
                        3,
                        matrix.sum("S", "NFQ"),
                        matrix.sum("V", "NFQ"),
                        matrix.sum("FQ", "NFQ"),
                        matrix.sum("OX", "NFQ"),
                        matrix.sum("N", "S"),
                        matrix.sum("S", "S"),
                        matrix.sum("V", "S"),
                        matrix.sum("FQ", "S"),
                        matrix.sum("OX", "S"),
                        matrix.sum("N", "V"),
                        matrix.sum("S", "V"))
                + PrintedNumber.counts(4, matrix.sum("V", "V"))
                + PrintedNumber.counts(
                        3,
                        matrix.sum("FQ", "V"),
                        matrix.sum("OX", "V"),
                        matrix.sum("N", "OX"),
                        matrix.sum("S", "OX"),
                        matrix.sum("V", "OX"),
                        matrix.sum("FQ", "OX"));
    }

    /** The record's line in the second table of {@code bxb -L}, that of shutdowns. */
    public static String shutdownLine(String record, BeatFigures figures) {
        ConfusionMatrix matrix = figures.matrix();
        StringBuilder out = new StringBuilder(PrintedNumber.padded(record, 4));
        for (char row : BEATS.toCharArray()) {
            out.append(PrintedNumber.counts(4, matrix.sum(String.valueOf(row), "X")));
        }
        out.append("  ").append(column(new Proportion(matrix.sum("NVFQ", "X"), matrix.sum(BEATS, ALL))));
        for (String row : List.of("N", "S", "V", "F")) {
            out.append(column(new Proportion(matrix.sum(row, "X"), matrix.sum(row, ALL))));
        }
        out.append(PrintedNumber.padded(Long.toString(figures.shutdownSeconds()), 5))
                .append(" seconds");
        for (char row : BEATS.toCharArray()) {
            out.append(' ').append(matrix.sum(String.valueOf(row), ALL));
        }
        return out.append('\n').toString();
    }

    private static String head(String record, String reference, String test) {
        return "Beat-by-beat comparison results for record " + record + "\nReference annotator: " + reference
                + "\n     Test annotator: " + test + "\n\n";
    }

    private static String shares(BeatFigures figures) {
        return share("           QRS sensitivity", 2, figures.qrsSensitivity())
                + share(" QRS positive predictivity", 2, figures.qrsPositivePredictivity())
                + share("           VEB sensitivity", 2, figures.ventricularSensitivity())
                + share(" VEB positive predictivity", 2, figures.ventricularPositivePredictivity());
    }

    /** What has no beat on either side has no cell. */
    private static String matrix(ConfusionMatrix matrix, List<String> rows) {
        StringBuilder out = new StringBuilder();
        for (String row : rows) {
            int columns = "OX".contains(row) ? rows.size() - 2 : rows.size();
            out.append(' ').append(row.charAt(0)).append(" |");
            rows.subList(0, columns).forEach(column -> out.append(PrintedNumber.counts(4, matrix.sum(row, column))));
            out.append('\n');
        }
        return out.toString();
    }

    /** Where bxb tells class S apart, it leaves it out of the first of these counts. */
    private static String shutdown(BeatFigures figures, List<String> rows) {
        ConfusionMatrix matrix = figures.matrix();
        String counted = rows.contains("S") ? "NVFQ" : BEATS;
        StringBuilder out = new StringBuilder(share(
                "\n  Beats missed in shutdown", 2, new Proportion(matrix.sum(counted, "X"), matrix.sum(BEATS, ALL))));
        for (String row : rows.subList(0, rows.indexOf("Q"))) {
            out.append(share(
                    "      " + row.charAt(0) + " missed in shutdown",
                    2,
                    new Proportion(matrix.sum(row, "X"), matrix.sum(row, ALL))));
        }
        return out.append("       Total shutdown time: ")
                .append(PrintedNumber.padded(Long.toString(figures.shutdownSeconds()), 5))
                .append(" seconds\n")
                .toString();
    }

    private static String share(String name, int decimals, Proportion share) {
        String percent = share.of() == 0 ? "     - " : PrintedNumber.fixedOrHyphen(share.percent(), 6, decimals) + "%";
        return name + ": " + percent + " (" + share.count() + "/" + share.of() + ")\n";
    }

    private static String column(Proportion share) {
        return " " + PrintedNumber.fixedOrHyphen(share.percent(), 6, 2);
    }
}
