package io.milliwatt.ec57.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.ecg.EscapeBeats;
import io.milliwatt.ec57.Record100s;
import io.milliwatt.ec57.run.RunComparison;
import io.milliwatt.ec57.run.RunKind;
import org.junit.jupiter.api.Test;

class RunTextTest {

    private static final String EMPTY_MATRIX = """
                           Algorithm Run Length
                      0    1    2    3    4    5   >5
                 ____________________________________
               0 |         0    0    0    0    0    0
               1 |    0    0    0    0    0    0    0
               2 |    0    0    0    0    0    0    0
               3 |    0    0    0    0    0    0    0
               4 |    0    0    0    0    0    0    0
               5 |    0    0    0    0    0    0    0
              >5 |    0    0    0    0    0    0    0
            """;

    /** What WFDB's own suite expects: {@code rxr -r 100s -a atr ann -f 0}, checkpkg/expected/rxr.out, without the warning. */
    private static final String PUBLISHED = """
            VE run-by-run comparison results for record 100s
            Reference annotator: atr
                 Test annotator: ann

            %s
                  (Run Sensitivity Summary Matrix)


            %s
             (Run Positive Predictivity Summary Matrix)

                        Couplet sensitivity:   -  (0/0)
              Couplet positive predictivity:   -  (0/0)
                      Short run sensitivity:   -  (0/0)
            Short run positive predictivity:   -  (0/0)
                       Long run sensitivity:   -  (0/0)
             Long run positive predictivity:   -  (0/0)

            """.formatted(EMPTY_MATRIX, EMPTY_MATRIX);

    @Test
    void saysOf100sWhatWfdbPublishes() {
        var figures = RunComparison.of(Record100s.compared(), RunKind.VENTRICULAR, EscapeBeats.SUPRAVENTRICULAR);
        assertThat(RunText.standard(RunKind.VENTRICULAR, "100s", "atr", "ann", figures))
                .isEqualTo(PUBLISHED);
    }

    /** The premature beat of 100s is a run of one, of which the detector knows nothing. */
    @Test
    void aSingleSupraventricularBeatIsARunOfOne() {
        var figures = RunComparison.of(Record100s.compared(), RunKind.SUPRAVENTRICULAR, EscapeBeats.SUPRAVENTRICULAR);
        assertThat(figures.sensitivity().count(1, 0)).isEqualTo(1);
        assertThat(RunText.line("100s", figures))
                .isEqualTo("100s   0   0   0   0   0   0   0   0   0   0   0   0    -   -   -   -   -   -\n");
    }
}
