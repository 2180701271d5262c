package io.milliwatt.datasets.farm;

import io.milliwatt.datasets.recording.RecordingException;
import java.util.List;
import java.util.OptionalInt;

/** A farm's file cannot be read as a whole: as a sentence, and as a fault with its figures for whoever says it in another language. */
public final class FarmFileException extends RecordingException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String file;
    private final transient List<String> columns;
    private final int line;

    /** What is wrong, and what to do. */
    public enum Fault {
        EMPTY("is empty", "Choose a file with a line of column names and rows below it."),
        NO_TABLE("is no table", "Save it as comma-separated text."),
        NO_TIMES("has no column of dates among ", "Name one 'date' or 'time'."),
        NO_KNOWN_COLUMN(
                "has no column that is known among ",
                "Known are tmin, tmax, temperature, humidity, rhmin, rhmax, dewpoint, wind, rain, solar, et0, irrigation,"
                        + " soil_moisture_10cm and soil_temp_10cm."),
        COLUMN_MISSING("has no column named ", "Export or copy it again from its source."),
        SEVERAL_STATIONS("holds several stations", "Import the rows of the one station that is near this farm."),
        NO_STATION(
                "has no line with the station, its place and the sensor's depth",
                "Download it again as 'header and values'."),
        NO_ROW("has no row below its head", "Name another kind of file if that is wrong."),
        NO_READABLE_ROW("has no readable row: line ", "Name another kind of file if that is wrong.");

        private final String problem;
        private final String advice;

        Fault(String problem, String advice) {
            this.problem = problem;
            this.advice = advice;
        }
    }

    private FarmFileException(Fault fault, String file, String more, List<String> columns, int line) {
        super(file, fault.problem + more, fault.advice);
        this.fault = fault;
        this.file = file;
        this.columns = columns;
        this.line = line;
    }

    FarmFileException(Fault fault, String file) {
        this(fault, file, "", List.of(), 0);
    }

    /** @param columns that there are, or the one that is missing */
    FarmFileException(Fault fault, String file, List<String> columns) {
        this(fault, file, String.join(", ", columns), List.copyOf(columns), 0);
    }

    static FarmFileException noReadableRow(String file, DamagedRow first) {
        return new FarmFileException(
                Fault.NO_READABLE_ROW, file, first.line() + ", " + first.why(), List.of(), first.line());
    }

    public Fault fault() {
        return fault;
    }

    public String file() {
        return file;
    }

    /** Empty where columns are not what is wrong. */
    public List<String> columns() {
        return columns;
    }

    /** Counted from 1. */
    public OptionalInt line() {
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }
}
