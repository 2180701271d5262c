package io.milliwatt.training.soil.forecast;

import io.milliwatt.datasets.network.StationDays;
import io.milliwatt.datasets.network.StationDays.Quantity;
import io.milliwatt.dsp.fixedpoint.soil.FutureRain;
import io.milliwatt.dsp.fixedpoint.soil.SiteDay;
import io.milliwatt.dsp.fixedpoint.soil.Water;
import io.milliwatt.runtime.soil.SoilDays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a node at a climate station would have known day by day, and what came of it. The station's daily means stand for the node's own: its
 * quality control is left out, so days of frozen ground are among them.
 */
public final class StationSamples {

    /** A depth with fewer days teaches and judges nothing. */
    private static final int LEAST_DAYS = 60;

    private static final int[] HORIZONS = {1, 3, 7};
    private static final double UNITS_PER_FRACTION = 10_000;
    private static final double UNITS_PER_DEGREE = 100;
    private static final double TENTHS_PER_MILLIMETRE = 10;
    private static final int MILLIMETRES_PER_CENTIMETRE = 10;

    private final StationDays station;
    private final int[] rain;
    private final short[][] water;
    private final short[][] soil;

    private StationSamples(StationDays station) {
        this.station = station;
        rain = Arrays.stream(station.of(Quantity.RAIN))
                .mapToInt(each ->
                        Double.isNaN(each) ? 0 : (int) Math.clamp(Math.round(each * TENTHS_PER_MILLIMETRE), 0, 65_535))
                .toArray();
        int depths = StationDays.depthsCentimetres().length;
        water = new short[depths][];
        soil = new short[depths][];
        for (int depth = 0; depth < depths; depth++) {
            water[depth] = counts(station.moisture(depth), UNITS_PER_FRACTION);
            soil[depth] = counts(station.soilTemperature(depth), UNITS_PER_DEGREE);
        }
    }

    public static List<DepthSample> of(List<StationDays> stations) {
        return stations.stream()
                .flatMap(each -> new StationSamples(each).samples().stream())
                .toList();
    }

    private static short[] counts(double[] values, double units) {
        short[] counts = new short[values.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = count(values[i], units);
        }
        return counts;
    }

    private static short count(double value, double units) {
        return Double.isNaN(value)
                ? Water.MISSING
                : (short) Math.clamp(Math.round(value * units), -Short.MAX_VALUE, Short.MAX_VALUE);
    }

    private List<DepthSample> samples() {
        List<DepthSample> samples = new ArrayList<>();
        int[] millimetres = Arrays.stream(StationDays.depthsCentimetres())
                .map(each -> each * MILLIMETRES_PER_CENTIMETRE)
                .toArray();
        SoilDays days = new SoilDays(millimetres, (int) Math.round(station.latitudeDegrees() * UNITS_PER_DEGREE));
        double[] mean = station.of(Quantity.AIR_MEAN);
        double[] highest = station.of(Quantity.AIR_MAXIMUM);
        double[] lowest = station.of(Quantity.AIR_MINIMUM);
        for (int day = 0; day < station.length(); day++) {
            int today = day;
            days.end(
                    new SiteDay(
                            station.date(day).getDayOfYear(),
                            rain[day],
                            count(mean[day], UNITS_PER_DEGREE),
                            count(highest[day] - lowest[day], UNITS_PER_DEGREE)),
                    at(water, day),
                    at(soil, day));
            for (int depth = 0; depth < water.length; depth++) {
                int[] changes = changes(depth, day);
                Optional<short[]> features =
                        judged(depth) ? days.features(depth, FutureRain.UNKNOWN) : Optional.empty();
                if (features.isPresent() && Arrays.stream(changes).anyMatch(each -> each != DepthSample.UNKNOWN)) {
                    samples.add(new DepthSample(
                            station.station(), depth, features.get(), new FutureRain(rainAfter(today)), changes));
                }
            }
        }
        return samples;
    }

    private boolean judged(int depth) {
        return IntStream.range(0, water[depth].length)
                        .filter(day -> Water.known(water[depth][day]))
                        .count()
                >= LEAST_DAYS;
    }

    private static short[] at(short[][] values, int day) {
        short[] column = new short[values.length];
        for (int depth = 0; depth < column.length; depth++) {
            column[depth] = values[depth][day];
        }
        return column;
    }

    private int[] changes(int depth, int day) {
        return Arrays.stream(HORIZONS)
                .map(ahead -> day + ahead < water[depth].length
                                && Water.known(water[depth][day])
                                && Water.known(water[depth][day + ahead])
                        ? water[depth][day + ahead] - water[depth][day]
                        : DepthSample.UNKNOWN)
                .toArray();
    }

    private int[] rainAfter(int day) {
        return IntStream.rangeClosed(1, FutureRain.DAYS)
                .map(ahead -> day + ahead < rain.length ? rain[day + ahead] : 0)
                .toArray();
    }
}
