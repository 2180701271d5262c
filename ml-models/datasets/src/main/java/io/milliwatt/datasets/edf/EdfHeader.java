package io.milliwatt.datasets.edf;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a file says of all its signals.
 *
 * @param patient at most 80 characters; in EDF+ code, sex, birthdate and name, X for what is not told
 * @param recording at most 80 characters; in EDF+ it begins with Startdate
 * @param start in local time, if the file states one
 * @param recordSeconds how long a data record lasts, 0 or more; 0 only in files that hold nothing but annotations
 */
public record EdfHeader(
        EdfKind kind, String patient, String recording, Optional<LocalDateTime> start, double recordSeconds) {
    /** What EDF+ writes for a patient of whom nothing is told. */
    public static final String UNKNOWN_PATIENT = "X X X X";

    /** Day, English month in capitals, year. */
    static final DateTimeFormatter LONG_DATE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("dd-MMM-yyyy")
            .toFormatter(Locale.ENGLISH);

    static final String STARTDATE = "Startdate ";

    public EdfHeader {
        Objects.requireNonNull(kind, "kind is null");
        Objects.requireNonNull(patient, "patient is null");
        Objects.requireNonNull(recording, "recording is null");
        Objects.requireNonNull(start, "start is null");
        if (!(recordSeconds >= 0) || !Double.isFinite(recordSeconds)) {
            throw new IllegalArgumentException("a data record must last 0 s or more, not " + recordSeconds);
        }
    }

    /** The recording field EDF+ asks for, with nothing told besides the date: administration code, technician and equipment are X. */
    public static String recordingOf(Optional<LocalDate> date) {
        return STARTDATE
                + date.map(day -> LONG_DATE.format(day).toUpperCase(Locale.ENGLISH))
                        .orElse("X") + " X X X";
    }
}
