package io.milliwatt.irrigation.weather;

import io.milliwatt.dsp.soil.evapotranspiration.HourlyEvapotranspiration;
import io.milliwatt.dsp.soil.evapotranspiration.HourlyWeather;
import io.milliwatt.dsp.soil.evapotranspiration.Humidity;
import io.milliwatt.dsp.soil.evapotranspiration.ReferenceSurface;
import io.milliwatt.dsp.soil.evapotranspiration.Standard;
import io.milliwatt.dsp.soil.evapotranspiration.Station;
import io.milliwatt.dsp.soil.evapotranspiration.Wind;
import io.milliwatt.irrigation.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * A local day summed from a station's rows. Extremes and means want all but four of its hours and no hole above three; sums want all but two. What is
 * not complete is not told, and a day whose temperatures are not is marked as partial; it is summed again when late rows come.
 */
public final class SummedDay {

    /** As a day's origin. */
    public static final String ORIGIN = "hours";

    /** Among what is missing: hours of the day. */
    public static final String PARTIAL = "hours";

    /** The row of midnight alone, which begins the next day's file, tells the last hour's rain and sun. */
    private static final int LAST_HOUR = 2;

    private static final double HALF_HOUR = 0.5;
    private static final double HOURS_PER_DAY = 24;
    /** An hour's radiation above the sun's own is a fault of the sensor (MJ/m²). */
    private static final double GREATEST_SOLAR = 5;

    private SummedDay() {}

    /** Empty where no row tells of the day. */
    public static Optional<WeatherDay> of(Site site, LocalDate date, Collection<MeasuredHour> rows) {
        HourBins celsius = HourBins.means(site, date, rows, MeasuredHour::temperatureCelsius);
        HourBins humidity = HourBins.means(site, date, rows, MeasuredHour::humidityPercent);
        HourBins wind = HourBins.means(site, date, rows, MeasuredHour::windMetresPerSecond);
        HourBins rain = HourBins.sums(site, date, rows, MeasuredHour::rainMillimetres);
        HourBins solar = HourBins.sums(site, date, rows, MeasuredHour::solarMegajoules);
        boolean onlyTheEndOfMidnight = rain.told() + solar.told() <= LAST_HOUR;
        if (celsius.told() + humidity.told() + wind.told() == 0 && onlyTheEndOfMidnight) {
            return Optional.empty();
        }
        List<MeasuredHour> within = rows.stream()
                .filter(row ->
                        !row.at().isBefore(site.startOf(date)) && row.at().isBefore(site.startOf(date.plusDays(1))))
                .toList();
        boolean moist = humidity.isWhole();
        WeatherDay day = ReferenceDay.reckon(
                site,
                new WeatherDay(
                        date,
                        celsius.isWhole() ? temperatures(within).min() : OptionalDouble.empty(),
                        celsius.isWhole() ? temperatures(within).max() : OptionalDouble.empty(),
                        moist ? humidities(within).min() : OptionalDouble.empty(),
                        moist ? humidities(within).max() : OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        wind.mean(),
                        rain.sumOfTold(),
                        solar.sum(),
                        OptionalDouble.empty(),
                        List.of(),
                        ORIGIN));
        boolean hourly = celsius.isComplete() && humidity.isComplete() && wind.isComplete() && solar.isComplete();
        OptionalDouble reference = hourly
                ? OptionalDouble.of(reference(site, date, celsius, humidity, wind, solar))
                : day.referenceMillimetres();
        List<String> missing = new ArrayList<>(day.missing());
        if (!celsius.isWhole()) {
            missing.add(PARTIAL);
        }
        return Optional.of(day.with(reference, missing));
    }

    /** The sum of the hours' reference evapotranspiration (ASCE 2005), dew not taken off. */
    private static double reference(
            Site site, LocalDate date, HourBins celsius, HourBins humidity, HourBins wind, HourBins solar) {
        Station station = Station.at(site.position().latitudeDegrees(), site.elevationMetres());
        double[] air = celsius.bridged();
        double[] moist = humidity.bridged();
        double[] moved = wind.bridged();
        double[] sun = solar.bridged();
        OptionalDouble cloudiness = OptionalDouble.empty();
        double sum = 0;
        for (int hour = 0; hour < air.length; hour++) {
            Instant begin = site.startOf(date).plus(Duration.ofHours(hour));
            LocalTime utc = LocalTime.ofInstant(begin, ZoneOffset.UTC);
            HourlyEvapotranspiration of = HourlyEvapotranspiration.of(
                    station,
                    site.position().longitudeDegrees(),
                    new HourlyWeather(
                            date.getDayOfYear(),
                            (utc.toSecondOfDay() / 3600.0 + HALF_HOUR) % HOURS_PER_DAY,
                            air[hour],
                            new Humidity.Mean(Math.clamp(moist[hour], 1, 100)),
                            Math.clamp(sun[hour], 0, GREATEST_SOLAR),
                            Wind.best(OptionalDouble.of(moved[hour]), 2)),
                    cloudiness,
                    ReferenceSurface.SHORT,
                    Standard.ASCE_2005);
            cloudiness = OptionalDouble.of(of.cloudiness());
            sum += Math.max(0, of.millimetres());
        }
        return sum;
    }

    private static DoubleStream temperatures(List<MeasuredHour> rows) {
        return rows.stream().flatMapToDouble(row -> row.temperatureCelsius().stream());
    }

    private static DoubleStream humidities(List<MeasuredHour> rows) {
        return rows.stream().flatMapToDouble(row -> row.humidityPercent().stream());
    }
}
