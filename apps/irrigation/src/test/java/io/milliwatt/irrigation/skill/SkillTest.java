package io.milliwatt.irrigation.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkillTest {

    @Test
    void theErrorStandsBesideThatOfNoChange() {
        List<Pair> pairs = new ArrayList<>(Collections.nCopies(10, new Pair(-0.02, -0.03, false)));
        pairs.addAll(Collections.nCopies(10, new Pair(0.00, 0.01, false)));
        Skill skill = Skill.of(3, pairs);
        assertThat(skill.error().orElseThrow()).isCloseTo(0.01, within(1e-12));
        assertThat(skill.persistenceError().orElseThrow()).isCloseTo(Math.sqrt(0.0005), within(1e-12));
        assertThat(skill.belowPersistencePercent().orElseThrow()).isCloseTo(55.3, within(0.1));
    }

    @Test
    void aForecastThatIsWorseThanNoneIsSaidToBeSo() {
        assertThat(Skill.of(1, Collections.nCopies(20, new Pair(0.03, 0.01, false)))
                        .belowPersistencePercent()
                        .orElseThrow())
                .isCloseTo(-100, within(1e-9));
    }

    @Test
    void tooFewPairsTellNothingAndWateredOnesAreNoPairs() {
        List<Pair> pairs = new ArrayList<>(Collections.nCopies(19, new Pair(-0.02, -0.02, false)));
        pairs.addAll(Collections.nCopies(7, new Pair(-0.02, 0.1, true)));
        Skill skill = Skill.of(1, pairs);
        assertThat(skill.pairs()).isEqualTo(19);
        assertThat(skill.watered()).isEqualTo(7);
        assertThat(skill.error()).isEmpty();
        assertThat(skill.belowPersistencePercent()).isEmpty();
    }
}
