package io.milliwatt.datasets.ecg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LeadSamplesTest {
    private static final int GAP = EcgLead.MISSING;

    /** 200 counts per millivolt are 5 µV a count: what a node's converter gives anyway. */
    @Test
    void countsThatFitStayWhatTheyAreAroundTheLeadsZero() {
        EcgLead lead = EcgLead.of("MLII", 360, new int[] {995, 1024, 2047, 0}, 200, 1024, "mV")
                .from(new EcgLead.ConverterRange(0, 2047));
        LeadSamples samples = LeadSamples.of(lead, 360);
        assertThat(samples.counts()).containsExactly((short) -29, (short) 0, (short) 1023, (short) -1024);
        assertThat(samples.nanoMillivoltPerCount()).isEqualTo(5_000_000);
        assertThat(samples.lowestRail()).isEqualTo(-1024);
        assertThat(samples.highestRail()).isEqualTo(1023);
        assertThat(samples.remarks()).isEmpty();
    }

    @Test
    void anInvertedConverterIsTurnedUprightWithItsRails() {
        EcgLead lead = EcgLead.of("MLII", 360, new int[] {-200, 100}, -200, 0, "mV")
                .from(new EcgLead.ConverterRange(-2048, 2047));
        LeadSamples samples = LeadSamples.of(lead, 360);
        assertThat(samples.counts()).containsExactly((short) 200, (short) -100);
        assertThat(samples.lowestRail()).isEqualTo(-2047);
        assertThat(samples.highestRail()).isEqualTo(2048);
    }

    /** 2.5 mV at 4,000,000 counts per millivolt need 24 bits; 16 bits hold them at 0.0763 µV a count. */
    @Test
    void wideSamplesAreScaledAndTheRemarkSaysSo() {
        LeadSamples samples =
                LeadSamples.of(EcgLead.of("II", 500, new int[] {10_000_000, -5_000_000}, 4e6, 0, "mV"), 500);
        for (int i = 0; i < 2; i++) {
            double millivolt = samples.counts()[i] * (samples.nanoMillivoltPerCount() / 1e9);
            assertThat(millivolt).isCloseTo(i == 0 ? 2.5 : -1.25, Offset.offset(1e-4));
        }
        assertThat(samples.lowestRail()).isEqualTo(Short.MIN_VALUE);
        assertThat(samples.highestRail()).isEqualTo(Short.MAX_VALUE);
        assertThat(samples.remarks()).hasSize(1).allMatch(remark -> remark.startsWith("The samples were scaled to "));
    }

    @Test
    void missingSamplesHoldTheLastValueAndTheRemarkCountsThem() {
        LeadSamples samples = LeadSamples.of(EcgLead.of("II", 360, new int[] {GAP, 7, GAP, GAP, 9}, 200, 0, "mV"), 360);
        assertThat(samples.counts()).containsExactly((short) 0, (short) 7, (short) 7, (short) 7, (short) 9);
        assertThat(samples.remarks())
                .containsExactly("3 of 5 samples were not recorded; the last value before them stands in their place.");
    }

    @Test
    void anotherRateIsBroughtToTheModels() {
        int[] second = new int[250];
        Arrays.setAll(second, i -> (int) Math.round(200 * Math.sin(2 * Math.PI * 5 * i / 250)));
        LeadSamples samples = LeadSamples.of(EcgLead.of("II", 250, second, 200, 0, "mV"), 360);
        assertThat(samples.counts()).hasSize(360);
        // A quarter of the fourth period, far from the ends.
        assertThat(samples.counts()[234]).isCloseTo((short) 200, Offset.offset((short) 2));
        assertThat(samples.remarks())
                .containsExactly("The signal was brought from 250.0 to the 360 Hz the model takes.");
    }

    @Test
    void whatIsNoEcgIsRefused() {
        assertThatThrownBy(() -> LeadSamples.of(EcgLead.of("ABP", 360, new int[1], 1, 0, "mmHg"), 360))
                .hasMessageContaining("Signal ABP is in mmHg, which is no voltage");
        assertThatThrownBy(() -> LeadSamples.of(EcgLead.of("II", 1001, new int[1], 200, 0, "mV"), 360))
                .hasMessageContaining("has 1001.0 samples per second; 100 to 1000 can be analysed");
        assertThatThrownBy(() -> LeadSamples.of(EcgLead.of("II", 360, new int[] {40_000}, 2e-5, 0, "mV"), 360))
                .hasMessageContaining("which is no ECG; check its gain and unit");
    }
}
