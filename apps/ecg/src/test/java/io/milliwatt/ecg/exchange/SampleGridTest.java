package io.milliwatt.ecg.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.ecg.signal.Segment;
import io.milliwatt.ecg.signal.Trace;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleGridTest {

    private static final Instant FROM = Instant.parse("2026-11-28T22:31:07Z");

    @Test
    void segmentsFallOnTheirPlacesAndGapsAreMarked() {
        SampleGrid grid = grid(
                new Segment(FROM.plusMillis(20), 1, 0, 0, false, new short[] {1, 2}),
                new Segment(FROM.plusMillis(71), 1, 5, 0, false, new short[] {3}));
        assertThat(grid.counts()).containsExactly(0, 0, 1, 2, 0, 0, 0, 3, 0, 0);
        assertThat(grid.received().stream()).containsExactly(2, 3, 7);
    }

    @Test
    void samplesOutsideTheStretchAreLeftOut() {
        SampleGrid grid = grid(
                new Segment(FROM.minusMillis(20), 1, 0, 0, false, new short[] {1, 2, 3}),
                new Segment(FROM.plusMillis(90), 1, 5, 0, false, new short[] {4, 5, 6}),
                new Segment(FROM.minusSeconds(5), 1, 0, 0, false, new short[] {7}),
                new Segment(FROM.plusSeconds(5), 1, 0, 0, false, new short[] {8}));
        assertThat(grid.counts()).containsExactly(3, 0, 0, 0, 0, 0, 0, 0, 0, 4);
        assertThat(grid.received().cardinality()).isEqualTo(2);
    }

    @Test
    void aStretchWithoutLengthIsRefused() {
        assertThatThrownBy(() -> new MonitoringExtract(
                        "P-7F3K2QXA",
                        java.util.Optional.empty(),
                        FROM,
                        FROM,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        java.util.Optional.empty(),
                        io.milliwatt.ecg.vitals.VitalSigns.NONE,
                        java.util.Optional.empty()))
                .hasMessageContaining("is not after its begin");
    }

    @Test
    void leadsHaveTheStandardsCodes() {
        assertThat(EcgLead.II.potentialCode()).isEqualTo(131_330);
        assertThat(EcgLead.II.potentialName()).isEqualTo("MDC_ECG_ELEC_POTL_II");
        assertThat(EcgLead.UNSPECIFIED.potentialCode()).isEqualTo(131_328);
        assertThat(EcgLead.V1.potentialCode()).isEqualTo(131_331);
        assertThat(EcgLead.AVF.potentialCode()).isEqualTo(131_392);
        assertThat(EcgLead.fromLabel("avr")).hasValue(EcgLead.AVR);
        assertThat(EcgLead.fromLabel("")).isEmpty();
    }

    @Test
    void twoNodesOnOneLeadKeepNamesOfTheirOwn() {
        List<Trace> traces = List.of(
                new Trace(17, 0, "mV", 100, 0.005, List.of()),
                new Trace(18, 0, "mV", 100, 0.005, List.of()),
                new Trace(17, 1, "mV", 100, 0.005, List.of()));
        MonitoringExtract extract = Extracts.extract(List.of(EcgLead.II), traces, "1", "CCU");
        assertThat(traces.stream().map(extract::traceName)).containsExactly("ECG 17-0 II", "ECG 18-0 II", "ECG 17-1");
    }

    private static SampleGrid grid(Segment... segments) {
        return SampleGrid.of(new Trace(17, 0, "mV", 100, 0.005, List.of(segments)), FROM, FROM.plusMillis(100));
    }
}
