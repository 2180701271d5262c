package io.milliwatt.datasets.field;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.balance.CanopyReading;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Update files (.upd): basal coefficient, height in m and cover fraction as seen on a day; NaN where one was not. */
public final class FieldCanopy {
    private FieldCanopy() {}

    public static SortedMap<LocalDate, CanopyReading> read(Path file) throws RecordingException {
        FieldText text = FieldText.read(file);
        List<String> columns = text.columns("Year-DOY");
        SortedMap<LocalDate, CanopyReading> readings = new TreeMap<>();
        for (FieldText.Line line : text.dated()) {
            readings.put(
                    text.date(line),
                    new CanopyReading(
                            text.optional(line, columns.indexOf("Kcb")),
                            text.optional(line, columns.indexOf("h")),
                            text.optional(line, columns.indexOf("fc"))));
        }
        return readings;
    }
}
