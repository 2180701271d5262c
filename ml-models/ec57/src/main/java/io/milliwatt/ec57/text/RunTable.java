package io.milliwatt.ec57.text;

import io.milliwatt.ec57.Proportion;
import io.milliwatt.ec57.run.RunFigures;
import io.milliwatt.ec57.run.RunKind;
import java.util.List;
import java.util.function.Function;

/** The table of {@code rxr -L} over several records, summed up by sumstats (sumstats.c of WFDB 10.7). */
public final class RunTable {
    private static final String HEAD =
            "Record CTs CFN CTp CFP STs SFN STp SFP LTs LFN LTp LFP  CSe C+P SSe S+P LSe L+P\n";
    private static final int RULE = 77;

    private static final List<Function<RunFigures, Proportion>> SHARES = List.of(
            RunFigures::coupletSensitivity,
            RunFigures::coupletPositivePredictivity,
            RunFigures::shortRunSensitivity,
            RunFigures::shortRunPositivePredictivity,
            RunFigures::longRunSensitivity,
            RunFigures::longRunPositivePredictivity);

    private RunTable() {}

    /** Of one kind of runs. */
    public static String of(RunKind kind, List<NamedFigures<RunFigures>> lines) {
        RunFigures gross =
                RunFigures.total(lines.stream().map(NamedFigures::figures).toList());
        StringBuilder out = new StringBuilder(kind == RunKind.VENTRICULAR ? "" : "(SVE run detection)\n").append(HEAD);
        lines.forEach(line -> out.append(RunText.line(line.record(), line.figures())));
        out.append("_".repeat(RULE))
                .append("\nSum  ")
                .append(RunText.counts(4, gross))
                .append("\nGross")
                .append(" ".repeat(50))
                .append(Averages.whole(
                        SHARES.stream().map(share -> share.apply(gross)).toList()))
                .append("\nAverage")
                .append(" ".repeat(48));
        SHARES.forEach(share -> out.append(Averages.whole(Averages.meanPercent(lines, share))));
        return out.append("\nTotal couplets: ")
                .append(gross.coupletSensitivity().of())
                .append("  Total short runs: ")
                .append(gross.shortRunSensitivity().of())
                .append("  Total long runs: ")
                .append(gross.longRunSensitivity().of())
                .append('\n')
                .append(Averages.records(lines.size()))
                .toString();
    }
}
