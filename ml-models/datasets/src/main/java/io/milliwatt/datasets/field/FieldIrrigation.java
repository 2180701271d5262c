package io.milliwatt.datasets.field;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.balance.Irrigation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/** Irrigation files (.irr): date, depth in mm, wetted fraction, and in newer files the efficiency in per cent. */
public final class FieldIrrigation {
    private static final int DEPTH = 1;
    private static final int WETTED_FRACTION = 2;
    private static final int EFFICIENCY_PERCENT = 3;

    private FieldIrrigation() {}

    public static SortedMap<LocalDate, Irrigation> read(Path file) throws RecordingException {
        FieldText text = FieldText.read(file);
        SortedMap<LocalDate, Irrigation> events = new TreeMap<>();
        for (FieldText.Line line : text.dated()) {
            double efficiency = text.optional(line, EFFICIENCY_PERCENT).orElse(100) / 100;
            try {
                events.put(
                        text.date(line),
                        new Irrigation(text.number(line, DEPTH), text.number(line, WETTED_FRACTION), efficiency));
            } catch (IllegalArgumentException e) {
                throw text.damaged(line, e.getMessage());
            }
        }
        return events;
    }
}
