package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.network.HamburgHours;
import io.milliwatt.datasets.network.StationDays;
import io.milliwatt.datasets.network.StationDays.Quantity;
import io.milliwatt.datasets.network.UscrnDaily;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.models.ReleasedModels;
import io.milliwatt.runtime.soil.SoilDepth;
import io.milliwatt.runtime.soil.SoilSettings;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The released model's chain, in Java and in the firmware, on what real stations measured. The property milliwatt.all takes all of them. */
class SoilStationsTest {

    private static final String DAILY = "soil/uscrn-daily-2020";
    private static final String HOURLY = "soil/hamburg-hourly";
    private static final boolean ALL = Boolean.getBoolean("milliwatt.all");
    private static final int HOURS = 24;
    /** Of the network's five depths, those that a node takes. */
    private static final int[] DEPTHS = {0, 1, 2, 3};

    private static Path folder(String name) {
        var folder = RecordingFolder.find(name);
        Assumptions.assumeTrue(folder.isPresent(), RecordingFolder.absence(name));
        return folder.orElseThrow();
    }

    private static byte[] released() {
        return ReleasedModels.newest("soil").orElseThrow().bundle();
    }

    /** Each day's values as twenty-four readings, the day's rain with the one at noon. */
    @Test
    void aYearOfDailyStationsIsForecastAlike() throws RecordingException {
        int forecasts = 0;
        int stations = 0;
        for (StationDays station : UscrnDaily.read(folder(DAILY).resolve("uscrn_daily_2020_dev.csv.gz"))) {
            if (ALL || stations < 8) {
                forecasts += watch(station);
                stations++;
            }
        }
        assertThat(forecasts).as("forecasts of %d stations", stations).isGreaterThan(stations * 100);
    }

    private static int watch(StationDays station) {
        int[] centimetres = StationDays.depthsCentimetres();
        List<SoilDepth> places = Arrays.stream(DEPTHS)
                .mapToObj(depth -> SoilDepth.of(10 * centimetres[depth]))
                .toList();
        SoilSettings settings = new SoilSettings(places, (int) Math.round(100 * station.latitudeDegrees()), 0, 1_000);
        try (SoilTwins twins = new SoilTwins(released(), settings)) {
            for (int day = 0; day < station.length(); day++) {
                long midnight = station.date(day).toEpochDay() * 86_400;
                for (int hour = 0; hour < HOURS; hour++) {
                    twins.accept(
                            "station " + station.station() + ", " + station.date(day),
                            moment(station, day, midnight + 3_600L * hour, hour));
                }
                if (day % 5 == 0) {
                    twins.expectRain("station " + station.station(), rain(station, day), midnight / 86_400);
                }
            }
            return twins.forecasts();
        }
    }

    private static SoilMoment moment(StationDays station, int day, long seconds, int hour) {
        short[] water = new short[DEPTHS.length];
        short[] soil = new short[DEPTHS.length];
        for (int depth : DEPTHS) {
            water[depth] = hundredths(100 * station.moisture(depth)[day]);
            soil[depth] = hundredths(station.soilTemperature(depth)[day]);
        }
        double coldest = station.of(Quantity.AIR_MINIMUM)[day];
        double warmest = station.of(Quantity.AIR_MAXIMUM)[day];
        double rain = station.of(Quantity.RAIN)[day];
        int tenths = hour == 12 && !Double.isNaN(rain) ? (int) Math.round(10 * Math.max(0, rain)) : 0;
        return new SoilMoment(
                seconds, water, soil, hundredths(hour < 12 ? coldest : warmest), Math.min(65_535, tenths), 3_000);
    }

    private static int[] rain(StationDays station, int day) {
        int[] tenths = new int[7];
        for (int ahead = 0; ahead < tenths.length; ahead++) {
            double rain = day + ahead < station.length() ? station.of(Quantity.RAIN)[day + ahead] : 0;
            tenths[ahead] = Double.isNaN(rain) ? 0 : (int) Math.round(10 * Math.max(0, rain));
        }
        return tenths;
    }

    private static short hundredths(double value) {
        return Double.isNaN(value)
                ? SoilMoment.MISSING
                : (short) Math.clamp(Math.round(100 * value), Short.MIN_VALUE + 1L, Short.MAX_VALUE);
    }

    @Test
    void hoursOfHamburgsStationsAreJudgedAlike() throws RecordingException {
        Map<Integer, List<HamburgHours.Sensor>> stations = HamburgHours.read(folder(HOURLY)).stream()
                .collect(Collectors.groupingBy(HamburgHours.Sensor::station, TreeMap::new, Collectors.toList()));
        int watched = 0;
        int forecasts = 0;
        int flags = 0;
        for (List<HamburgHours.Sensor> sensors : stations.values()) {
            if (ALL || watched < 3) {
                try (SoilTwins twins = new SoilTwins(released(), settings(sensors))) {
                    watch(twins, sensors);
                    forecasts += twins.forecasts();
                    flags |= twins.flagsSeen();
                    watched++;
                }
            }
        }
        assertThat(forecasts).as("forecasts of %d stations", watched).isGreaterThan(watched * 300);
        assertThat(flags).as("flags that came").isNotZero();
    }

    private static List<HamburgHours.Sensor> probes(List<HamburgHours.Sensor> sensors) {
        return sensors.subList(0, Math.min(SoilProbes.MOST_DEPTHS, sensors.size()));
    }

    private static SoilSettings settings(List<HamburgHours.Sensor> sensors) {
        return new SoilSettings(
                probes(sensors).stream()
                        .map(sensor -> SoilDepth.of(10 * sensor.depthCentimetres()))
                        .toList(),
                5_355,
                60,
                900);
    }

    private static void watch(SoilTwins twins, List<HamburgHours.Sensor> all) {
        List<HamburgHours.Sensor> sensors = probes(all);
        HamburgHours.Sensor first = sensors.getFirst();
        long start = first.start().toEpochSecond(ZoneOffset.UTC);
        for (int hour = 0; hour < first.moisture().length; hour++) {
            short[] water = new short[sensors.size()];
            short[] soil = new short[sensors.size()];
            for (int probe = 0; probe < water.length; probe++) {
                double[] moisture = sensors.get(probe).moisture();
                water[probe] = hour < moisture.length ? hundredths(100 * moisture[hour]) : SoilMoment.MISSING;
                soil[probe] = SoilMoment.MISSING;
            }
            double rain = first.rainMillimetres()[hour];
            twins.accept(
                    "station " + first.station() + ", hour " + hour,
                    new SoilMoment(
                            start + 3_600L * hour,
                            water,
                            soil,
                            SoilMoment.MISSING,
                            Double.isNaN(rain) ? 0 : (int) Math.round(10 * rain),
                            0));
        }
    }
}
