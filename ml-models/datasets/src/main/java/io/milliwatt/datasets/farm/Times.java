package io.milliwatt.datasets.farm;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;

/** Dates and times as loggers write them. */
final class Times {
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.BASIC_ISO_DATE,
            DateTimeFormatter.ofPattern("yyyy/M/d"),
            DateTimeFormatter.ofPattern("d.M.yyyy"));

    private static final DateTimeFormatter CLOCK = new DateTimeFormatterBuilder()
            .appendPattern("H:mm")
            .optionalStart()
            .appendPattern(":ss")
            .optionalEnd()
            .toFormatter();

    private Times() {}

    /**
     * A day, or a day and a time parted by a blank or a T. A trailing Z is read over: see {@link FarmFile#universal}.
     *
     * @throws DateTimeException whose message is the field, if it is none
     */
    static LocalDateTime read(String field) {
        String text = field.trim().replace("Z", "");
        int gap = Math.max(text.indexOf(' '), text.indexOf('T'));
        if (gap < 0) {
            return date(text).atStartOfDay();
        }
        String clock = text.substring(gap + 1).trim().replaceFirst("\\.\\d+$", "");
        LocalDate day = date(text.substring(0, gap));
        try {
            return day.atTime(LocalTime.parse(clock, CLOCK));
        } catch (DateTimeException noTime) {
            throw new DateTimeException(field.trim(), noTime);
        }
    }

    static LocalDate date(String text) {
        for (DateTimeFormatter format : DATES) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeException e) {
                // The next form may fit.
            }
        }
        throw new DateTimeException(text);
    }
}
