package io.milliwatt.irrigation.weather;

import io.milliwatt.irrigation.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * The hours of a local day, of which a change of the clock leaves 23 or makes 25, and which of them a quantity was told for.
 *
 * @param values one an hour; NaN where none was told
 */
record HourBins(double[] values) {

    /** So many hours may be missing from a sum; they are drawn between their neighbours. */
    private static final int BRIDGED = 2;
    /** So many may be missing from extremes and means. */
    private static final int LACKED = 4;
    /** And so many in a row, in which a day may have its extreme. */
    private static final int LONGEST_HOLE = 3;

    private static final double SECONDS_PER_HOUR = 3600;

    /** Of a moment's quantity: the mean of an hour's rows. */
    static HourBins means(
            Site site, LocalDate date, Collection<MeasuredHour> rows, Function<MeasuredHour, OptionalDouble> value) {
        double[] sums = new double[hours(site, date)];
        int[] counts = new int[sums.length];
        for (MeasuredHour row : rows) {
            double hours = since(site, date, row.at());
            if (hours >= 0 && hours < sums.length && value.apply(row).isPresent()) {
                sums[(int) hours] += value.apply(row).getAsDouble();
                counts[(int) hours]++;
            }
        }
        return told(sums, counts, true);
    }

    /** Of what came since the row before: a row at midnight still tells of the day that ends. */
    static HourBins sums(
            Site site, LocalDate date, Collection<MeasuredHour> rows, Function<MeasuredHour, OptionalDouble> value) {
        double[] sums = new double[hours(site, date)];
        int[] counts = new int[sums.length];
        for (MeasuredHour row : rows) {
            double hours = since(site, date, row.at());
            if (hours > 0 && hours <= sums.length && value.apply(row).isPresent()) {
                int place = (int) Math.ceil(hours) - 1;
                sums[place] += value.apply(row).getAsDouble();
                counts[place]++;
            }
        }
        return told(sums, counts, false);
    }

    private static HourBins told(double[] sums, int[] counts, boolean mean) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = counts[i] == 0 ? Double.NaN : mean ? sums[i] / counts[i] : sums[i];
        }
        return new HourBins(sums);
    }

    int told() {
        return (int) Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }

    /** Whether extremes and a mean can be told of the day. */
    boolean isWhole() {
        int hole = 0;
        int longest = 0;
        for (double value : values) {
            hole = Double.isNaN(value) ? hole + 1 : 0;
            longest = Math.max(longest, hole);
        }
        return values.length - told() <= LACKED && longest <= LONGEST_HOLE;
    }

    /** Whether a sum can be told, and hours computed one by one. */
    boolean isComplete() {
        return values.length - told() <= BRIDGED;
    }

    OptionalDouble mean() {
        return isWhole() ? known().average() : OptionalDouble.empty();
    }

    /** What was told and, of missing hours, what lies between their neighbours. */
    OptionalDouble sum() {
        return isComplete() ? OptionalDouble.of(Arrays.stream(bridged()).sum()) : OptionalDouble.empty();
    }

    /** Only what was told: rain does not fall between its neighbours. */
    OptionalDouble sumOfTold() {
        return isComplete() ? OptionalDouble.of(known().sum()) : OptionalDouble.empty();
    }

    double[] bridged() {
        double[] all = values.clone();
        for (int i = 0; i < all.length; i++) {
            if (Double.isNaN(all[i])) {
                all[i] = between(i);
            }
        }
        return all;
    }

    private double between(int place) {
        int before = place;
        while (before >= 0 && Double.isNaN(values[before])) {
            before--;
        }
        int after = place;
        while (after < values.length && Double.isNaN(values[after])) {
            after++;
        }
        if (before < 0 || after >= values.length) {
            return before < 0 ? values[after] : values[before];
        }
        return values[before] + (values[after] - values[before]) * (place - before) / (after - before);
    }

    private DoubleStream known() {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value));
    }

    private static int hours(Site site, LocalDate date) {
        return (int) Duration.between(site.startOf(date), site.startOf(date.plusDays(1)))
                .toHours();
    }

    private static double since(Site site, LocalDate date, Instant at) {
        return Duration.between(site.startOf(date), at).toSeconds() / SECONDS_PER_HOUR;
    }
}
