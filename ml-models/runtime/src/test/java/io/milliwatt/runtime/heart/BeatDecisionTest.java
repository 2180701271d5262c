package io.milliwatt.runtime.heart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.runtime.decision.BeatRule;
import io.milliwatt.runtime.decision.Decision;
import io.milliwatt.runtime.decision.VerdictRule;
import io.milliwatt.runtime.decision.Voting;
import io.milliwatt.runtime.model.ProbabilityScale;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeatDecisionTest {

    private static final BeatRule RULE =
            new BeatRule(new BeatRule.Inputs(0, 1, 2, 3, 4, 5), 10, 20, 30, 15, 25, 22, 12, 120, 128, 192, 8);

    private final BeatDecision decision = new BeatDecision(RULE, ProbabilityScale.ofScoreUnitsPerNat(16));

    private BeatJudgement decide(int[] margins, int... features) {
        return decision.decide(shorts(margins), shorts(features), false);
    }

    private BeatJudgement decideInFibrillation(int[] margins, int... features) {
        return decision.decide(shorts(margins), shorts(features), true);
    }

    private static short[] shorts(int... values) {
        short[] shorts = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            shorts[i] = (short) values[i];
        }
        return shorts;
    }

    private static int[] margins(int ventricular, int supraventricular, int majority) {
        return new int[] {ventricular, supraventricular, majority};
    }

    @Test
    void theVentricularMarginComesFirst() {
        assertThat(decide(margins(11, 90, 90), 0, 0, 800, 1, 0, 0).beatClass()).isEqualTo(BeatJudgement.VENTRICULAR);
        assertThat(decide(margins(10, 16, 0), 0, 0, 800, 1, 1, 0).beatClass())
                .isEqualTo(BeatJudgement.SUPRAVENTRICULAR);
        assertThat(decide(margins(10, 15, 25), 0, 0, 400, -1, 2, 0).beatClass()).isEqualTo(BeatJudgement.NORMAL);
    }

    @Test
    void fibrillationAsksMoreOfAVentricularBeat() {
        assertThat(decide(margins(30, 0, 0), 23, 0, 800, -1, 0, 0).beatClass()).isEqualTo(BeatJudgement.NORMAL);
        assertThat(decide(margins(31, 0, 0), 23, 0, 800, -1, 0, 0).beatClass()).isEqualTo(BeatJudgement.VENTRICULAR);
    }

    /** Early and of another shape: it takes 30 less to be ventricular. */
    @Test
    void anEarlyBeatOfAnotherShapeIsVentricularSooner() {
        assertThat(decide(margins(-19, 16, 0), 0, 0, 800, -1, 0, 0).beatClass()).isEqualTo(BeatJudgement.VENTRICULAR);
        assertThat(decide(margins(-20, 16, 0), 0, 0, 500, -1, 1, 0).beatClass())
                .isEqualTo(BeatJudgement.SUPRAVENTRICULAR);
        assertThat(decide(margins(-19, 16, 0), 0, 0, 300, 1, 2, 0).beatClass())
                .isEqualTo(BeatJudgement.SUPRAVENTRICULAR);
        assertThat(decide(margins(-19, 15, 0), 0, 0, 200, -1, 3, 0).beatClass()).isEqualTo(BeatJudgement.NORMAL);
    }

    /** Alternation makes the first score high as well, fibrillation both; each sign asks for 12 more. */
    @Test
    void eachSignOfFibrillationAsksMoreOfASupraventricularBeat() {
        assertThat(decide(margins(-50, 16, -50), 23, 22, 800, 1, 0, 0).beatClass())
                .isEqualTo(BeatJudgement.SUPRAVENTRICULAR);
        assertThat(decide(margins(-50, 27, -50), 23, 23, 800, 1, 0, 0).beatClass())
                .isEqualTo(BeatJudgement.NORMAL);
        assertThat(decide(margins(-50, 28, -50), 23, 23, 800, 1, 0, 0).beatClass())
                .isEqualTo(BeatJudgement.SUPRAVENTRICULAR);
        assertThat(decideInFibrillation(margins(-50, 27, -50), 0, 0, 800, 1, 0, 0)
                        .beatClass())
                .isEqualTo(BeatJudgement.NORMAL);
        assertThat(decideInFibrillation(margins(-50, 28, -50), 23, 23, 800, 1, 0, 0)
                        .beatClass())
                .isEqualTo(BeatJudgement.NORMAL);
    }

    @Test
    void aShapeRemembersWhatItsBeatsWere() {
        decide(margins(60, 0, 0), 0, 0, 800, -1, 3, 0);
        assertThat(decide(margins(-10, 0, 0), 0, 0, 800, 0, 3, 0).beatClass()).isEqualTo(BeatJudgement.NORMAL);
        // (−10 + mean 25) / 2 = 7; the next: mean 25 + (8 − 25) / 3 = 19.33, (8 + 19.33) / 2 = 13.
        assertThat(decide(margins(8, 0, 0), 0, 0, 800, 0, 3, 0).beatClass()).isEqualTo(BeatJudgement.VENTRICULAR);
        // Another shape with that number forgets it.
        assertThat(decide(margins(8, 0, 0), 0, 0, 800, -1, 3, 0).beatClass()).isEqualTo(BeatJudgement.NORMAL);
    }

    @Test
    void theMajorityMarginIsCarriedByBeatsAfterAlikeIntervals() {
        decide(margins(-50, 0, 60), 0, 0, 500, 1, 0, 0);
        decide(margins(-50, 0, 60), 0, 0, 520, 1, 0, 0);
        assertThat(decide(margins(-50, 0, 0), 0, 0, 510, 1, 0, 0).beatClass())
                .isEqualTo(BeatJudgement.SUPRAVENTRICULAR);
        assertThat(decide(margins(-50, 0, 0), 0, 0, 800, 1, 0, 0).beatClass()).isEqualTo(BeatJudgement.NORMAL);
        assertThat(decide(margins(-50, 0, 0), 0, 0, 510, 0, 0, 0).beatClass()).isEqualTo(BeatJudgement.NORMAL);
    }

    @Test
    void inTooMuchNoiseNothingIsTold() {
        assertThat(decide(margins(90, 90, 90), 0, 0, 800, 1, 0, 121)).isEqualTo(new BeatJudgement(5, 0, true));
        assertThat(decide(margins(-90, -90, -90), 0, 0, 800, 1, 0, 120).abstained())
                .isFalse();
    }

    @Test
    void confidenceGrowsWithTheDistanceFromTheNearestOtherClass() {
        int near = decide(margins(9, -90, -90), 0, 0, 800, 1, 0, 0).confidence();
        int far = decide(margins(-90, -90, -90), 0, 0, 900, -1, 0, 0).confidence();
        assertThat(near).isBetween(128, 140);
        assertThat(far).isGreaterThan(250);
    }

    @Test
    void theRuleIsReadBackFromItsBytes() {
        Decision beats = new Decision(new VerdictRule.Beats(RULE), new Voting(1, 1, 0), 0, 0, List.of(0, 0, 0, 0, 0));
        byte[] bytes = beats.encode();
        assertThat(bytes).hasSize(44);
        assertThat(Decision.decode(bytes)).isEqualTo(beats);
        bytes[43] = 1;
        assertThatThrownBy(() -> Decision.decode(bytes)).hasMessageContaining("reserved");
    }

    @Test
    void aBundleOfBeatsJudgesNoWindow() {
        assertThatThrownBy(() -> new VerdictRule.Beats(RULE).judge(0, 0, 0, new int[0]))
                .hasMessageContaining("judges beats");
    }

    @Test
    void aRuleOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new BeatRule.Inputs(64, 0, 0, 0, 0, 0)).hasMessageContaining("64");
        assertThatThrownBy(() -> new BeatRule(RULE.inputs(), 20_000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
                .hasMessageContaining("20000");
    }
}
