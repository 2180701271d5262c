package io.milliwatt.datasets.farm;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers a file's rows one by one, so that a bad one costs itself alone. */
final class RowCollector {
    private final List<FarmRow> rows = new ArrayList<>();
    private final List<DamagedRow> damaged = new ArrayList<>();

    /** Fills a row, and may fail at it. */
    interface Filler {
        LocalDateTime fill(Draft row);
    }

    /** A row being filled; what is blank or "nan" is left out. */
    static final class Draft {
        private final Map<FarmQuantity, Double> values = new EnumMap<>(FarmQuantity.class);
        private final SortedMap<Integer, Double> moisture = new TreeMap<>();
        private final SortedMap<Integer, Double> soil = new TreeMap<>();

        void put(FarmQuantity quantity, String field, double factor, double offset) {
            if (!missing(field)) {
                values.put(quantity, number(field) * factor + offset);
            }
        }

        void put(FarmQuantity quantity, String field) {
            put(quantity, field, 1, 0);
        }

        /** @param toPercent 100 where the file tells fractions; codes of missing values are not scaled */
        void moisture(int depthMillimetres, String field, double toPercent) {
            if (!missing(field)) {
                double value = number(field);
                moisture.put(depthMillimetres, value <= -9 || value >= 900 ? value : value * toPercent);
            }
        }

        void soil(int depthMillimetres, String field) {
            if (!missing(field)) {
                soil.put(depthMillimetres, number(field));
            }
        }

        private static boolean missing(String field) {
            String trimmed = field.trim();
            return trimmed.isEmpty()
                    || trimmed.equalsIgnoreCase("nan")
                    || trimmed.equalsIgnoreCase("na")
                    || trimmed.equalsIgnoreCase("null");
        }

        private static double number(String field) {
            return Double.parseDouble(field.trim());
        }
    }

    void add(int line, Filler filler) {
        Draft draft = new Draft();
        try {
            LocalDateTime time = filler.fill(draft);
            rows.add(new FarmRow(line, time, draft.values, draft.moisture, draft.soil));
        } catch (DateTimeException e) {
            damaged.add(new DamagedRow(line, DamagedRow.Fault.NO_DATE, e.getMessage()));
        } catch (NumberFormatException e) {
            damaged.add(new DamagedRow(line, DamagedRow.Fault.NO_NUMBER, field(e)));
        } catch (IndexOutOfBoundsException e) {
            damaged.add(new DamagedRow(line, DamagedRow.Fault.TOO_SHORT, ""));
        }
    }

    /** The field that Java's message tells: {@code For input string: "x"}. */
    static String field(NumberFormatException noNumber) {
        return noNumber.getMessage().replaceFirst("^[^\"]*\"", "").replaceFirst("\"[^\"]*$", "");
    }

    List<FarmRow> rows() {
        return rows;
    }

    List<DamagedRow> damaged() {
        return damaged;
    }
}
