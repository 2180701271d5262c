package io.milliwatt.irrigation.probe;

import io.milliwatt.dsp.soil.fault.FaultDays;
import io.milliwatt.dsp.soil.fault.FaultDays.Episode;
import io.milliwatt.dsp.soil.fault.FaultDetector;
import io.milliwatt.dsp.soil.fault.FaultKind;
import io.milliwatt.dsp.soil.fault.ProbeDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for faults among a probe's days with the trained detector, and says which of them still stand on the last day: a drift that goes on, a sensor that
 * has not moved since, one that fell and stays low, a step of the last fortnight, several spikes.
 */
public final class FaultSearch {

    /** So many days are looked over; the detector wants months to see a drift. */
    public static final int HISTORY_DAYS = 150;

    /** Fewer days tell nothing. */
    private static final int LEAST_DAYS = 14;

    private static final int JUDGED_DAYS = 21;
    private static final int STEP_TOLD_DAYS = 14;
    private static final int STUCK_WITHIN_DAYS = 10;
    private static final int LEAST_SPIKES = 3;

    /** A drift is over when none of so many last days is flagged. */
    private static final int DRIFT_HOLDS_DAYS = 5;

    private static final int GAP_DAYS = 3;
    private static final int DRIFT_SPAN_DAYS = 30;
    private static final int MEAN_DAYS = 7;
    private static final double HELD = 2.5e-4;
    private static final double STILL_LOW = 0.02;
    private static final double PERCENT = 100;

    private final FaultDetector detector;

    public FaultSearch(FaultDetector detector) {
        this.detector = detector;
    }

    /**
     * @param days one after the other without gaps, the newest last
     * @param first the date of the first
     */
    public List<FoundFault> search(Probe probe, ProbeDays days, LocalDate first) {
        int last = days.days() - 1;
        List<FoundFault> found = new ArrayList<>();
        for (int place = 0; place < days.depths(); place++) {
            double[] own = days.moisture()[place];
            if (known(own) < LEAST_DAYS || Double.isNaN(own[last])) {
                continue;
            }
            int channel = probe.depths().get(place).channel();
            FaultDays flagged = detector.detect(days, place, Math.max(0, last - JUDGED_DAYS + 1), last);
            standing(flagged, days, place)
                    .ifPresent(fault -> found.add(
                            new FoundFault(channel, fault.kind(), first.plusDays(fault.day()), fault.figure())));
        }
        return found;
    }

    private record Standing(FaultKind kind, int day, double figure) {}

    /** The worst that stands. */
    private Optional<Standing> standing(FaultDays flagged, ProbeDays days, int place) {
        double[] own = days.moisture()[place];
        int last = own.length - 1;
        Optional<Standing> broken = newest(flagged, FaultKind.BREAK)
                .filter(episode -> last - episode.to() <= STUCK_WITHIN_DAYS
                        && Math.abs(own[last] - own[episode.to()]) <= STILL_LOW)
                .map(episode -> new Standing(FaultKind.BREAK, episode.from(), PERCENT * own[last]));
        Optional<Standing> stuck = newest(flagged, FaultKind.STUCK)
                .filter(episode -> heldSince(own, episode.to()))
                .map(episode -> {
                    int since = heldFrom(own);
                    return new Standing(FaultKind.STUCK, since, last - since + 1.0);
                });
        Optional<Standing> drift = newest(flagged, FaultKind.DRIFT)
                .filter(episode -> last - episode.to() < DRIFT_HOLDS_DAYS)
                .map(episode -> new Standing(FaultKind.DRIFT, episode.from(), PERCENT * driftInMonth(days, place)));
        Optional<Standing> step = newest(flagged, FaultKind.STEP)
                .filter(episode -> last - episode.from() <= STEP_TOLD_DAYS)
                .map(episode -> new Standing(FaultKind.STEP, episode.from(), PERCENT * step(own, episode.from())));
        Optional<Standing> spikes = Optional.of(flagged.episodes(Set.of(FaultKind.SPIKE), 0))
                .filter(all -> all.size() >= LEAST_SPIKES)
                .map(all -> new Standing(FaultKind.SPIKE, all.getFirst().from(), all.size()));
        return fallenBefore(days, place)
                .or(() -> broken)
                .or(() -> stuck)
                .or(() -> drift)
                .or(() -> step)
                .or(() -> spikes);
    }

    /** A sensor that fell before the days that were judged and has not risen since: it fell for good, so it is not forgotten. */
    private Optional<Standing> fallenBefore(ProbeDays days, int place) {
        double[] own = days.moisture()[place];
        int last = own.length - 1;
        int low = lowSince(own);
        if (low == 0 || low > last - JUDGED_DAYS) {
            return Optional.empty();
        }
        FaultDays then = detector.detect(days, place, low, low + JUDGED_DAYS - 1);
        return newest(then, FaultKind.BREAK)
                .map(episode -> new Standing(FaultKind.BREAK, episode.from(), PERCENT * own[last]));
    }

    /** Since which day the value has stayed about where it is now, having been higher the day before; 0 where it was not. */
    private static int lowSince(double[] own) {
        double now = own[own.length - 1];
        int first = own.length - 1;
        for (int day = first - 1; day >= 0; day--) {
            if (Math.abs(own[day] - now) <= STILL_LOW) {
                first = day;
            } else if (!Double.isNaN(own[day])) {
                return own[day] > now ? first : 0;
            }
        }
        return 0;
    }

    private static Optional<Episode> newest(FaultDays flagged, FaultKind kind) {
        List<Episode> episodes = flagged.episodes(Set.of(kind), GAP_DAYS);
        return episodes.isEmpty() ? Optional.empty() : Optional.of(episodes.getLast());
    }

    private static boolean heldSince(double[] own, int day) {
        return heldFrom(own) <= day;
    }

    /** Since which day the value has not moved. */
    private static int heldFrom(double[] own) {
        int day = own.length - 1;
        while (day > 0 && Math.abs(own[day] - own[day - 1]) <= HELD) {
            day--;
        }
        return day;
    }

    /** How far the last days have left the mean of the other depths within a month, m³/m³. */
    private static double driftInMonth(ProbeDays days, int place) {
        int last = days.days() - 1;
        double others = 0;
        int counted = 0;
        for (int other = 0; other < days.depths(); other++) {
            double change = change(days.moisture()[other], last);
            if (other != place && !Double.isNaN(change)) {
                others += change;
                counted++;
            }
        }
        double own = change(days.moisture()[place], last);
        double away = counted == 0 ? own : own - others / counted;
        return Double.isNaN(away) ? 0 : away;
    }

    private static double change(double[] values, int last) {
        return mean(values, last - MEAN_DAYS + 1, last)
                - mean(values, last - DRIFT_SPAN_DAYS - MEAN_DAYS + 1, last - DRIFT_SPAN_DAYS);
    }

    private static double step(double[] own, int day) {
        double height = mean(own, day, day + MEAN_DAYS - 1) - mean(own, day - MEAN_DAYS, day - 1);
        return Double.isNaN(height) ? 0 : height;
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        int counted = 0;
        for (int day = Math.max(0, from); day <= Math.min(to, values.length - 1); day++) {
            if (!Double.isNaN(values[day])) {
                sum += values[day];
                counted++;
            }
        }
        return counted == 0 ? Double.NaN : sum / counted;
    }

    private static int known(double[] values) {
        int known = 0;
        for (double value : values) {
            known += Double.isNaN(value) ? 0 : 1;
        }
        return known;
    }
}
