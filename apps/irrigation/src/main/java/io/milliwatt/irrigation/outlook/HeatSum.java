package io.milliwatt.irrigation.outlook;

import io.milliwatt.dsp.soil.phenology.DegreeDays;
import io.milliwatt.dsp.soil.phenology.InsectModel;
import io.milliwatt.dsp.soil.phenology.InsectStage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Degree days gathered since a begin.
 *
 * @param biofix the first day that counts
 * @param dates that counted
 * @param totals degree days at the end of each
 * @param missingDays that were not known and count as the mean of the others
 */
public record HeatSum(LocalDate biofix, List<LocalDate> dates, List<Double> totals, int missingDays) {

    /** The pace by which what is to come is dated. */
    private static final int PACE_DAYS = 7;

    public HeatSum {
        dates = List.copyOf(dates);
        totals = List.copyOf(totals);
    }

    /** @param until the last day that counts */
    public static HeatSum of(
            DegreeDays heat, LocalDate biofix, LocalDate until, Collection<TemperatureDay> temperatures) {
        Map<LocalDate, TemperatureDay> byDate = new TreeMap<>();
        temperatures.forEach(day -> byDate.put(day.date(), day));
        double usual = byDate.values().stream()
                .filter(day -> !day.date().isBefore(biofix) && !day.date().isAfter(until))
                .mapToDouble(day -> heat.of(day.minimumCelsius(), day.maximumCelsius()))
                .average()
                .orElse(0);
        List<LocalDate> dates = new ArrayList<>();
        List<Double> totals = new ArrayList<>();
        double total = 0;
        int missing = 0;
        for (LocalDate date = biofix; !date.isAfter(until); date = date.plusDays(1)) {
            TemperatureDay day = byDate.get(date);
            missing += day == null ? 1 : 0;
            total += day == null ? usual : heat.of(day.minimumCelsius(), day.maximumCelsius());
            dates.add(date);
            totals.add(total);
        }
        return new HeatSum(biofix, dates, totals, missing);
    }

    public double total() {
        return totals.isEmpty() ? 0 : totals.getLast();
    }

    /** When a sum was reached; empty where it is not yet. */
    public Optional<LocalDate> reachedOn(double degreeDays) {
        for (int i = 0; i < totals.size(); i++) {
            if (totals.get(i) >= degreeDays) {
                return Optional.of(dates.get(i));
            }
        }
        return Optional.empty();
    }

    /** When a sum will be reached at the pace of the last week; empty where it is already, or nothing grows. */
    public Optional<LocalDate> expectedOn(double degreeDays) {
        int from = Math.max(0, totals.size() - 1 - PACE_DAYS);
        int days = totals.size() - 1 - from;
        double pace = days > 0 ? (total() - totals.get(from)) / days : 0;
        if (total() >= degreeDays || pace <= 0) {
            return Optional.empty();
        }
        return Optional.of(dates.getLast().plusDays((long) Math.ceil((degreeDays - total()) / pace)));
    }

    /** A stage of an insect, reached or to come. */
    public record Milestone(
            String event, double degreeDays, Optional<LocalDate> reachedOn, Optional<LocalDate> expectedOn) {}

    /** The stages of an insect by this sum, which must be counted with the insect's own thresholds. */
    public List<Milestone> milestones(InsectModel insect) {
        List<Milestone> milestones = new ArrayList<>();
        for (InsectStage stage : insect.stages()) {
            milestones.add(new Milestone(
                    stage.event(), stage.degreeDays(), reachedOn(stage.degreeDays()), expectedOn(stage.degreeDays())));
        }
        return milestones;
    }
}
