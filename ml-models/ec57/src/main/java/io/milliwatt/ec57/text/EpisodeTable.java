package io.milliwatt.ec57.text;

import io.milliwatt.ec57.Proportion;
import io.milliwatt.ec57.episode.EpisodeFigures;
import io.milliwatt.ec57.episode.Rhythm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of {@code epicmp -L} over several records, summed up by sumstats (epicmp.c and sumstats.c of WFDB 10.7). */
public final class EpisodeTable {
    private static final int RULE = 72;
    private static final int CLOCK_PLACES = 12;

    private EpisodeTable() {}

    /** A record's line. */
    public static String line(String record, EpisodeFigures figures) {
        return PrintedNumber.padded(record, 6)
                + counts(figures)
                + " "
                + RunText.column(figures.sensitivity())
                + RunText.column(figures.positivePredictivity())
                + RunText.column(figures.durationSensitivity())
                + RunText.column(figures.durationPositivePredictivity())
                + "  " + clockOrZero(millis(figures.durationSensitivity().of(), figures))
                + "   "
                + clockOrZero(millis(figures.durationPositivePredictivity().of(), figures)) + "\n";
    }

    /** Of one rhythm, named by its abbreviation. */
    public static String of(Rhythm rhythm, List<NamedFigures<EpisodeFigures>> lines) {
        EpisodeFigures gross =
                EpisodeFigures.total(lines.stream().map(NamedFigures::figures).toList());
        Durations durations = new Durations();
        StringBuilder out = new StringBuilder("(" + rhythm.abbreviation() + " detection)\n"
                + "Record  TPs   FN  TPp   FP  ESe E+P DSe D+P  Ref duration  Test duration \n");
        for (NamedFigures<EpisodeFigures> line : lines) {
            out.append(line(line.record(), line.figures()));
            durations.add(line.figures());
        }
        return out.append("_".repeat(RULE))
                .append("\nSum   ")
                .append(counts(gross))
                .append(" ".repeat(19))
                .append(clock(durations.reference))
                .append("   ")
                .append(clock(durations.test))
                .append("\nGross                      ")
                .append(Averages.whole(List.of(
                        gross.sensitivity(),
                        gross.positivePredictivity(),
                        new Proportion(Math.min(durations.overlap, durations.reference), durations.reference),
                        new Proportion(Math.min(durations.overlap, durations.test), durations.test))))
                .append("\nAverage                    ")
                .append(Averages.whole(Averages.meanPercent(lines, EpisodeFigures::sensitivity)))
                .append(Averages.whole(Averages.meanPercent(lines, EpisodeFigures::positivePredictivity)))
                .append(Averages.whole(Averages.meanPercent(durations.sensitivities)))
                .append(Averages.whole(Averages.meanPercent(durations.predictivities)))
                .append('\n')
                .append(Averages.records(lines.size()))
                .toString();
    }

    /**
     * What sumstats reads back out of the lines: whole milliseconds, and shares in whole per cent, from which it takes the overlap of the
     * longer side.
     */
    private static final class Durations {
        private final List<Double> sensitivities = new ArrayList<>();
        private final List<Double> predictivities = new ArrayList<>();
        private long reference;
        private long test;
        private long overlap;

        void add(EpisodeFigures figures) {
            long referenceMillis = millis(figures.durationSensitivity().of(), figures);
            long testMillis = millis(figures.durationPositivePredictivity().of(), figures);
            reference += referenceMillis;
            test += testMillis;
            if (referenceMillis > 0) {
                sensitivities.add(RunText.rounded(figures.durationSensitivity()) / 100.0);
            }
            if (testMillis > 0) {
                predictivities.add(RunText.rounded(figures.durationPositivePredictivity()) / 100.0);
            }
            if (referenceMillis > testMillis) {
                overlap = (long) (overlap + referenceMillis * sensitivities.getLast());
            } else if (testMillis > 0) {
                overlap = (long) (overlap + testMillis * predictivities.getLast());
            }
        }
    }

    private static String counts(EpisodeFigures figures) {
        Proportion sensitivity = figures.sensitivity();
        Proportion predictivity = figures.positivePredictivity();
        return PrintedNumber.counts(
                4,
                sensitivity.count(),
                sensitivity.of() - sensitivity.count(),
                predictivity.count(),
                predictivity.of() - predictivity.count());
    }

    private static long millis(long samples, EpisodeFigures figures) {
        return (long) (samples * 1000 / figures.sampleRateHz());
    }

    private static String clockOrZero(long millis) {
        return millis == 0 ? PrintedNumber.padded("0.000", CLOCK_PLACES) : clock(millis);
    }

    /** As the WFDB library's mstimstr writes a duration. */
    private static String clock(long millis) {
        long seconds = millis / 1000;
        long hours = seconds / 3600;
        String rest = String.format(Locale.ROOT, "%02d.%03d", seconds % 60, millis % 1000);
        String minutes = Long.toString(seconds / 60 % 60);
        return hours == 0
                ? PrintedNumber.padded(minutes + ":" + rest, CLOCK_PLACES)
                : PrintedNumber.padded(
                        hours + ":" + (minutes.length() < 2 ? "0" : "") + minutes + ":" + rest, CLOCK_PLACES);
    }
}
