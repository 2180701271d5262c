package io.milliwatt.ec57.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.ecg.EscapeBeats;
import io.milliwatt.ec57.Record100s;
import io.milliwatt.ec57.beat.BeatComparison;
import org.junit.jupiter.api.Test;

class BeatTextTest {

    /** What WFDB's own suite expects: {@code bxb -r 100s -a atr ann -f 0}, checkpkg/expected/bxb.out, without the warning. */
    private static final String PUBLISHED = """
            Beat-by-beat comparison results for record 100s
            Reference annotator: atr
                 Test annotator: ann

                           Algorithm
                    n    v    f    q    o    x
               _______________________________
             N |   74    0    0    0    0    0
             V |    0    0    0    0    0    0
             F |    0    0    0    0    0    0
             Q |    0    0    0    0    0    0
             O |    0    0    0    0
             X |    0    0    0    0

                       QRS sensitivity: 100.00% (74/74)
             QRS positive predictivity: 100.00% (74/74)
                       VEB sensitivity:      -  (0/0)
             VEB positive predictivity:      -  (0/0)
               VEB false positive rate:  0.000% (0/74)


              Beats missed in shutdown:   0.00% (0/74)
                  N missed in shutdown:   0.00% (0/74)
                  V missed in shutdown:      -  (0/0)
                  F missed in shutdown:      -  (0/0)
                   Total shutdown time:     0 seconds
            """;

    @Test
    void saysOf100sWhatWfdbPublishes() {
        var figures = BeatComparison.of(Record100s.compared(), EscapeBeats.SUPRAVENTRICULAR);
        assertThat(BeatText.standard("100s", "atr", "ann", figures)).isEqualTo(PUBLISHED);
    }

    /** Formats as printed by bxb.c of WFDB 10.7; the premature beat is called normal here. */
    @Test
    void theTablesOfLinesHaveItsColumns() {
        var figures = BeatComparison.of(Record100s.compared(), EscapeBeats.SUPRAVENTRICULAR);
        assertThat(BeatText.line("100s", figures))
                .isEqualTo("100s    73   1   0   0   0   0   0   0   0   0   0   0    0   0   0   0   0   0   0"
                        + " 100.00 100.00      -      -   0.00      -   0.00\n");
        assertThat(BeatText.shutdownLine("100s", figures))
                .isEqualTo(
                        "100s    0    0    0    0    0     0.00   0.00   0.00      -      -    0 seconds 73 1 0 0 0\n");
        assertThat(BeatText.standardWithSupraventricular("100s", "atr", "ann", figures))
                .contains(
                        " N |   73    0    0    0    0    0    0\n S |    1    0    0    0    0    0    0\n",
                        "          SVEB sensitivity:   0.00% (0/1)\n",
                        "     RMS RR interval error:   0.00 ms\n",
                        "      S missed in shutdown:   0.00% (0/1)\n");
    }
}
