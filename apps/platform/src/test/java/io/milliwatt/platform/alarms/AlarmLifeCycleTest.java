package io.milliwatt.platform.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life cycle against ANSI/ISA-18.2's state table, case by case and over random sequences. */
class AlarmLifeCycleTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SEQUENCES = 500;
    private static final int STEPS = 60;
    private static final long SEED = 20261123;

    private final AtomicLong ids = new AtomicLong();
    private final AlarmEngine engine = new AlarmEngine(Clock.fixed(START, ZoneOffset.UTC), ids::incrementAndGet);

    @ParameterizedTest
    @CsvSource({
        "NORMAL, ACTIVE_UNACKNOWLEDGED, NORMAL, NORMAL, NORMAL, NORMAL",
        "ACTIVE_UNACKNOWLEDGED, ACTIVE_UNACKNOWLEDGED, NORMAL, RETURNED_UNACKNOWLEDGED, RETURNED_UNACKNOWLEDGED, ACTIVE_ACKNOWLEDGED",
        "ACTIVE_ACKNOWLEDGED, ACTIVE_ACKNOWLEDGED, NORMAL, NORMAL, RETURNED_UNACKNOWLEDGED, ACTIVE_ACKNOWLEDGED",
        "RETURNED_UNACKNOWLEDGED, ACTIVE_UNACKNOWLEDGED, RETURNED_UNACKNOWLEDGED, RETURNED_UNACKNOWLEDGED, RETURNED_UNACKNOWLEDGED, NORMAL"
    })
    void eachStateGoesWhereTheTableSays(
            AlarmState from,
            AlarmState activated,
            AlarmState gone,
            AlarmState returned,
            AlarmState returnedLatched,
            AlarmState known) {
        assertThat(from.afterActivation()).isEqualTo(activated);
        assertThat(from.afterReturn(Latching.NONE)).isEqualTo(gone);
        assertThat(from.afterReturn(Latching.UNTIL_ACKNOWLEDGED)).isEqualTo(returned);
        assertThat(from.afterReturn(Latching.UNTIL_RESET)).isEqualTo(returnedLatched);
        assertThat(from.afterAcknowledgement()).isEqualTo(known);
    }

    @Test
    void randomSequencesObeyTheLaws() {
        Random random = new Random(SEED);
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            run(random, Latching.values()[random.nextInt(Latching.values().length)]);
        }
    }

    private void run(Random random, Latching latching) {
        AlarmRule rule = rule(latching);
        Standing standing = Standing.BLANK;
        List<Transition> history = new ArrayList<>();
        boolean present = false;
        for (int step = 1; step <= STEPS; step++) {
            if (random.nextInt(3) == 0 && standing.openAlarm().isPresent()) {
                Alarm open = standing.openAlarm().get();
                Optional<Transition> known = engine.acknowledge(open, "ann", Optional.empty());
                assertThat(known.isPresent())
                        .as("only an unacknowledged alarm takes an acknowledgement")
                        .isEqualTo(open.state().isUnacknowledged());
                if (known.isPresent()) {
                    history.add(known.get());
                    Alarm after = known.get().alarm();
                    standing = new Standing(
                            standing.memory(), after.state().isOpen() ? Optional.of(after) : Optional.empty());
                }
            } else {
                present = random.nextBoolean();
                var outcome =
                        engine.observe("pump", rule, standing, Observation.Report.of(START.plusSeconds(step), present));
                standing = outcome.standing();
                outcome.transition().ifPresent(history::add);
            }
            check(standing, history, present, latching);
        }
    }

    private static void check(Standing standing, List<Transition> history, boolean present, Latching latching) {
        assertThat(standing.memory().present())
                .as("n = m = 1 follows the last report")
                .isEqualTo(present);
        standing.openAlarm().ifPresent(alarm -> {
            assertThat(alarm.state().isActive()).as("active while present").isEqualTo(present);
            assertThat(alarm.acknowledgedAt().isPresent()).isEqualTo(alarm.state() == AlarmState.ACTIVE_ACKNOWLEDGED);
            assertThat(alarm.returnedAt().isPresent()).isEqualTo(!present);
        });
        assertThat(present && standing.openAlarm().isEmpty())
                .as("a present condition is never without alarm")
                .isFalse();
        for (int i = 0; i < history.size(); i++) {
            Transition step = history.get(i);
            assertThat(step.from()).as("a step changes the state").isNotEqualTo(step.to());
            boolean continues =
                    i > 0 && history.get(i - 1).alarm().id() == step.alarm().id();
            assertThat(step.from())
                    .as("steps of one alarm join; a new alarm begins from normal")
                    .isEqualTo(continues ? history.get(i - 1).to() : AlarmState.NORMAL);
            if (step.to() == AlarmState.NORMAL && latching == Latching.UNTIL_RESET) {
                assertThat(step.by())
                        .as("a latched alarm ends by a person only")
                        .isPresent();
            }
            assertThat(latching == Latching.NONE && step.to() == AlarmState.RETURNED_UNACKNOWLEDGED)
                    .as("an alarm that does not latch goes with its condition")
                    .isFalse();
        }
    }

    @Test
    void anObservationSeenTwiceHasNoFurtherEffect() {
        Observation report = Observation.Report.of(START, true);
        var first = engine.observe("pump", rule(Latching.UNTIL_ACKNOWLEDGED), Standing.BLANK, report);
        var second = engine.observe("pump", rule(Latching.UNTIL_ACKNOWLEDGED), first.standing(), report);
        assertThat(first.transition()).isPresent();
        assertThat(second.transition()).isEmpty();
        assertThat(second.standing()).isEqualTo(first.standing());
    }

    @Test
    void anOlderObservationThatComesLateHasNoEffect() {
        var now = engine.observe(
                "pump", rule(Latching.UNTIL_ACKNOWLEDGED), Standing.BLANK, Observation.Report.of(START, true));
        var late = engine.observe(
                "pump",
                rule(Latching.UNTIL_ACKNOWLEDGED),
                now.standing(),
                Observation.Report.of(START.minusSeconds(60), false));
        assertThat(late.standing()).isEqualTo(now.standing());
        assertThat(late.transition()).isEmpty();
    }

    @Test
    void anAlarmThatComesBackBeforeItWasAcknowledgedIsTheSameAlarm() {
        var raised = engine.observe(
                "pump", rule(Latching.UNTIL_ACKNOWLEDGED), Standing.BLANK, Observation.Report.of(START, true));
        var gone = engine.observe(
                "pump",
                rule(Latching.UNTIL_ACKNOWLEDGED),
                raised.standing(),
                Observation.Report.of(START.plusSeconds(1), false));
        var back = engine.observe(
                "pump",
                rule(Latching.UNTIL_ACKNOWLEDGED),
                gone.standing(),
                Observation.Report.of(START.plusSeconds(2), true));
        Alarm first = raised.transition().orElseThrow().alarm();
        Alarm again = back.transition().orElseThrow().alarm();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.raisedAt()).isEqualTo(first.raisedAt());
        assertThat(again.state()).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
    }

    /** Somebody who acknowledged a message of low priority has not seen one of high priority. */
    @Test
    void aRiseInPriorityIsNewsToWhoeverAcknowledgedAndAFallIsNot() {
        Alarm raised = engine.observe(
                        "pump", rule(Latching.NONE), Standing.BLANK, Observation.Report.of(START.plusSeconds(1), true))
                .standing()
                .openAlarm()
                .orElseThrow();
        Alarm known = engine.acknowledge(raised, "ann", Optional.empty())
                .orElseThrow()
                .alarm();
        Transition fallen = engine.regrade(known, Priority.LOW, "bob", "Set to low.");
        assertThat(fallen.to()).isEqualTo(AlarmState.ACTIVE_ACKNOWLEDGED);
        assertThat(fallen.alarm().priority()).isEqualTo(Priority.LOW);
        assertThat(fallen.alarm().acknowledgedBy()).contains("ann");
        Transition risen = engine.regrade(fallen.alarm(), Priority.MEDIUM, "bob", "Set to medium.");
        assertThat(risen.from()).isEqualTo(AlarmState.ACTIVE_ACKNOWLEDGED);
        assertThat(risen.to()).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(risen.alarm().acknowledgedBy()).isEmpty();
        assertThat(risen.comment()).contains("Set to medium.");
    }

    private static AlarmRule rule(Latching latching) {
        return new AlarmRule(
                "damage", Priority.HIGH, new Condition.Reported(), Persistence.none(), latching, "", "Damage.");
    }
}
