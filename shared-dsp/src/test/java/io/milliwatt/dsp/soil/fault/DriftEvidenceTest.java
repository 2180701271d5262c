package io.milliwatt.dsp.soil.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DriftEvidenceTest {

    @Test
    void theMeanOfTenDaysIsTold() {
        DriftEvidence evidence = evidence(20, 2);
        assertThat(evidence.probability(19)).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-12));
    }

    /** One day's doubt, as after a storm, neither ends a drift nor makes one. */
    @Test
    void oneDayCountsATenth() {
        DriftEvidence evidence = evidence(20, 2);
        evidence.add(15, -8);
        assertThat(evidence.probability(15)).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-12));
        assertThat(evidence.probability(19)).isEqualTo(evidence.probability(15));
    }

    /** What lies before the ten days is over. */
    @Test
    void anElderDayDoesNotCount() {
        DriftEvidence evidence = evidence(20, 2);
        evidence.add(9, 50);
        assertThat(evidence.probability(19)).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-12));
        assertThat(DriftEvidence.first(19)).isEqualTo(10);
        assertThat(DriftEvidence.first(3)).isZero();
    }

    @Test
    void moreThanHalfOfTheDaysMustBeKnown() {
        DriftEvidence evidence = new DriftEvidence(10);
        for (int day = 5; day < 9; day++) {
            evidence.add(day, 3);
        }
        evidence.add(9, 3);
        assertThat(evidence.probability(9)).isNaN();
        evidence.add(4, 3);
        assertThat(evidence.probability(9)).isGreaterThan(0.9);
    }

    private static DriftEvidence evidence(int days, double said) {
        DriftEvidence evidence = new DriftEvidence(days);
        for (int day = 0; day < days; day++) {
            evidence.add(day, said);
        }
        return evidence;
    }
}
