package io.milliwatt.training.soil.fault;

import io.milliwatt.dsp.soil.fault.FaultDays;
import io.milliwatt.dsp.soil.fault.FaultDetector;
import io.milliwatt.dsp.soil.fault.FaultKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** How a detector does on depths: faults of each kind found, and alarms on the untouched days. */
final class FaultScores {
    /** Faults of a kind injected into each depth. */
    private static final int FAULTS_PER_DEPTH = 2;

    private static final int LATE_DAYS = 7;
    /** A drift's offset stays, so it may be told a while after it has stopped. */
    private static final int LATE_DRIFT_DAYS = 20;

    private static final int EPISODE_GAP_DAYS = 7;
    private static final double DAYS_PER_MONTH = 30.44;
    private static final Set<FaultKind> TOLD =
            EnumSet.of(FaultKind.SPIKE, FaultKind.STEP, FaultKind.STUCK, FaultKind.BREAK, FaultKind.FROZEN);

    /** Faults that may make a neighbour look faulty; for the others it would only cost time, none did on the stations fitted on. */
    static final Set<FaultKind> BLAMES = EnumSet.of(FaultKind.DRIFT, FaultKind.BREAK);

    /** What takes a sensor out of the console's decisions. */
    private static final Set<FaultKind> EXCLUDES = EnumSet.of(FaultKind.DRIFT, FaultKind.STUCK, FaultKind.BREAK);

    private final Map<FaultKind, Tally> tallies = new EnumMap<>(FaultKind.class);
    private final Map<FaultKind, Integer> alarms = new EnumMap<>(FaultKind.class);
    private int suddenAlarms;
    private int days;
    private int depths;

    /** What became of the faults of one kind. */
    static final class Tally {
        private int injected;
        private int found;
        private int named;
        private long daysLate;
        private int neighboursBlamed;

        double recall() {
            return (double) found / injected;
        }

        double namedRightly() {
            return (double) named / injected;
        }

        double meanDaysLate() {
            return (double) daysLate / found;
        }

        /** Part of the faults for which a sound depth of the same probe was flagged so that it counts no more. */
        double neighbourBlamed() {
            return (double) neighboursBlamed / injected;
        }

        int injected() {
            return injected;
        }
    }

    static FaultScores of(Flagger detector, List<NetworkProbes.Depth> depths, long seed) {
        FaultScores scores = new FaultScores();
        for (FaultKind kind : FaultKind.values()) {
            scores.tallies.put(kind, new Tally());
            scores.alarms.put(kind, 0);
        }
        FaultInjection injection = new FaultInjection(seed);
        depths.forEach(depth -> scores.add(detector, depth, injection));
        return scores;
    }

    Tally of(FaultKind kind) {
        return tallies.get(kind);
    }

    /** Alarm episodes a sensor and month on untouched days, of one kind. */
    double falseAlarms(FaultKind kind) {
        return alarms.get(kind) * DAYS_PER_MONTH / days;
    }

    /** Of all sudden kinds together; frost is no fault and does not count. */
    double suddenFalseAlarms() {
        return suddenAlarms * DAYS_PER_MONTH / days;
    }

    double sensorMonths() {
        return days / DAYS_PER_MONTH;
    }

    int depths() {
        return depths;
    }

    private void add(Flagger detector, NetworkProbes.Depth place, FaultInjection injection) {
        FaultDays untouched =
                detector.flag(place.probe(), place.depth(), 0, place.probe().days() - 1);
        depths++;
        days += place.readings();
        suddenAlarms +=
                untouched.episodes(FaultDetector.SUDDEN, EPISODE_GAP_DAYS).size();
        for (FaultKind kind : FaultKind.values()) {
            alarms.merge(
                    kind, untouched.episodes(List.of(kind), EPISODE_GAP_DAYS).size(), Integer::sum);
            for (int i = 0; i < FAULTS_PER_DEPTH; i++) {
                Optional<FaultInjection.Faulty> faulty = injection.inject(place, kind);
                faulty.ifPresent(fault -> tally(detector, place, fault, untouched));
            }
        }
    }

    private void tally(Flagger detector, NetworkProbes.Depth place, FaultInjection.Faulty fault, FaultDays untouched) {
        int depth = place.depth();
        boolean drift = fault.kind() == FaultKind.DRIFT;
        Set<FaultKind> told = drift ? EnumSet.of(FaultKind.DRIFT) : TOLD;
        int last = Math.min(fault.probe().days() - 1, fault.to() + (drift ? LATE_DRIFT_DAYS : LATE_DAYS));
        FaultDays found = detector.flag(fault.probe(), depth, fault.from(), last);
        Tally tally = tallies.get(fault.kind());
        tally.injected++;
        List<Integer> news = new ArrayList<>();
        boolean named = false;
        for (int day = fault.from(); day <= last; day++) {
            if (found.flagged(told, day) && !untouched.flagged(told, day)) {
                news.add(day);
            }
            named |= found.flagged(fault.kind(), day) && !untouched.flagged(fault.kind(), day);
        }
        if (!news.isEmpty()) {
            tally.found++;
            tally.daysLate += news.getFirst() - fault.from();
            tally.named += named ? 1 : 0;
        }
        if (BLAMES.contains(fault.kind()) && neighbourBlamed(detector, place, fault, last)) {
            tally.neighboursBlamed++;
        }
    }

    private static boolean neighbourBlamed(
            Flagger detector, NetworkProbes.Depth place, FaultInjection.Faulty fault, int last) {
        for (int other = 0; other < fault.probe().depths(); other++) {
            if (other == place.depth()) {
                continue;
            }
            FaultDays after = detector.flag(fault.probe(), other, fault.from(), last);
            boolean any = IntStream.rangeClosed(fault.from(), last).anyMatch(day -> after.flagged(EXCLUDES, day));
            if (any) {
                FaultDays before = detector.flag(place.probe(), other, fault.from(), last);
                if (IntStream.rangeClosed(fault.from(), last)
                        .anyMatch(day -> after.flagged(EXCLUDES, day) && !before.flagged(EXCLUDES, day))) {
                    return true;
                }
            }
        }
        return false;
    }
}
