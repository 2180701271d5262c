package io.milliwatt.datasets.farm;

import io.milliwatt.datasets.recording.RecordingException;
import java.util.List;
import java.util.Locale;

/**
 * One sensor of the International Soil Moisture Network in its header-and-values form (.stm): a line with network, station, place, depths and sensor, then
 * rows of date, time (UTC), value, the network's flag and the provider's. Soil moisture is in m³/m³.
 */
final class IsmnText {
    private static final int LEAST_HEAD = 8;

    private IsmnText() {}

    static FarmFile read(String name, String text) throws RecordingException {
        List<String> lines = text.lines().toList();
        String[] head = lines.getFirst().trim().split("\\s+");
        // Network, network or station, station, latitude, longitude, elevation, upper and lower depth in m, sensor.
        if (head.length < LEAST_HEAD) {
            throw new FarmFileException(FarmFileException.Fault.NO_STATION, name);
        }
        int depth = depth(name, head);
        boolean temperature = name.toLowerCase(Locale.ROOT).contains("_ts_");
        RowCollector rows = new RowCollector();
        for (int i = 1; i < lines.size(); i++) {
            String[] fields = lines.get(i).trim().split("\\s+");
            if (!lines.get(i).isBlank()) {
                rows.add(i + 1, draft -> {
                    if (temperature) {
                        draft.soil(depth, fields[2]);
                    } else {
                        draft.moisture(depth, fields[2], 100);
                    }
                    return Times.read(fields[0] + " " + fields[1]);
                });
            }
        }
        return new FarmFile(FarmFileKind.ISMN, false, true, 2, rows.rows(), List.of(), rows.damaged());
    }

    /** Depths are the last two numbers before the sensor's name; the middle between them is the sensor's. */
    private static int depth(String name, String[] head) throws RecordingException {
        for (int i = head.length - 1; i > 0; i--) {
            if (head[i].matches("-?\\d+(\\.\\d+)?") && head[i - 1].matches("-?\\d+(\\.\\d+)?")) {
                double middle = (Double.parseDouble(head[i]) + Double.parseDouble(head[i - 1])) / 2;
                return Math.max(10, (int) Math.rint(1000 * middle));
            }
        }
        throw new FarmFileException(FarmFileException.Fault.NO_STATION, name);
    }
}
