package io.milliwatt.training.soil.fault;

import io.milliwatt.dsp.soil.fault.FaultDetector;
import io.milliwatt.dsp.soil.fault.FaultKind;
import io.milliwatt.dsp.soil.fault.ProbeDays;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Makes a depth faulty. Sizes in m³/m³: spike 0.05 to 0.15 for a day; step 0.04 to 0.10 from a day on; stuck for 14 days; frozen 3 to 8 days lower
 * by 0.05 to 0.12 with soil below 0 °C; break 10 days at 0 to 0.03; drift of 0.02 a month for 90 days, after which it stays off.
 */
final class FaultInjection {
    private static final int STUCK_DAYS = 14;
    private static final int BREAK_DAYS = 10;
    private static final int DRIFT_DAYS = 90;
    private static final double DRIFT_PER_DAY = 0.02 / 30.44;
    private static final int QUIET_BEFORE = 14;
    private static final int QUIET_AFTER = 8;
    private static final double COLD_CELSIUS = 2;
    private static final double MOST = 0.6;
    private static final int TRIES = 60;

    private final Random random;

    FaultInjection(long seed) {
        random = new Random(seed);
    }

    /**
     * A depth with a fault.
     *
     * @param from first faulty day
     * @param to last day of the fault itself; a step's and a drift's offset stays after it
     */
    record Faulty(ProbeDays probe, FaultKind kind, int from, int to) {}

    /** Empty where the depth has no place for such a fault, such as a frost where it is never cold. */
    Optional<Faulty> inject(NetworkProbes.Depth place, FaultKind kind) {
        List<Integer> starts = starts(place, kind);
        for (int i = 0; i < TRIES && !starts.isEmpty(); i++) {
            int from = starts.get(random.nextInt(starts.size()));
            Optional<Faulty> faulty = at(place, kind, from);
            if (faulty.isPresent()) {
                return faulty;
            }
        }
        return Optional.empty();
    }

    private static List<Integer> starts(NetworkProbes.Depth place, FaultKind kind) {
        ProbeDays probe = place.probe();
        int length = length(kind);
        List<Integer> starts = new ArrayList<>();
        for (int from = QUIET_BEFORE; from + length + QUIET_AFTER < probe.days(); from++) {
            int missing = 0;
            boolean frost = false;
            for (int day = from - 7; day <= from + length + QUIET_AFTER - 1; day++) {
                missing += Double.isNaN(probe.moisture()[place.depth()][day]) ? 1 : 0;
                frost |= kind != FaultKind.DRIFT && FaultDetector.nearFrost(probe, place.depth(), day);
            }
            boolean present = kind == FaultKind.DRIFT ? missing < length / 5 : missing == 0;
            boolean season = kind == FaultKind.FROZEN ? cold(probe, from) : !frost;
            if (present && season) {
                starts.add(from);
            }
        }
        return starts;
    }

    private static boolean cold(ProbeDays probe, int day) {
        double sum = 0;
        for (int back = 0; back < 3; back++) {
            sum += probe.airCelsius()[day - back];
        }
        return sum / 3 < COLD_CELSIUS;
    }

    private static int length(FaultKind kind) {
        return switch (kind) {
            case SPIKE, STEP -> 1;
            case STUCK -> STUCK_DAYS;
            case FROZEN -> 8;
            case BREAK -> BREAK_DAYS;
            case DRIFT -> DRIFT_DAYS;
        };
    }

    private Optional<Faulty> at(NetworkProbes.Depth place, FaultKind kind, int from) {
        double[] moisture = place.probe().moisture()[place.depth()].clone();
        double[] soil = place.probe().soilCelsius()[place.depth()].clone();
        int to = from + length(kind) - 1;
        switch (kind) {
            case SPIKE -> moisture[from] += sign() * between(0.05, 0.15);
            case STEP -> {
                double step = sign() * between(0.04, 0.10);
                shift(moisture, from, step);
            }
            case STUCK -> {
                for (int day = from; day <= to; day++) {
                    moisture[day] = moisture[from];
                }
            }
            case FROZEN -> {
                to = from + 2 + random.nextInt(6);
                double dip = between(0.05, 0.12);
                for (int day = from; day <= to; day++) {
                    moisture[day] = Math.max(0, moisture[day] - dip);
                    soil[day] = -between(0.2, 2);
                }
            }
            case BREAK -> {
                double low = between(0, 0.03);
                for (int day = from; day <= to; day++) {
                    moisture[day] = low;
                }
            }
            case DRIFT -> {
                double daily = sign() * DRIFT_PER_DAY;
                for (int day = from; day < moisture.length; day++) {
                    moisture[day] += daily * Math.min(day - from + 1, DRIFT_DAYS);
                }
            }
        }
        for (int day = from; day <= to; day++) {
            if (moisture[day] < 0 || moisture[day] > MOST) {
                return Optional.empty();
            }
        }
        return Optional.of(new Faulty(place.probe().with(place.depth(), moisture, soil), kind, from, to));
    }

    private static void shift(double[] moisture, int from, double step) {
        for (int day = from; day < moisture.length; day++) {
            moisture[day] += step;
        }
    }

    private int sign() {
        return random.nextBoolean() ? 1 : -1;
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
