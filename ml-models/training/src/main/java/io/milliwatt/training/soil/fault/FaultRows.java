package io.milliwatt.training.soil.fault;

import io.milliwatt.dsp.soil.fault.FaultDetector;
import io.milliwatt.dsp.soil.fault.FaultKind;
import io.milliwatt.dsp.soil.fault.MonthFeatures;
import io.milliwatt.dsp.soil.fault.ProbeDays;
import io.milliwatt.dsp.soil.fault.WeekFeatures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Days to learn from: untouched ones, and those around faults injected into the same depths. */
final class FaultRows {
    /** Faults of a kind injected into each depth, each into a fresh copy. */
    private static final int COPIES = 10;

    private static final int DRIFT_COPIES = 16;

    private static final int AROUND_DAYS = 10;
    /** A drift's first days teach as well, though nobody could tell it by them: trees that saw its late days only told fewer of them. */
    private static final int DRIFT_TAUGHT_AFTER = 6;

    private static final int DRIFT_TAIL = 20;
    private static final int UNTOUCHED_DRIFT_EVERY = 2;
    private static final int INJECTED_DRIFT_EVERY = 4;

    private final Map<FaultKind, List<TreeGrowth.Row>> rows = new EnumMap<>(FaultKind.class);
    private final FaultInjection injection;

    FaultRows(List<NetworkProbes.Depth> depths, long seed) {
        injection = new FaultInjection(seed);
        for (FaultKind kind : FaultTraining.LEARNT) {
            rows.put(kind, new ArrayList<>());
        }
        depths.forEach(this::add);
    }

    List<TreeGrowth.Row> of(FaultKind kind) {
        return rows.get(kind);
    }

    private void add(NetworkProbes.Depth place) {
        untouched(place);
        for (FaultKind kind : FaultTraining.LEARNT) {
            int copies = kind == FaultKind.DRIFT ? DRIFT_COPIES : COPIES;
            for (int copy = 0; copy < copies; copy++) {
                injection.inject(place, kind).ifPresent(faulty -> injected(place.depth(), faulty));
            }
        }
    }

    private void untouched(NetworkProbes.Depth place) {
        WeekFeatures week = new WeekFeatures(place.probe(), place.depth());
        MonthFeatures month = new MonthFeatures(place.probe(), place.depth());
        for (int day = 0; day < place.probe().days(); day++) {
            if (!judged(place.probe(), place.depth(), day)) {
                continue;
            }
            TreeGrowth.Row row = new TreeGrowth.Row(week.at(day), false, 1);
            FaultDetector.SUDDEN.forEach(kind -> rows.get(kind).add(row));
            if (day % UNTOUCHED_DRIFT_EVERY == 0) {
                rows.get(FaultKind.DRIFT).add(new TreeGrowth.Row(month.at(day), false, 1));
            }
        }
    }

    private void injected(int depth, FaultInjection.Faulty faulty) {
        if (faulty.kind() == FaultKind.DRIFT) {
            MonthFeatures month = new MonthFeatures(faulty.probe(), depth);
            int last = Math.min(faulty.probe().days() - 1, faulty.to() + DRIFT_TAIL);
            for (int day = faulty.from() + DRIFT_TAUGHT_AFTER; day <= last; day += INJECTED_DRIFT_EVERY) {
                if (!Double.isNaN(faulty.probe().moisture()[depth][day])) {
                    rows.get(FaultKind.DRIFT).add(new TreeGrowth.Row(month.at(day), true, 1));
                }
            }
            return;
        }
        WeekFeatures week = new WeekFeatures(faulty.probe(), depth);
        int last = Math.min(faulty.probe().days() - 1, faulty.to() + AROUND_DAYS);
        for (int day = Math.max(0, faulty.from() - AROUND_DAYS); day <= last; day++) {
            if (judged(faulty.probe(), depth, day)) {
                boolean positive = positive(faulty, day);
                boolean edge = !positive && day >= faulty.from() - 1 && day <= faulty.to() + 1;
                if (!edge) {
                    rows.get(faulty.kind()).add(new TreeGrowth.Row(week.at(day), positive, 1));
                }
            }
        }
    }

    /** The days that show a fault as what it is. */
    private static boolean positive(FaultInjection.Faulty faulty, int day) {
        return switch (faulty.kind()) {
            case STUCK -> day >= faulty.from() + 4 && day <= faulty.to();
            default -> day >= faulty.from() && day <= faulty.to();
        };
    }

    private static boolean judged(ProbeDays probe, int depth, int day) {
        return !Double.isNaN(probe.moisture()[depth][day]) && !FaultDetector.nearFrost(probe, depth, day);
    }
}
