package io.milliwatt.ecg.exchange.edf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

/**
 * An annotation of EDF+.
 *
 * @param onsetSeconds after the file's start time
 * @param durationSeconds where it lasted
 */
record EdfNote(double onsetSeconds, OptionalDouble durationSeconds, String text) {

    /** Bytes 21, 20 and 0 part duration, text and list, so no text may hold them. */
    private static final char DURATION = '\u0015';

    private static final char PART = '\u0014';
    private static final char END = '\u0000';

    EdfNote {
        if (text.chars().anyMatch(letter -> letter < ' ')) {
            throw new IllegalArgumentException("An annotation must not hold control characters: '" + text + "'");
        }
    }

    /** As it stands in a record: a time-stamped annotations list of one text. */
    byte[] list() {
        String duration = durationSeconds.isPresent() ? DURATION + decimal(durationSeconds.getAsDouble()) : "";
        return (signed(onsetSeconds) + duration + PART + text + PART + END).getBytes(StandardCharsets.UTF_8);
    }

    /** The empty list that every record begins with: when the record began. */
    static byte[] timeKeeping(double onsetSeconds) {
        return (signed(onsetSeconds) + PART + PART + END).getBytes(StandardCharsets.UTF_8);
    }

    private static String signed(double seconds) {
        return (seconds < 0 ? "" : "+") + decimal(seconds);
    }

    private static String decimal(double seconds) {
        BigDecimal micros = BigDecimal.valueOf(seconds).setScale(6, RoundingMode.HALF_UP);
        return micros.signum() == 0 ? "0" : micros.stripTrailingZeros().toPlainString();
    }
}
