package io.milliwatt.irrigation.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.supply.Valve;
import io.milliwatt.telemetry.ValveState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ValveSupervisorTest {
    private static final Instant T = Instant.parse("2026-06-12T20:00:00Z");
    private static final Valve V1 =
            new Valve("v1", "s", Optional.of("z1"), "North", 1, 0, Duration.ofHours(2), OptionalDouble.empty());
    private static final Valve V2 =
            new Valve("v2", "s", Optional.of("z2"), "South", 1, 1, Duration.ofHours(2), OptionalDouble.empty());
    private static final Valve MASTER =
            new Valve("m", "s", Optional.empty(), "Main", 2, 0, Duration.ofHours(10), OptionalDouble.empty());
    private static final Grounds BY_HAND = new Grounds.ByHand("ana");

    private final List<Order> orders = new ArrayList<>();
    private final List<AuditEntry> audit = new ArrayList<>();
    private ValveSupervisor supervisor = new ValveSupervisor(List.of(V1, V2), SafetyLimits.USUAL);
    private SafetyState state = SafetyState.BLANK;

    @Test
    void aValveOpensIsReportedAndClosesWhenItsTimeIsOver() {
        closed();
        take(want("v1", 45, BY_HAND));
        assertThat(orders).containsExactly(new Order.Open("v1", Duration.ofMinutes(45), at(60)));
        take(new SafetyEvent.Reported(at(5), "v1", true, ValveState.Cause.COMMAND));
        assertThat(phase("v1")).isEqualTo(ValveWatch.Phase.OPEN);
        orders.clear();
        take(new SafetyEvent.Heard(at(45 * 60), 1));
        take(new SafetyEvent.Tick(at(45 * 60 + 59)));
        assertThat(orders).isEmpty();
        take(new SafetyEvent.Tick(at(45 * 60 + 60)));
        assertThat(orders).containsExactly(new Order.Close("v1"));
        take(new SafetyEvent.Reported(at(45 * 60 + 62), "v1", false, ValveState.Cause.FINISHED));
        assertThat(phase("v1")).isEqualTo(ValveWatch.Phase.CLOSED);
        assertThat(audit.getLast().cause()).contains(EndCause.COMPLETED);
    }

    @Test
    void aRunIsNeverLongerThanTheValvesMaximum() {
        closed();
        take(want("v1", 600, BY_HAND));
        assertThat(orders).containsExactly(new Order.Open("v1", Duration.ofHours(2), at(60)));
    }

    @Test
    void nothingOpensOnStaleOrFlaggedData() {
        closed();
        take(want("v1", 30, new Grounds.Automatic(T.minus(Duration.ofHours(27)), false)));
        assertThat(refusal()).isEqualTo(ReasonCode.DATA_STALE);
        take(want("v1", 30, new Grounds.Automatic(T, true)));
        assertThat(refusal()).isEqualTo(ReasonCode.DATA_FLAGGED);
        take(want("v1", 30, new Grounds.Accepted("ana", T.minus(Duration.ofHours(37)), false)));
        assertThat(refusal()).isEqualTo(ReasonCode.DATA_STALE);
        take(want("v1", 30, new Grounds.Accepted("ana", T.minus(Duration.ofHours(4)), true)));
        assertThat(refusal()).isEqualTo(ReasonCode.DATA_FLAGGED);
        assertThat(orders).isEmpty();
        take(want("v1", 30, new Grounds.Accepted("ana", T.minus(Duration.ofHours(4)), false)));
        assertThat(orders).hasSize(1);
    }

    @Test
    void dataThatTurnBadCloseWhatOpenedByItselfAndNotWhatAPersonOpened() {
        closed();
        take(want("v1", 30, new Grounds.Automatic(T, false)));
        take(want("v2", 30, BY_HAND));
        orders.clear();
        take(new SafetyEvent.DataDoubted(at(100), "z1", false));
        take(new SafetyEvent.DataDoubted(at(100), "z2", false));
        assertThat(orders).containsExactly(new Order.Close("v1"));
        assertThat(audit.getLast().cause()).contains(EndCause.FLAGGED_SENSOR);
    }

    @Test
    void theEmergencyStopClosesEverythingUntilAPersonReleasesIt() {
        closed();
        take(want("v1", 30, BY_HAND));
        orders.clear();
        take(new SafetyEvent.StopPressed(at(10), "ana", "burst pipe"));
        assertThat(orders).containsExactly(new Order.StopAll(1), new Order.Close("v1"));
        take(new SafetyEvent.Reported(at(12), "v1", false, ValveState.Cause.EMERGENCY_STOP));
        take(want("v1", 30, BY_HAND));
        assertThat(refusal()).isEqualTo(ReasonCode.EMERGENCY_STOP);
        assertThat(supervisor.interlocks(state, "v2", at(20)).getFirst().sentence())
                .isEqualTo(
                        "Everything is stopped: ana pressed the emergency stop (burst pipe). A person must release it.");
        orders.clear();
        take(new SafetyEvent.StopReleased(at(600), "ben", "mended"));
        assertThat(orders).containsExactly(new Order.LiftStop(1));
        assertThat(audit.getLast().by()).isEqualTo("ben");
        take(want("v1", 30, BY_HAND));
        assertThat(orders).hasSize(2);
    }

    @Test
    void aLeakClosesItsSourceAndForbidsOpening() {
        closed();
        take(want("v1", 30, BY_HAND));
        take(new SafetyEvent.Reported(at(5), "v1", true, ValveState.Cause.COMMAND));
        orders.clear();
        take(new SafetyEvent.Leak(at(10), 1, true, 12));
        assertThat(orders).containsExactly(new Order.Close("v1"));
        take(want("v2", 30, BY_HAND));
        assertThat(refusal()).isEqualTo(ReasonCode.LEAK);
        take(new SafetyEvent.Leak(at(300), 1, false, 0));
        take(want("v2", 30, BY_HAND));
        assertThat(phase("v2")).isEqualTo(ValveWatch.Phase.OPENING);
    }

    @Test
    void aBlockedValveWaitsForAPerson() {
        closed();
        take(want("v1", 30, BY_HAND));
        take(new SafetyEvent.Reported(at(150), "v1", false, ValveState.Cause.BLOCKED));
        take(want("v1", 30, BY_HAND));
        assertThat(refusal()).isEqualTo(ReasonCode.BLOCKED);
        take(new SafetyEvent.FaultCleared(at(500), "v1", "ben", "tap was closed"));
        take(want("v1", 30, BY_HAND));
        assertThat(phase("v1")).isEqualTo(ValveWatch.Phase.OPENING);
    }

    @Test
    void aSilentNodeOpensNothing() {
        closed();
        take(new SafetyEvent.OpenWanted(at(27 * 3600), "v1", "r1", Duration.ofMinutes(30), BY_HAND, List.of()));
        assertThat(refusal()).isEqualTo(ReasonCode.LINK_LOST);
    }

    @Test
    void anOpenValveThatIsNotHeardOfAnyMoreIsOrderedClosed() {
        closed();
        take(want("v1", 60, BY_HAND));
        take(new SafetyEvent.Reported(at(5), "v1", true, ValveState.Cause.COMMAND));
        orders.clear();
        take(new SafetyEvent.Tick(at(9 * 60)));
        assertThat(orders).isEmpty();
        take(new SafetyEvent.Tick(at(10 * 60 + 5)));
        assertThat(orders).containsExactly(new Order.Close("v1"));
        assertThat(audit.getLast().cause()).contains(EndCause.LINK_LOST);
    }

    @Test
    void anOpeningThatIsNotConfirmedIsClosedAndTheOrderRepeatedUntilAPersonIsCalled() {
        closed();
        take(want("v1", 30, BY_HAND));
        orders.clear();
        for (int second = 10; second < 400; second += 10) {
            take(new SafetyEvent.Tick(at(second)));
        }
        assertThat(orders).hasSize(9).allMatch(new Order.Close("v1")::equals);
        assertThat(audit).extracting(AuditEntry::kind).contains(AuditEntry.Kind.NOT_CLOSING);
        assertThat(audit.stream().filter(entry -> entry.kind() == AuditEntry.Kind.CLOSE_ORDERED))
                .hasSize(1);
    }

    @Test
    void whatNobodyOrderedOpenIsClosed() {
        closed();
        take(new SafetyEvent.Reported(at(10), "v2", true, ValveState.Cause.COMMAND));
        assertThat(orders).containsExactly(new Order.Close("v2"));
        assertThat(audit.getLast().cause()).contains(EndCause.NO_RUN);
    }

    @Test
    void theMasterValveFollowsAndNobodyOpensItForItself() {
        supervisor = new ValveSupervisor(List.of(V1, V2, MASTER), SafetyLimits.USUAL);
        closed();
        take(want("m", 30, BY_HAND));
        assertThat(refusal()).isEqualTo(ReasonCode.MASTER_CLOSED);
        take(want("v1", 30, BY_HAND));
        assertThat(orders).extracting(Order::getClass).containsExactly(Order.Open.class, Order.Open.class);
        take(new SafetyEvent.Reported(at(5), "m", true, ValveState.Cause.COMMAND));
        take(new SafetyEvent.Reported(at(5), "v1", true, ValveState.Cause.COMMAND));
        orders.clear();
        take(new SafetyEvent.Reported(at(900), "v1", false, ValveState.Cause.FINISHED));
        assertThat(orders).containsExactly(new Order.Close("m"));
    }

    @Test
    void aMasterThatClosesTakesTheOthersWithIt() {
        supervisor = new ValveSupervisor(List.of(V1, V2, MASTER), SafetyLimits.USUAL);
        closed();
        take(want("v1", 30, BY_HAND));
        take(new SafetyEvent.Reported(at(5), "m", true, ValveState.Cause.COMMAND));
        take(new SafetyEvent.Reported(at(5), "v1", true, ValveState.Cause.COMMAND));
        orders.clear();
        take(new SafetyEvent.Reported(at(90), "m", false, ValveState.Cause.REBOOT));
        assertThat(orders).containsExactly(new Order.Close("v1"));
    }

    @Test
    void otherInterlocksAreSaidWithTheRefusal() {
        closed();
        Reason frost = Reason.of(ReasonCode.FROST_LOCKOUT).with("celsius", -1).with("limitCelsius", 1);
        take(new SafetyEvent.OpenWanted(T, "v1", "r1", Duration.ofMinutes(30), BY_HAND, List.of(frost)));
        assertThat(refusal()).isEqualTo(ReasonCode.FROST_LOCKOUT);
    }

    /** All valves have told that they are closed. */
    private void closed() {
        for (String valve : List.of("v1", "v2", "m")) {
            take(new SafetyEvent.Reported(T, valve, false, ValveState.Cause.REBOOT));
        }
        orders.clear();
        audit.clear();
    }

    private SafetyEvent want(String valve, long minutes, Grounds grounds) {
        return new SafetyEvent.OpenWanted(
                T, valve, "run-" + audit.size(), Duration.ofMinutes(minutes), grounds, List.of());
    }

    private ReasonCode refusal() {
        AuditEntry last = audit.getLast();
        assertThat(last.kind()).isEqualTo(AuditEntry.Kind.OPEN_REFUSED);
        return last.reason().orElseThrow().code();
    }

    private ValveWatch.Phase phase(String valve) {
        return state.valve(valve, T).phase();
    }

    private void take(SafetyEvent event) {
        Step step = supervisor.step(state, event);
        state = step.state();
        orders.addAll(step.orders());
        audit.addAll(step.audit());
    }

    private static Instant at(long seconds) {
        return T.plusSeconds(seconds);
    }
}
