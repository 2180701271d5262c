package io.milliwatt.ec57.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.ecg.EscapeBeats;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.ec57.ComparedRecord;
import io.milliwatt.ec57.MitBihAnnotations;
import io.milliwatt.ec57.TestPeriod;
import io.milliwatt.ec57.beat.BeatComparison;
import io.milliwatt.ec57.beat.BeatFigures;
import io.milliwatt.ec57.beat.ConfusionMatrix;
import io.milliwatt.ec57.beat.ErrorSum;
import io.milliwatt.ec57.beat.Label;
import io.milliwatt.ec57.episode.EpisodeComparison;
import io.milliwatt.ec57.episode.Rhythm;
import io.milliwatt.ec57.run.RunComparison;
import io.milliwatt.ec57.run.RunKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {

    /**
     * The three last lines are what sumstats printed over bxb's counts of the MIT-BIH database for somebody's classifier, as found in a
     * public repository (its average line needs the records and is left out). Five figures of 100 000 counts, none of ours.
     */
    @Test
    void grossOfPublishedCountsIsWhatSumstatsPrinted() {
        BeatFigures figures = columns(
                new long[] {72_061, 1_109, 303, 367, 30},
                new long[] {2_435, 1_514, 248, 1, 3},
                new long[] {79, 106, 5_264, 251, 38},
                new long[] {120, 16, 85, 19});
        String table = BeatTables.beats(List.of(new NamedFigures<>("all", figures)));
        assertThat(table)
                .contains(
                        "\nSum  72061 1109 303 367  30 2435 1514 248   1   3  79 106 5264 251  38 120  16  85  19\n",
                        "\nGross" + " ".repeat(78) + "  99.71  99.92  89.22  95.94  55.15  36.05\n",
                        "\nTotal QRS complexes: 83978  Total VEBs: 5900  Total SVEBs: 2745\n");
    }

    /** Reference rows N, S, V, F and none, in columns n, s, v and none, as bxb's lines have them. */
    private static BeatFigures columns(long[] n, long[] s, long[] v, long[] none) {
        Label[] rows = {Label.N, Label.S, Label.V, Label.F, Label.O};
        List<List<Long>> counts = new ArrayList<>();
        for (int row = 0; row < Label.values().length; row++) {
            counts.add(new ArrayList<>(Collections.nCopies(Label.values().length, 0L)));
        }
        for (int row = 0; row < rows.length; row++) {
            List<Long> cells = counts.get(rows[row].ordinal());
            cells.set(Label.N.ordinal(), n[row]);
            cells.set(Label.S.ordinal(), s[row]);
            cells.set(Label.V.ordinal(), v[row]);
            cells.set(Label.O.ordinal(), row < none.length ? none[row] : 0);
        }
        ErrorSum noErrors = new ErrorSum(0, 0, 360);
        return new BeatFigures(new ConfusionMatrix(counts), noErrors, noErrors, 0);
    }

    /** The lines of the sum stand under those of the records; sumstats puts those of runs two places to the right. */
    @Test
    void sumsStandUnderTheirRecords() {
        ComparedRecord compared = MitBihAnnotations.withItself(207);
        BeatFigures beats = BeatComparison.of(compared, EscapeBeats.SUPRAVENTRICULAR);
        String[] beatLines =
                BeatTables.beats(List.of(new NamedFigures<>("207", beats))).split("\n");
        assertThat(beatLines[1])
                .startsWith(" 207  1376   0   0   0   0   0 107 ")
                .endsWith(" 100.00 100.00 100.00 100.00 100.00 100.00   0.00");
        assertThat(beatLines[4]).hasSize(beatLines[1].length() - 7);
        assertThat(beatLines[5]).hasSize(beatLines[1].length());
        assertThat(beatLines[2]).isEqualTo("_".repeat(132));
        String[] runLines = RunTable.of(
                        RunKind.VENTRICULAR,
                        List.of(new NamedFigures<>(
                                "207", RunComparison.of(compared, RunKind.VENTRICULAR, EscapeBeats.SUPRAVENTRICULAR))))
                .split("\n");
        assertThat(runLines[4]).hasSize(runLines[1].length() + 2).endsWith("   -   -   -   - 100 100");
        assertThat(runLines[5]).hasSize(runLines[1].length() + 2);
        String[] shutdownLines =
                BeatTables.shutdowns(List.of(new NamedFigures<>("207", beats))).split("\n");
        assertThat(shutdownLines[2]).contains("    0 seconds ");
        assertThat(shutdownLines[4]).endsWith("    0 seconds");
    }

    /** Lines as epicmp.c formats them; sums from their rounded shares, as sumstats.c takes them. */
    @Test
    void episodesAreListedWithTheirDurations() {
        List<Annotation> reference = List.of(Annotation.rhythm(3600, "(AFIB"), Annotation.rhythm(3_600_018, "(N"));
        List<Annotation> test = List.of(Annotation.rhythm(7200, "(AFIB"), Annotation.rhythm(90_000, "(N"));
        ComparedRecord compared = new ComparedRecord("x", 360, TestPeriod.wholeRecord(4_000_000), reference, test);
        String table = EpisodeTable.of(
                Rhythm.ATRIAL_FIBRILLATION,
                List.of(
                        new NamedFigures<>("x", EpisodeComparison.of(compared, Rhythm.ATRIAL_FIBRILLATION)),
                        new NamedFigures<>("y", EpisodeComparison.of(compared.swapped(), Rhythm.ATRIAL_FIBRILLATION)),
                        new NamedFigures<>(
                                "z",
                                EpisodeComparison.of(
                                        new ComparedRecord("z", 360, compared.period(), List.of(), List.of()),
                                        Rhythm.ATRIAL_FIBRILLATION))));
        assertThat(table).isEqualTo("""
                        (AF detection)
                        Record  TPs   FN  TPp   FP  ESe E+P DSe D+P  Ref duration  Test duration\s
                             x    1    0    1    0  100 100   2 100   2:46:30.050       3:50.000
                             y    1    0    1    0  100 100 100   2      3:50.000    2:46:30.050
                             z    0    0    0    0    -   -   -   -         0.000          0.000
                        ________________________________________________________________________
                        Sum       2    0    2    0                    2:50:20.050    2:50:20.050
                        Gross                       100 100   4   4
                        Average                     100 100  51  51

                        Summary of results from 3 records
                        """);
    }
}
