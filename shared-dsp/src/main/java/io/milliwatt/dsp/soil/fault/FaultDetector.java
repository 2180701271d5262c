package io.milliwatt.dsp.soil.fault;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Finds the faults of a probe's depth among its days. */
public final class FaultDetector {
    /** What a week around a day tells. */
    public static final Set<FaultKind> SUDDEN =
            EnumSet.of(FaultKind.SPIKE, FaultKind.STEP, FaultKind.STUCK, FaultKind.BREAK);

    private static final double FREEZING_CELSIUS = 0;
    private static final double DROP_IN_FROST = 0.03;
    /** Water leaves and enters ice at the edges of a frost; what jumps there is not the probe's fault. */
    private static final int EDGE_DAYS = 2;

    private final FaultModel model;

    public FaultDetector(FaultModel model) {
        this.model = model;
    }

    /** All days. A week that has not come yet counts as unknown, so the newest days may still be judged otherwise. */
    public FaultDays detect(ProbeDays probe, int depth) {
        return detect(probe, depth, 0, probe.days() - 1);
    }

    /** As {@link #detect(ProbeDays, int)}, but only these days are judged. */
    public FaultDays detect(ProbeDays probe, int depth, int from, int to) {
        FaultDays days = new FaultDays();
        WeekFeatures week = new WeekFeatures(probe, depth);
        Optional<DriftOrigin> drifts = Optional.ofNullable(model.parts().get(FaultKind.DRIFT))
                .map(part -> new DriftOrigin(part, probe, new Breaks(probe)));
        for (int day = Math.max(0, from); day <= Math.min(to, probe.days() - 1); day++) {
            if (Double.isNaN(probe.moisture()[depth][day])) {
                continue;
            }
            if (frozen(probe, depth, day)) {
                days.flag(FaultKind.FROZEN, day);
            }
            if (!nearFrost(probe, depth, day)) {
                sudden(week.at(day), day, days);
            }
            int judged = day;
            if (drifts.filter(origin -> origin.at(depth, judged)).isPresent()) {
                days.flag(FaultKind.DRIFT, day);
            }
        }
        return days;
    }

    /** Breaks of a probe's depths, looked for on the days that are asked about. */
    private final class Breaks implements BiPredicate<Integer, Integer> {
        private final ProbeDays probe;
        private final Map<Integer, WeekFeatures> weeks = new HashMap<>();
        private final Map<List<Integer>, Boolean> known = new HashMap<>();

        Breaks(ProbeDays probe) {
            this.probe = probe;
        }

        @Override
        public boolean test(Integer depth, Integer day) {
            return known.computeIfAbsent(List.of(depth, day), asked -> broken(depth, day));
        }

        private boolean broken(int depth, int day) {
            if (Double.isNaN(probe.moisture()[depth][day]) || nearFrost(probe, depth, day)) {
                return false;
            }
            float[] features = weeks.computeIfAbsent(depth, at -> new WeekFeatures(probe, at))
                    .at(day);
            return exceeds(FaultKind.BREAK, features);
        }
    }

    private void sudden(float[] features, int day, FaultDays days) {
        for (Map.Entry<FaultKind, FaultModel.Part> part : model.parts().entrySet()) {
            if (SUDDEN.contains(part.getKey()) && exceeds(part.getKey(), features)) {
                days.flag(part.getKey(), day);
            }
        }
    }

    private boolean exceeds(FaultKind kind, float[] features) {
        FaultModel.Part part = model.parts().get(kind);
        return part != null && part.trees().probability(features) > part.threshold();
    }

    /** By the soil's temperature; where it is not measured by a drop in cold air. */
    public static boolean frozen(ProbeDays probe, int depth, int day) {
        double soil = probe.soilCelsius()[depth][day];
        if (!Double.isNaN(soil)) {
            return soil <= FREEZING_CELSIUS;
        }
        DaySeries own = new DaySeries(probe.moisture()[depth]);
        return new DaySeries(probe.airCelsius()).mean(day - 2, day) < FREEZING_CELSIUS
                && own.at(day) < own.median(day - 10, day - 1) - DROP_IN_FROST;
    }

    /** Frozen on the day or right beside it. */
    public static boolean nearFrost(ProbeDays probe, int depth, int day) {
        for (int near = Math.max(0, day - EDGE_DAYS); near <= Math.min(probe.days() - 1, day + EDGE_DAYS); near++) {
            if (frozen(probe, depth, near)) {
                return true;
            }
        }
        return false;
    }
}
