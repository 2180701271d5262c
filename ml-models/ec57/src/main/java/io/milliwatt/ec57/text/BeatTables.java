package io.milliwatt.ec57.text;

import io.milliwatt.ec57.Proportion;
import io.milliwatt.ec57.beat.BeatFigures;
import io.milliwatt.ec57.beat.ConfusionMatrix;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The two tables of {@code bxb -L} over several records, summed up by sumstats (sumstats.c of WFDB 10.7). */
public final class BeatTables {
    private static final String HEAD =
            "Record Nn' Sn' Vn' Fn' On'  Ns  Ss  Vs  Fs' Os' Nv  Sv   Vv  Fv' Ov' No' So' Vo' Fo'"
                    + "  Q Se   Q +P   V Se   V +P   S Se   S +P RR err\n";
    private static final String SHUTDOWN_HEAD =
            "Record Nx   Sx   Vx   Fx   Qx  % beats  % N    % S    % V    % F   Total Shutdown\n"
                    + "                                missed missed missed missed missed      Time\n";
    private static final int RULE = 132;
    private static final int SHUTDOWN_RULE = 72;

    /** The shares as sumstats takes them from the columns: a fusion beat called S is no false S here, unlike in bxb's own line. */
    private static final List<Function<BeatFigures, Proportion>> SHARES = List.of(
            BeatFigures::qrsSensitivity,
            BeatFigures::qrsPositivePredictivity,
            BeatFigures::ventricularSensitivity,
            BeatFigures::ventricularPositivePredictivity,
            BeatFigures::supraventricularSensitivity,
            figures -> new Proportion(
                    figures.matrix().sum("S", "S"), figures.matrix().sum("NSVOX", "S")));

    private BeatTables() {}

    /** Every record's counts and shares, their sum, the gross and the average. */
    public static String beats(List<NamedFigures<BeatFigures>> lines) {
        BeatFigures gross = gross(lines);
        ConfusionMatrix matrix = gross.matrix();
        StringBuilder out = new StringBuilder(HEAD);
        lines.forEach(line -> out.append(BeatText.line(line.record(), line.figures())));
        out.append("_".repeat(RULE))
                .append("\nSum")
                .append(PrintedNumber.counts(6, matrix.sum("N", "NFQ")))
                .append(BeatText.counts(matrix))
                .append("\nGross")
                .append(" ".repeat(78))
                .append(Averages.beats(
                        SHARES.stream().map(share -> share.apply(gross)).toList()))
                .append("\nAverage")
                .append(" ".repeat(76));
        SHARES.forEach(
                share -> out.append(' ').append(PrintedNumber.fixedOrHyphen(Averages.meanPercent(lines, share), 6, 2)));
        return out.append(' ')
                .append(PrintedNumber.fixedOrHyphen(meanIntervalError(lines), 6, 2))
                .append("\nTotal QRS complexes: ")
                .append(gross.qrsSensitivity().of())
                .append("  Total VEBs: ")
                .append(gross.ventricularSensitivity().of())
                .append("  Total SVEBs: ")
                .append(gross.supraventricularSensitivity().of())
                .append('\n')
                .append(Averages.records(lines.size()))
                .toString();
    }

    /** Beats missed while the analysis called the signal unreadable, and for how long it did. */
    public static String shutdowns(List<NamedFigures<BeatFigures>> lines) {
        BeatFigures gross = gross(lines);
        ConfusionMatrix matrix = gross.matrix();
        StringBuilder out = new StringBuilder(SHUTDOWN_HEAD);
        lines.forEach(line -> out.append(BeatText.shutdownLine(line.record(), line.figures())));
        return out.append("_".repeat(SHUTDOWN_RULE))
                .append("\nSum ")
                .append(PrintedNumber.counts(
                        4,
                        matrix.sum("N", "X"),
                        matrix.sum("S", "X"),
                        matrix.sum("V", "X"),
                        matrix.sum("F", "X"),
                        matrix.sum("Q", "X")))
                .append(" ".repeat(38))
                .append(PrintedNumber.padded(Long.toString(gross.shutdownSeconds()), 4))
                .append(" seconds\n")
                .append(Averages.records(lines.size()))
                .toString();
    }

    private static BeatFigures gross(List<NamedFigures<BeatFigures>> lines) {
        return BeatFigures.total(lines.stream().map(NamedFigures::figures).toList());
    }

    /** Of the errors as they stand in the lines, with two decimals. */
    private static OptionalDouble meanIntervalError(List<NamedFigures<BeatFigures>> lines) {
        List<Double> errors = lines.stream()
                .map(line -> line.figures().intervalErrors().rootMeanSquareMillis())
                .filter(OptionalDouble::isPresent)
                .map(error -> new BigDecimal(error.getAsDouble())
                        .setScale(2, RoundingMode.HALF_EVEN)
                        .doubleValue())
                .toList();
        if (errors.isEmpty()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (double error : errors) {
            sum += error;
        }
        return OptionalDouble.of(100.0 * (sum / 100.0) / errors.size());
    }
}
