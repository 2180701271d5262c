package io.milliwatt.datasets.edf;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time-stamped annotations list of EDF+ (specification §2.2): an onset, perhaps a duration, and texts.
 *
 * @param texts as many as stand behind the onset; the first one of a data record's first list is empty, and its onset that record's begin
 */
record TimedText(double onsetSeconds, OptionalDouble durationSeconds, List<String> texts) {
    static final char SEPARATOR = 20;
    static final char DURATION = 21;

    private static final Pattern TIMES =
            Pattern.compile("([+-]\\d{1,15}(?:\\.\\d{0,15})?)(?:" + DURATION + "(\\d{1,15}(?:\\.\\d{0,15})?))?");

    TimedText {
        texts = List.copyOf(texts);
    }

    /**
     * The lists of one data record's channel.
     *
     * @param malformed receives what is no list, as text
     */
    static List<TimedText> parse(byte[] channel, List<String> malformed) {
        List<TimedText> lists = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= channel.length; at++) {
            if (at == channel.length || channel[at] == 0) {
                if (at > from) {
                    parseOne(new String(channel, from, at - from, StandardCharsets.UTF_8), lists, malformed);
                }
                from = at + 1;
            }
        }
        return lists;
    }

    private static void parseOne(String text, List<TimedText> lists, List<String> malformed) {
        String[] parts = text.split(String.valueOf(SEPARATOR), -1);
        Matcher times = TIMES.matcher(parts[0]);
        if (!times.matches() || parts.length < 2 || !parts[parts.length - 1].isEmpty()) {
            malformed.add(text);
            return;
        }
        String duration = times.group(2);
        lists.add(new TimedText(
                Double.parseDouble(times.group(1)),
                duration == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(duration)),
                Arrays.asList(parts).subList(1, parts.length - 1)));
    }

    void write(ByteArrayOutputStream out) {
        StringBuilder text = new StringBuilder(onsetSeconds < 0 ? "" : "+").append(seconds(onsetSeconds));
        durationSeconds.ifPresent(duration -> text.append(DURATION).append(seconds(duration)));
        text.append(SEPARATOR);
        texts.forEach(each -> text.append(each).append(SEPARATOR));
        out.writeBytes(text.append('\0').toString().getBytes(StandardCharsets.UTF_8));
    }

    /** To the microsecond. */
    static String seconds(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
