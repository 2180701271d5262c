package io.milliwatt.runtime.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.runtime.decision.EventVotes.Event;
import io.milliwatt.runtime.decision.VerdictRule.RaceLines;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final int FLOOR = 100;
    private static final RaceLines LINES =
            new RaceLines(new Evidence(0, 460), new Evidence(1, 460), new Evidence(2, 200), new Evidence(3, 1000));

    private static int verdict(int label, int probability, int... values) {
        return LINES.judge(label, probability, FLOOR, values).verdict();
    }

    @Test
    void aRaceIsNamedOnlyWhenLineAndModelAgree() {
        assertThat(verdict(2, 200, 460, 0, 0, 0)).isEqualTo(2);
        assertThat(verdict(3, 200, 0, 500, 0, 0)).isEqualTo(3);
        assertThat(verdict(2, 200, 459, 900, 0, 0)).isZero();
        assertThat(verdict(2, 99, 900, 0, 0, 0)).isZero();
        assertThat(verdict(4, 200, 900, 900, 900, 0)).isZero();
    }

    @Test
    void anAnomalyWithoutARaceLineIsDamageNotIdentified() {
        assertThat(verdict(3, 200, 0, 0, 0, 1000)).isEqualTo(1);
        assertThat(verdict(4, 255, 0, 0, 199, 5000)).isEqualTo(1);
        assertThat(verdict(4, 255, 0, 0, 200, 5000)).isEqualTo(4);
    }

    @Test
    void aMachineLikeItsBaselineIsNeverCalledABallFault() {
        assertThat(verdict(4, 255, 400, 400, 10_000, 999)).isZero();
    }

    @Test
    void probabilityFollowsTheAnomalyWhereNoClassIsNamed() {
        assertThat(LINES.judge(4, 90, FLOOR, new int[] {0, 0, 0, 1500})).isEqualTo(new Judgement(1, 192, 192));
        assertThat(LINES.judge(4, 90, FLOOR, new int[] {0, 0, 0, Integer.MAX_VALUE})
                        .probability())
                .isEqualTo(255);
        assertThat(LINES.judge(4, 90, FLOOR, new int[] {0, 0, 0, -5})).isEqualTo(new Judgement(0, 255, 0));
        assertThat(LINES.judge(4, 90, FLOOR, new int[] {0, 0, 0, 999})).isEqualTo(new Judgement(0, 128, 127));
    }

    @Test
    void absentEvidenceIsNeverReached() {
        RaceLines blind = new RaceLines(Evidence.absent(), Evidence.absent(), Evidence.absent(), Evidence.absent());
        assertThat(blind.judge(2, 255, 0, new int[0])).isEqualTo(new Judgement(0, 255, 0));
    }

    private static Optional<Event> count(EventVotes votes, int... verdicts) {
        Optional<Event> last = Optional.empty();
        for (int verdict : verdicts) {
            last = votes.count(new Judgement(verdict, 200, 150));
        }
        return last;
    }

    @Test
    void threeOfFourWindowsRaiseAnEventAndOneOfFourClearsIt() {
        EventVotes votes = new EventVotes(new Voting(3, 4, 1));
        assertThat(count(votes, 2, 2)).isEmpty();
        assertThat(count(votes, 0)).isEmpty();
        assertThat(count(votes, 2)).contains(new Event(2, 200, true));
        assertThat(count(votes, 0)).isEmpty();
        assertThat(count(votes, 0)).contains(new Event(2, 0, false));
        assertThat(count(votes, 0, 0, 0, 0)).isEmpty();
    }

    @Test
    void windowsThatDisagreeOnTheElementRaiseDamageNotIdentified() {
        EventVotes votes = new EventVotes(new Voting(3, 4, 0));
        assertThat(count(votes, 2, 3)).isEmpty();
        assertThat(count(votes, 2)).contains(new Event(1, 150, true));
        assertThat(count(votes, 2)).contains(new Event(2, 200, true));
    }

    @Test
    void aNamedElementIsKeptWhileSomeWindowsStillNameIt() {
        EventVotes votes = new EventVotes(new Voting(3, 4, 1));
        count(votes, 2, 2, 2, 2);
        assertThat(count(votes, 1, 1)).isEmpty();
        assertThat(count(votes, 1)).contains(new Event(1, 200, true));
    }

    @Test
    void theSectionSurvivesEncoding() {
        Decision decision = new Decision(LINES, new Voting(3, 4, 1), 0x3F, FLOOR, List.of(0, 2, 3, 3, 2));
        assertThat(decision.encode()).hasSize(48);
        assertThat(Decision.decode(decision.encode())).isEqualTo(decision);
        Decision plain =
                new Decision(new VerdictRule.HighestScore(), new Voting(1, 1, 0), 0, 0, List.of(0, 0, 0, 0, 0));
        assertThat(Decision.decode(plain.encode())).isEqualTo(plain);
    }

    @Test
    void votesThatCouldRaiseTwoEventsAtOnceAreRefused() {
        assertThatThrownBy(() -> new Voting(2, 4, 0)).hasMessageContaining("more than half of 4");
    }
}
