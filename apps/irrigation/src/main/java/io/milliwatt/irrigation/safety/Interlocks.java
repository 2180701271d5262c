package io.milliwatt.irrigation.safety;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.supply.Valve;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands against opening a valve now. */
final class Interlocks {
    private static final double SECONDS_PER_MINUTE = 60;

    private Interlocks() {}

    /** Of the valve, its node and the site, whoever asks. */
    static List<Reason> of(Valve valve, List<Valve> sameSource, SafetyState state, SafetyLimits limits, Instant now) {
        List<Reason> against = new ArrayList<>();
        state.stop().ifPresent(stop -> against.add(stop.reason()));
        sameSource.stream()
                .map(Valve::node)
                .distinct()
                .filter(state.leaks()::containsKey)
                .forEach(node -> against.add(Reason.of(ReasonCode.LEAK)
                        .with("litresPerMinute", state.leaks().get(node))));
        Optional<Instant> heard = Optional.ofNullable(state.heard().get(valve.node()));
        Duration silence = heard.map(time -> Duration.between(time, now)).orElse(limits.silenceBeforeOpening());
        if (silence.compareTo(limits.silenceBeforeOpening()) >= 0) {
            against.add(Reason.of(ReasonCode.LINK_LOST).with("minutes", silence.toSeconds() / SECONDS_PER_MINUTE));
        }
        ValveWatch watch = state.valve(valve.id(), now);
        if (watch.blocked()) {
            against.add(Reason.of(ReasonCode.BLOCKED)
                    .with("seconds", Duration.between(watch.since(), now).toSeconds()));
        }
        if (watch.phase() == ValveWatch.Phase.UNKNOWN || watch.phase() == ValveWatch.Phase.CLOSING) {
            against.add(Reason.of(ReasonCode.VALVE_UNKNOWN));
        }
        return against;
    }

    /** Of the data behind an opening. */
    static List<Reason> of(Grounds grounds, SafetyLimits limits, Instant now) {
        return switch (grounds) {
            case Grounds.Automatic automatic ->
                data(automatic.dataAt(), limits.automaticDataAge(), automatic.flagged(), now);
            case Grounds.Accepted accepted ->
                data(accepted.dataAt(), limits.acceptedDataAge(), accepted.flaggedSince(), now);
            case Grounds.ByHand byHand -> List.of();
        };
    }

    private static List<Reason> data(Instant dataAt, Duration oldest, boolean flagged, Instant now) {
        List<Reason> against = new ArrayList<>();
        Duration age = Duration.between(dataAt, now);
        if (age.compareTo(oldest) > 0) {
            against.add(Reason.of(ReasonCode.DATA_STALE)
                    .with("minutes", age.toMinutes())
                    .with("limitMinutes", oldest.toMinutes()));
        }
        if (flagged) {
            against.add(Reason.of(ReasonCode.DATA_FLAGGED));
        }
        return against;
    }
}
