package io.milliwatt.datasets.farm;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms of files that are read. */
public enum FarmFileKind {
    /** A table with a line of column names and a date or time in each row. */
    STATION_CSV,
    /** NOAA's climate reference network by the day, as comma-separated table or as its own text product, or by the hour as its text product. */
    USCRN,
    /** The International Soil Moisture Network's header and values (.stm), one sensor. */
    ISMN,
    PYFAO56_WTH,
    PYFAO56_IRR,
    PYFAO56_SOL,
    /** A probe's table as OpenAgri keeps it. */
    OPENAGRI;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FarmFileKind> fromLabel(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }

    /** By how a file begins. */
    static FarmFileKind of(String text) {
        String head = text.substring(0, Math.min(text.length(), 2000)).toLowerCase(Locale.ROOT);
        String first = head.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        if (head.contains("pyfao56")) {
            return head.contains("irrigation data")
                    ? PYFAO56_IRR
                    : head.contains("soil profile data") ? PYFAO56_SOL : PYFAO56_WTH;
        }
        if (first.startsWith("wban") || first.matches("\\d{5}\\s+\\d{8}\\s.*")) {
            return USCRN;
        }
        if (first.contains("soil moisture 10cm") || first.startsWith("date,soil moisture")) {
            return OPENAGRI;
        }
        return first.matches("\\S+\\s+\\S+\\s+\\S+(\\s+-?[0-9.]+){5}\\s+\\S.*") ? ISMN : STATION_CSV;
    }
}
