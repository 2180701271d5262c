package io.milliwatt.platform.alarms;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * When to call a person, and how loudly.
 *
 * @param name stable within its source, such as {@code velocity-zone-d}; a source and a rule's name identify a condition
 * @param latching what the alarm needs besides the end of its condition, to be over
 * @param unit of the value and the limit, empty where there is none
 * @param messageTemplate a sentence; {@code {value}}, {@code {limit}} and {@code {unit}} are filled in
 */
public record AlarmRule(
        String name,
        Priority priority,
        Condition condition,
        Persistence persistence,
        Latching latching,
        String unit,
        String messageTemplate) {

    public AlarmRule {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The rule's name is blank; a condition is found again by its name.");
        }
        Objects.requireNonNull(priority, "priority is null");
        Objects.requireNonNull(condition, "condition is null");
        Objects.requireNonNull(persistence, "persistence is null");
        Objects.requireNonNull(latching, "latching is null");
        Objects.requireNonNull(unit, "unit is null");
        Objects.requireNonNull(messageTemplate, "messageTemplate is null");
    }

    /** The sentence for an alarm raised at this value. */
    public String message(OptionalDouble value) {
        return messageTemplate
                .replace("{value}", number(value))
                .replace("{limit}", number(condition.limit()))
                .replace("{unit}", unit);
    }

    private static String number(OptionalDouble value) {
        return value.isPresent()
                ? new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value.getAsDouble())
                : "–";
    }
}
