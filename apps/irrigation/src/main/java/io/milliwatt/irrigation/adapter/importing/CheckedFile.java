package io.milliwatt.irrigation.adapter.importing;

import io.milliwatt.datasets.farm.DamagedRow;
import io.milliwatt.datasets.farm.FarmFile;
import io.milliwatt.datasets.farm.FarmQuantity;
import io.milliwatt.datasets.farm.FarmRow;
import io.milliwatt.irrigation.intake.Excluded;
import io.milliwatt.irrigation.intake.RainColumn;
import io.milliwatt.irrigation.intake.WaterContentCheck;
import io.milliwatt.irrigation.intake.WeatherCheck;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.site.Site;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A file's rows in the order of time, each value looked at.
 *
 * @param rows whose values can be
 * @param excluded values that cannot
 * @param problems for people, with the line where there is one
 * @param repeated rows that tell a time that an earlier row has told
 */
record CheckedFile(List<Row> rows, List<Excluded> excluded, List<Problem> problems, int repeated) {

    /** @param moisturePercent by depth in mm; what cannot be is kept too, and told in {@code badDepths} */
    record Row(
            int line,
            Instant at,
            Map<FarmQuantity, Double> values,
            SortedMap<Integer, Double> moisturePercent,
            List<Integer> badDepths,
            SortedMap<Integer, Double> soilCelsius) {

        OptionalDouble value(FarmQuantity quantity) {
            Double known = values.get(quantity);
            return known == null ? OptionalDouble.empty() : OptionalDouble.of(known);
        }
    }

    record Problem(Optional<Integer> line, Reason reason) {}

    static CheckedFile of(FarmFile file, Site site) {
        List<Excluded> excluded = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (DamagedRow damaged : file.damaged()) {
            problems.add(new Problem(Optional.of(damaged.line()), FileReasons.of(damaged)));
        }
        TreeMap<Instant, Row> byTime = new TreeMap<>();
        LocalDateTime before = LocalDateTime.MIN;
        int repeated = 0;
        for (FarmRow row : file.rows()) {
            Instant at = moment(file, row, site, before, problems);
            before = row.time();
            if (byTime.containsKey(at)) {
                repeated++;
                problems.add(new Problem(Optional.of(row.line()), Reason.of(ReasonCode.DUPLICATE)));
            } else {
                byTime.put(at, checked(row, at, excluded, problems));
            }
        }
        List<Row> rows = new ArrayList<>(byTime.values());
        rain(rows, excluded, problems);
        return new CheckedFile(rows, excluded, problems, repeated);
    }

    /** An hour that the clock skipped is taken as the first after it; one that it told twice is the later one the second time. */
    private static Instant moment(FarmFile file, FarmRow row, Site site, LocalDateTime before, List<Problem> problems) {
        if (file.universal()) {
            return row.time().toInstant(ZoneOffset.UTC);
        }
        List<ZoneOffset> offsets = site.timeZone().getRules().getValidOffsets(row.time());
        if (offsets.size() == 1 || file.daily()) {
            return row.time().atZone(site.timeZone()).toInstant();
        }
        problems.add(new Problem(
                Optional.of(row.line()),
                Reason.of(ReasonCode.CLOCK_CHANGED)
                        .with("hour", row.time().getHour())
                        .with("times", offsets.isEmpty() ? "not" : "twice")));
        boolean second = !row.time().isAfter(before);
        return offsets.isEmpty()
                ? row.time().atZone(site.timeZone()).toInstant()
                : row.time().toInstant(second ? offsets.getLast() : offsets.getFirst());
    }

    private static Row checked(FarmRow row, Instant at, List<Excluded> excluded, List<Problem> problems) {
        Map<FarmQuantity, Double> values = new EnumMap<>(FarmQuantity.class);
        row.values()
                .forEach((quantity, value) -> WeatherCheck.of(quantity, value)
                        .ifPresentOrElse(
                                reason -> exclude(
                                        row.line(),
                                        at,
                                        WeatherCheck.label(quantity),
                                        value,
                                        reason,
                                        excluded,
                                        problems),
                                () -> values.put(quantity, value)));
        SortedMap<Integer, Double> moisture = new TreeMap<>();
        List<Integer> bad = new ArrayList<>();
        row.moisturePercent().forEach((depth, percent) -> {
            Optional<Reason> reason = WaterContentCheck.of(percent, OptionalDouble.empty());
            reason.ifPresent(why -> {
                exclude(row.line(), at, "water-content@" + depth, percent, why, excluded, problems);
                bad.add(depth);
            });
            if (reason.filter(why -> why.code() == ReasonCode.MISSING_CODE).isEmpty()) {
                moisture.put(depth, percent);
            }
        });
        SortedMap<Integer, Double> celsius = new TreeMap<>();
        row.soilCelsius()
                .forEach((depth, value) -> WeatherCheck.of(FarmQuantity.AIR, value)
                        .ifPresentOrElse(
                                reason -> exclude(
                                        row.line(), at, "soil-temperature@" + depth, value, reason, excluded, problems),
                                () -> celsius.put(depth, value)));
        return new Row(row.line(), at, values, moisture, bad, celsius);
    }

    /** A code for a missing value is left out and is no problem: archives are full of them. */
    private static void exclude(
            int line,
            Instant at,
            String quantity,
            double value,
            Reason reason,
            List<Excluded> excluded,
            List<Problem> problems) {
        excluded.add(new Excluded(at, quantity, OptionalDouble.of(value), reason));
        if (reason.code() != ReasonCode.MISSING_CODE) {
            problems.add(new Problem(Optional.of(line), reason));
        }
    }

    private static void rain(List<Row> rows, List<Excluded> excluded, List<Problem> problems) {
        List<Double> told = new ArrayList<>();
        rows.forEach(row -> told.add(row.values().getOrDefault(FarmQuantity.RAIN, Double.NaN)));
        if (told.stream().allMatch(value -> value.isNaN())) {
            return;
        }
        RainColumn rain = RainColumn.of(told);
        if (rain.counter()) {
            problems.add(new Problem(Optional.empty(), Reason.of(ReasonCode.RAIN_IS_A_COUNTER)));
        }
        for (int i = 0; i < rows.size(); i++) {
            double millimetres = rain.millimetres().get(i);
            if (Double.isNaN(millimetres)) {
                rows.get(i).values().remove(FarmQuantity.RAIN);
            } else {
                rows.get(i).values().put(FarmQuantity.RAIN, millimetres);
            }
        }
        for (int place : rain.stuck()) {
            Reason reason = Reason.of(ReasonCode.RAIN_COUNTER_STUCK)
                    .with("hours", rain.stuck().size());
            exclude(rows.get(place).line(), rows.get(place).at(), "rain", told.get(place), reason, excluded, problems);
        }
    }
}
