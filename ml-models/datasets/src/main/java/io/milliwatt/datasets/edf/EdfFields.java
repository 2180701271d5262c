package io.milliwatt.datasets.edf;

import io.milliwatt.datasets.recording.RecordingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The header's fields of fixed width, one after the other; every error names the field and what stood there. */
final class EdfFields {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");

    private final String file;
    private final byte[] bytes;
    private int at;

    EdfFields(String file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** The next field without the spaces around it. */
    String text(int width) {
        String field = new String(bytes, at, width, StandardCharsets.ISO_8859_1);
        at += width;
        return field.strip();
    }

    /** A field of every signal. */
    List<String> texts(int width, int count) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(text(width));
        }
        return all;
    }

    int integer(String field, int width) throws RecordingException {
        return integer(field, text(width));
    }

    int integer(String field, String text) throws RecordingException {
        double value = number(field, text);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw failure(field, text, "which is no whole number");
        }
        return (int) value;
    }

    double number(String field, String text) throws RecordingException {
        double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw failure(field, text, "which is no number");
        }
        return value;
    }

    RecordingException failure(String field, String text, String problem) {
        return new RecordingException(
                file,
                "has \"" + text + "\" as its " + field + ", " + problem,
                "It is no EDF file, or is damaged: copy it again from its source.");
    }
}
