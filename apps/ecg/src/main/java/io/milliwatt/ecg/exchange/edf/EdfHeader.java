package io.milliwatt.ecg.exchange.edf;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The header of an EDF+ file: fixed fields of ASCII, padded with spaces. */
final class EdfHeader {

    static final int DIGITAL_MINIMUM = Short.MIN_VALUE;
    static final int DIGITAL_MAXIMUM = Short.MAX_VALUE;

    private static final int FIXED_BYTES = 256;
    private static final int EIGHT = 8;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uu", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm.ss", Locale.ROOT);
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("dd-MMM-uuuu", Locale.ENGLISH);

    private final StringBuilder text = new StringBuilder();

    private EdfHeader() {}

    /**
     * A signal of the file.
     *
     * @param physicalMinimum of the digital minimum, in {@code unit}
     */
    record Signal(String label, String unit, double physicalMinimum, double physicalMaximum, int samplesPerRecord) {}

    static byte[] of(String patient, long node, Instant start, long records, int recordSeconds, List<Signal> signals) {
        LocalDateTime time = LocalDateTime.ofInstant(start, ZoneOffset.UTC);
        EdfHeader header = new EdfHeader();
        header.field("0", EIGHT);
        // Code, sex, birth date and name; X for what is not told.
        header.field(patient + " X X X", 80);
        header.field(
                "Startdate " + LONG_DATE.format(time).toUpperCase(Locale.ENGLISH) + " X X Milliwatt_node_" + node, 80);
        header.field(DATE.format(time), EIGHT);
        header.field(TIME.format(time), EIGHT);
        header.field(Integer.toString(FIXED_BYTES * (signals.size() + 1)), EIGHT);
        header.field("EDF+C", 44);
        header.field(Long.toString(records), EIGHT);
        header.field(Integer.toString(recordSeconds), EIGHT);
        header.field(Integer.toString(signals.size()), 4);
        header.each(signals, Signal::label, 16);
        header.each(signals, signal -> "", 80);
        header.each(signals, Signal::unit, EIGHT);
        header.each(signals, signal -> number(signal.physicalMinimum()), EIGHT);
        header.each(signals, signal -> number(signal.physicalMaximum()), EIGHT);
        header.each(signals, signal -> Integer.toString(DIGITAL_MINIMUM), EIGHT);
        header.each(signals, signal -> Integer.toString(DIGITAL_MAXIMUM), EIGHT);
        header.each(signals, signal -> "", 80);
        header.each(signals, signal -> Integer.toString(signal.samplesPerRecord()), EIGHT);
        header.each(signals, signal -> "", 32);
        return header.text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** As many digits as eight characters hold. */
    static String number(double value) {
        for (int digits = EIGHT; digits > 0; digits--) {
            String text = BigDecimal.valueOf(value)
                    .round(new MathContext(digits))
                    .stripTrailingZeros()
                    .toPlainString();
            if (text.length() <= EIGHT) {
                return text;
            }
        }
        throw new IllegalArgumentException("The limit " + value + " of a signal does not fit 8 characters");
    }

    private void each(List<Signal> signals, Function<Signal, String> value, int width) {
        signals.forEach(signal -> field(value.apply(signal), width));
    }

    private void field(String value, int width) {
        if (value.length() > width || value.chars().anyMatch(letter -> letter < ' ' || letter > '~')) {
            throw new IllegalArgumentException(
                    "'" + value + "' must be at most " + width + " characters of ASCII to stand in an EDF header");
        }
        text.append(value).repeat(" ", width - value.length());
    }
}
