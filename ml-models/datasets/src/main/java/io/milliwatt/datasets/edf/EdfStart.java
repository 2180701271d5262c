package io.milliwatt.datasets.edf;

import io.milliwatt.datasets.recording.Findings;
import io.milliwatt.datasets.recording.RecordingException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Date and time of a recording's start: two digits of the year in its own field, four in the recording field of EDF+. */
final class EdfStart {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH.mm.ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** Two digits from here on mean the last century (EDF+ §2.1.3). */
    private static final int FIRST_YEAR = 1985;

    /** What EDF+ writes where the date is not told (§2.1.3.3). */
    static final String NO_DATE = "01.01.85";

    static final String NO_TIME = "00.00.00";

    private EdfStart() {}

    static Optional<LocalDateTime> parse(String file, String date, String time, String recording, Findings findings)
            throws RecordingException {
        if (date.equals(NO_DATE) && recording.startsWith(EdfHeader.STARTDATE + "X")) {
            return Optional.empty();
        }
        Optional<LocalDate> longDate = longDate(recording);
        try {
            LocalDate day = longDate.isPresent() && date.endsWith("yy") ? longDate.get() : shortDate(date);
            LocalDateTime start = longDate.orElse(day).atTime(LocalTime.parse(time, TIME));
            if (longDate.isPresent()
                    && (day.getDayOfMonth() != start.getDayOfMonth() || day.getMonth() != start.getMonth())) {
                findings.note(
                        file,
                        "states its start as " + date + " and as " + longDate.get() + "; the longer one is taken");
            }
            return Optional.of(start);
        } catch (DateTimeException e) {
            findings.damage(
                    file,
                    "states \"" + date + " " + time + "\" as its start; DD.MM.YY and HH.MM.SS are needed",
                    "Correct the header, or copy the file again from its source.");
            return Optional.empty();
        }
    }

    private static LocalDate shortDate(String date) {
        if (!date.matches("\\d\\d\\.\\d\\d\\.\\d\\d")) {
            throw new DateTimeException(date);
        }
        int year = Integer.parseInt(date.substring(6));
        int century = year >= FIRST_YEAR % 100 ? 1900 : 2000;
        return LocalDate.parse(date.substring(0, 6) + (century + year), DATE);
    }

    private static Optional<LocalDate> longDate(String recording) {
        String[] words = recording.split(" +");
        if (!recording.startsWith(EdfHeader.STARTDATE) || words.length < 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(words[1], EdfHeader.LONG_DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The field of eight characters; years it cannot tell are yy, as EDF+ asks. */
    static String shortDate(LocalDate date) {
        boolean told = date.getYear() >= FIRST_YEAR && date.getYear() < FIRST_YEAR + 100;
        String text = DATE.format(date);
        return text.substring(0, 6) + (told ? text.substring(8) : "yy");
    }

    static String time(LocalTime time) {
        return TIME.format(time);
    }
}
