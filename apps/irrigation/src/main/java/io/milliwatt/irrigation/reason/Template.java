package io.milliwatt.irrigation.reason;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts numbers and texts into a sentence: {@code {name}} to one decimal, {@code {name:0}} rounded, {@code {name:00}} to two decimals. */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?::(0+))?}");

    private Template() {}

    static String render(String template, Map<String, Double> numbers, Map<String, String> texts) {
        Matcher matcher = PLACE.matcher(template);
        StringBuilder sentence = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String value = numbers.containsKey(name)
                    ? number(numbers.get(name), matcher.group(2))
                    : texts.getOrDefault(name, "–");
            matcher.appendReplacement(sentence, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(sentence).toString();
    }

    private static String number(double value, String form) {
        String pattern = form == null ? "0.#" : form.equals("0") ? "0" : "0.##";
        String text = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
        return text.equals("-0") ? "0" : text;
    }
}
