package io.milliwatt.ec57.beat;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.catalogue.MitBihRecord;
import io.milliwatt.datasets.ecg.EscapeBeats;
import io.milliwatt.ec57.MitBihAnnotations;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against what WFDB's bxb 10.7 and de Chazal, O'Dwyer and Reilly (2004) count in the 48 records. */
class MitBihTotalsTest {

    /** {@code bxb -r RECORD -a atr atr -L …} for each record, then {@code sumstats}. */
    @Test
    void theReferenceComparedWithItselfIsPerfectAndHasBxbsTotals() {
        BeatFigures gross = gross(MitBihAnnotations.all(), EscapeBeats.SUPRAVENTRICULAR);
        assertThat(gross.qrsSensitivity().count()).isEqualTo(91_285);
        assertThat(gross.ventricularSensitivity().of()).isEqualTo(6_101);
        assertThat(gross.supraventricularSensitivity().of()).isEqualTo(2_745);
        assertThat(gross.qrsSensitivity().percent()).hasValue(100);
        assertThat(gross.qrsPositivePredictivity().percent()).hasValue(100);
        assertThat(gross.ventricularPositivePredictivity().percent()).hasValue(100);
        assertThat(gross.supraventricularPositivePredictivity().percent()).hasValue(100);
        assertThat(gross.accuracy().percent()).hasValue(100);
        assertThat(gross.intervalErrors().rootMeanSquareMillis()).hasValue(0);
    }

    @Test
    void theTwoSetsOfPatientsHaveTheirClasses() {
        assertThat(classes(MitBihRecord.Part.DS1)).containsExactly(38_012L, 894L, 3_214L, 335L, 8L);
        assertThat(classes(MitBihRecord.Part.DS2)).containsExactly(36_926L, 1_608L, 2_686L, 288L, 7L);
    }

    private static List<Long> classes(MitBihRecord.Part part) {
        ConfusionMatrix matrix =
                gross(MitBihAnnotations.of(part), EscapeBeats.NORMAL).matrix();
        return List.of(Label.N, Label.S, Label.V, Label.F, Label.Q).stream()
                .map(label -> matrix.count(label, label))
                .toList();
    }

    private static BeatFigures gross(List<Integer> records, EscapeBeats convention) {
        return BeatFigures.total(records.stream()
                .map(record -> BeatComparison.of(MitBihAnnotations.withItself(record), convention))
                .toList());
    }
}
