package io.milliwatt.ecg.summary;

import io.milliwatt.ecg.signal.Beat;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A span of monitoring as a whole and by hours of the clock.
 *
 * @param hours the earliest first; the first and the last are cut to the span
 */
public record MonitoringSummary(Stretch whole, List<Stretch> hours) {

    public MonitoringSummary {
        hours = List.copyOf(hours);
    }

    /**
     * Where two nodes tell of the same hour, the one with more beats counts, so that no beat counts twice.
     *
     * @param beats with persons' words on them, in any order
     * @param rates of short stretches of equal length, in any order
     */
    public static MonitoringSummary of(Instant from, Instant to, List<Beat> beats, List<HeartRate> rates) {
        List<Stretch> hours = new ArrayList<>();
        List<Beat> counted = new ArrayList<>();
        for (Instant begin = from; begin.isBefore(to); ) {
            Instant start = begin;
            Instant next = start.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
            Instant end = next.isAfter(to) ? to : next;
            List<Beat> ofHour = ofOneNode(within(beats, Beat::at, start, end));
            counted.addAll(ofHour);
            hours.add(Stretch.of(start, end, ofHour, within(rates, HeartRate::at, start, end)));
            begin = end;
        }
        return new MonitoringSummary(Stretch.of(from, to, counted, within(rates, HeartRate::at, from, to)), hours);
    }

    private static List<Beat> ofOneNode(List<Beat> beats) {
        return beats.stream().collect(Collectors.groupingBy(Beat::node)).values().stream()
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of())
                .stream()
                .sorted(Comparator.comparing(Beat::at))
                .toList();
    }

    private static <T> List<T> within(List<T> all, Function<T, Instant> at, Instant from, Instant to) {
        return all.stream()
                .filter(each -> !at.apply(each).isBefore(from) && at.apply(each).isBefore(to))
                .toList();
    }
}
