package io.milliwatt.dsp.soil.fault;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Finds the faults of a probe's depth among its days. */
public final class FaultDetector {
    /** What a week around a day tells. */
    public static final Set<FaultKind> SUDDEN =
            EnumSet.of(FaultKind.SPIKE, FaultKind.STEP, FaultKind.STUCK, FaultKind.BREAK);

    private static final double FREEZING_CELSIUS = 0;
    private static final double DROP_IN_FROST = 0.03;
    /** Water leaves and enters ice at the edges of a frost; what jumps there is not the probe's fault. */
    private static final int EDGE_DAYS = 2;

    private static final int DRIFT_DAYS = 10;
    private static final int DRIFT_DAYS_ABOVE = 9;

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
        MonthFeatures month = new MonthFeatures(probe, depth);
        int above = 0;
        boolean[] drifting = new boolean[probe.days()];
        for (int day = Math.max(0, from - DRIFT_DAYS); day <= Math.min(to, probe.days() - 1); day++) {
            if (Double.isNaN(probe.moisture()[depth][day])) {
                continue;
            }
            if (day >= from) {
                if (frozen(probe, depth, day)) {
                    days.flag(FaultKind.FROZEN, day);
                }
                if (!nearFrost(probe, depth, day)) {
                    sudden(week.at(day), day, days);
                }
            }
            drifting[day] = exceeds(FaultKind.DRIFT, month.at(day));
            above = 0;
            for (int back = 0; back < DRIFT_DAYS && day - back >= 0; back++) {
                above += drifting[day - back] ? 1 : 0;
            }
            if (day >= from && above >= DRIFT_DAYS_ABOVE) {
                days.flag(FaultKind.DRIFT, day);
            }
        }
        return days;
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
