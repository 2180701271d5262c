package io.milliwatt.irrigation.reason;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Why something is so.
 *
 * @param numbers by their names with units, metric
 * @param texts by their names: ids, names, times of day, reasons that people gave
 */
public record Reason(ReasonCode code, Map<String, Double> numbers, Map<String, String> texts) {

    /** Texts that are labels, such as {@code late-blight}: a console says them in its own language. */
    private static final Set<String> CODED = Set.of("disease", "crop", "setting", "thing", "limit");

    public Reason {
        numbers = Map.copyOf(numbers);
        texts = Map.copyOf(texts);
        numbers.forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("The number " + name + " of " + code.label() + " is " + value
                        + "; leave out what is not known.");
            }
        });
    }

    public static Reason of(ReasonCode code) {
        return new Reason(code, Map.of(), Map.of());
    }

    public Reason with(String name, double number) {
        Map<String, Double> more = new TreeMap<>(numbers);
        more.put(name, number);
        return new Reason(code, more, texts);
    }

    public Reason with(String name, String text) {
        Map<String, String> more = new TreeMap<>(texts);
        more.put(name, text);
        return new Reason(code, numbers, more);
    }

    /** In English. */
    public String sentence() {
        Map<String, String> words = new TreeMap<>(texts);
        CODED.forEach(name -> words.computeIfPresent(name, (key, label) -> label.replace('-', ' ')));
        return Template.render(code.english(), numbers, words);
    }
}
