package io.milliwatt.datasets.network;

import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/**
 * Hamburg's urban soil climate observatory by the hour, as its publishers cleaned it: for each station a table hamburg_sNN.csv(.gz) with time and
 * dXXcm_vwc columns, hamburg_precip.csv(.gz) for all, and stationflag.csv with a judgement of each sensor (rows stations, columns depths).
 */
public final class HamburgHours {
    private static final int[] DEPTHS_CENTIMETRES = {5, 10, 40, 80, 160};
    private static final String GOOD = "100";

    private HamburgHours() {}

    /**
     * A sensor.
     *
     * @param good by its publishers' judgement of the whole sensor
     * @param moisture m³/m³ by the hour, NaN where missing
     * @param rainMillimetres by the same hours
     */
    public record Sensor(
            int station,
            int depthCentimetres,
            boolean good,
            LocalDateTime start,
            double[] moisture,
            double[] rainMillimetres) {}

    public static List<Sensor> read(Path folder) throws RecordingException {
        List<String[]> flags = flags(folder.resolve("stationflag.csv"));
        Map<LocalDateTime, Double> rain = new TreeMap<>();
        CommaTable.read(
                file(folder, "hamburg_precip.csv"),
                List.of("time", "ppt_mm_h"),
                row -> rain.put(time(row), CommaTable.number(row, "ppt_mm_h")));
        List<Sensor> sensors = new ArrayList<>();
        for (int station = 1; station <= flags.size(); station++) {
            String name = String.format("hamburg_s%02d.csv", station);
            if (exists(folder, name)) {
                sensors.addAll(station(file(folder, name), station, flags.get(station - 1), rain));
            }
        }
        return sensors;
    }

    private static List<Sensor> station(Path file, int station, String[] flags, Map<LocalDateTime, Double> rain)
            throws RecordingException {
        Map<LocalDateTime, CSVRecord> rows = new TreeMap<>();
        CommaTable.read(file, List.of("time"), row -> rows.put(time(row), row));
        if (rows.isEmpty()) {
            return List.of();
        }
        LocalDateTime start = rows.keySet().iterator().next();
        LocalDateTime end = new ArrayList<>(rows.keySet()).getLast();
        int hours = (int) ChronoUnit.HOURS.between(start, end) + 1;
        double[] rainThere = missing(hours);
        for (int hour = 0; hour < hours; hour++) {
            rainThere[hour] = rain.getOrDefault(start.plusHours(hour), Double.NaN);
        }
        List<Sensor> sensors = new ArrayList<>();
        for (int depth = 0; depth < DEPTHS_CENTIMETRES.length; depth++) {
            String column = String.format("d%02dcm_vwc", DEPTHS_CENTIMETRES[depth]);
            if (!rows.values().iterator().next().isMapped(column)) {
                continue;
            }
            double[] moisture = missing(hours);
            for (Map.Entry<LocalDateTime, CSVRecord> row : rows.entrySet()) {
                moisture[(int) ChronoUnit.HOURS.between(start, row.getKey())] =
                        CommaTable.number(row.getValue(), column);
            }
            sensors.add(new Sensor(
                    station,
                    DEPTHS_CENTIMETRES[depth],
                    depth < flags.length && flags[depth].trim().equals(GOOD),
                    start,
                    moisture,
                    rainThere));
        }
        return sensors;
    }

    private static List<String[]> flags(Path file) throws RecordingException {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new RecordingException(
                    file.toString(), "could not be read", "It judges the sensors; copy it again.", e);
        }
    }

    private static boolean exists(Path folder, String name) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith(name));
        } catch (IOException e) {
            return false;
        }
    }

    private static Path file(Path folder, String name) {
        Path packed = folder.resolve(name + ".gz");
        return Files.exists(packed) ? packed : folder.resolve(name);
    }

    private static LocalDateTime time(CSVRecord row) {
        return LocalDateTime.parse(row.get("time"));
    }

    private static double[] missing(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
