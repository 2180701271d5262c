package io.milliwatt.datasets.wfdb;

import io.milliwatt.datasets.recording.Findings;
import io.milliwatt.datasets.recording.RecordingException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Time and date of a record's first sample, as a header's record line states them. */
record RecordStart(Optional<LocalTime> time, Optional<LocalDate> date) {
    static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("H:m:s")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** The WFDB library's own headers show 0/0/0 where no date is known. */
    private static final String NO_DATE = "0+/0+/0+";

    static RecordStart parse(String file, Optional<String> time, Optional<String> date, Findings findings)
            throws RecordingException {
        Optional<LocalTime> parsedTime = Optional.empty();
        Optional<LocalDate> parsedDate = Optional.empty();
        try {
            parsedTime = time.map(text -> LocalTime.parse(text, TIME));
            parsedDate = date.filter(text -> !text.matches(NO_DATE)).map(text -> LocalDate.parse(text, DATE));
        } catch (DateTimeException e) {
            findings.damage(
                    file,
                    "states \"" + time.orElse("") + date.map(text -> " " + text).orElse("")
                            + "\" as its time and date; HH:MM:SS and DD/MM/YYYY are needed",
                    "Correct the header, or take the time out of it.");
            parsedTime = Optional.empty();
        }
        return new RecordStart(parsedTime, parsedDate);
    }
}
