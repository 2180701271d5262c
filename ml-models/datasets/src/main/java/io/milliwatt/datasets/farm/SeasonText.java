package io.milliwatt.datasets.farm;

import io.milliwatt.datasets.recording.RecordingException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Files of a pyfao56 season: daily weather, irrigations and soil layers, under a head between rows of asterisks. */
final class SeasonText {
    private static final int MILLIMETRES_PER_CENTIMETRE = 10;

    private SeasonText() {}

    static FarmFile weather(String name, String text) throws RecordingException {
        List<String> lines = text.lines().toList();
        List<String> columns = columns(name, lines, "Year-DOY");
        double height = head(lines, "Wind speed measurement height", 2);
        boolean tall = lines.stream()
                .anyMatch(line -> line.contains("Reference crop") && line.trim().startsWith("T"));
        RowCollector rows = new RowCollector();
        dated(lines, rows, (fields, draft) -> {
            put(draft, FarmQuantity.SOLAR, columns, fields, "Srad");
            put(draft, FarmQuantity.AIR_MAXIMUM, columns, fields, "Tmax");
            put(draft, FarmQuantity.AIR_MINIMUM, columns, fields, "Tmin");
            put(draft, FarmQuantity.DEW_POINT, columns, fields, "Tdew");
            put(draft, FarmQuantity.HUMIDITY_MAXIMUM, columns, fields, "RHmax");
            put(draft, FarmQuantity.HUMIDITY_MINIMUM, columns, fields, "RHmin");
            put(draft, FarmQuantity.WIND, columns, fields, "Wndsp");
            put(draft, FarmQuantity.RAIN, columns, fields, "Rain");
            if (!tall) {
                put(draft, FarmQuantity.REFERENCE, columns, fields, "ETref");
            }
        });
        return new FarmFile(FarmFileKind.PYFAO56_WTH, true, false, height, rows.rows(), List.of(), rows.damaged());
    }

    static FarmFile irrigation(String name, String text) throws RecordingException {
        List<String> lines = text.lines().toList();
        List<String> columns = columns(name, lines, "Year-DOY");
        RowCollector rows = new RowCollector();
        dated(lines, rows, (fields, draft) -> put(draft, FarmQuantity.IRRIGATION, columns, fields, "Depth"));
        return FarmFile.of(FarmFileKind.PYFAO56_IRR, true, rows);
    }

    static FarmFile soil(String name, String text) throws RecordingException {
        List<String> lines = text.lines().toList();
        List<String> columns = columns(name, lines, "Depth");
        List<FarmLayer> layers = new ArrayList<>();
        List<DamagedRow> damaged = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] fields = lines.get(i).trim().split("\\s+");
            if (!fields[0].matches("\\d+")) {
                continue;
            }
            try {
                layers.add(new FarmLayer(
                        Integer.parseInt(fields[0]) * MILLIMETRES_PER_CENTIMETRE,
                        Double.parseDouble(fields[columns.indexOf("thetaFC")]),
                        Double.parseDouble(fields[columns.indexOf("thetaWP")])));
            } catch (NumberFormatException e) {
                damaged.add(new DamagedRow(i + 1, DamagedRow.Fault.NO_NUMBER, RowCollector.field(e)));
            } catch (IndexOutOfBoundsException e) {
                damaged.add(new DamagedRow(i + 1, DamagedRow.Fault.TOO_SHORT, ""));
            }
        }
        return new FarmFile(FarmFileKind.PYFAO56_SOL, true, false, 2, List.of(), layers, damaged);
    }

    private interface Filler {
        void fill(String[] fields, RowCollector.Draft draft);
    }

    private static void dated(List<String> lines, RowCollector rows, Filler filler) {
        for (int i = 0; i < lines.size(); i++) {
            String[] fields = lines.get(i).trim().split("\\s+");
            if (fields[0].matches("\\d{4}-\\d{1,3}")) {
                rows.add(i + 1, draft -> {
                    filler.fill(fields, draft);
                    int dash = fields[0].indexOf('-');
                    try {
                        return LocalDate.ofYearDay(
                                        Integer.parseInt(fields[0].substring(0, dash)),
                                        Integer.parseInt(fields[0].substring(dash + 1)))
                                .atStartOfDay();
                    } catch (DateTimeException none) {
                        throw new DateTimeException(fields[0], none);
                    }
                });
            }
        }
    }

    private static List<String> columns(String name, List<String> lines, String first) throws RecordingException {
        for (String line : lines) {
            List<String> fields = List.of(line.trim().split("\\s+"));
            if (fields.getFirst().equals(first)) {
                return fields;
            }
        }
        throw new FarmFileException(FarmFileException.Fault.COLUMN_MISSING, name, List.of(first));
    }

    private static double head(List<String> lines, String label, double otherwise) {
        for (String line : lines) {
            String[] fields = line.trim().split("\\s+");
            if (line.contains(label) && fields[0].matches("-?\\d+(\\.\\d+)?")) {
                return Double.parseDouble(fields[0]);
            }
        }
        return otherwise;
    }

    private static void put(
            RowCollector.Draft draft, FarmQuantity quantity, List<String> columns, String[] fields, String column) {
        int place = columns.indexOf(column);
        if (place >= 0) {
            draft.put(quantity, fields[place]);
        }
    }
}
