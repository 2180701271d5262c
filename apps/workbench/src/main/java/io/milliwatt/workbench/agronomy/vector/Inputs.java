package io.milliwatt.workbench.agronomy.vector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A row's inputs by name. Several names may stand for one input, the first that is there counts; case does not matter. */
public final class Inputs {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode values;

    private Inputs(JsonNode values) {
        this.values = values;
    }

    public static Inputs parse(String text) {
        try {
            JsonNode values = JSON.readTree(text);
            if (values == null || !values.isObject()) {
                throw new RowException("The inputs are no JSON object with named values: " + shortened(text));
            }
            return new Inputs(values);
        } catch (JsonProcessingException e) {
            throw new RowException("The inputs are damaged JSON: " + shortened(text), e);
        }
    }

    public boolean has(String... names) {
        return find(names).isPresent();
    }

    public double number(String... names) {
        OptionalDouble number = optional(names);
        if (number.isEmpty()) {
            throw new RowException("The input " + String.join(" or ", names) + " is missing.");
        }
        return number.getAsDouble();
    }

    public int whole(String... names) {
        double number = number(names);
        if (number != Math.rint(number)) {
            throw new RowException("The input " + names[0] + " must be a whole number, not " + number + ".");
        }
        return (int) number;
    }

    /** Empty where the input is not there or null. */
    public OptionalDouble optional(String... names) {
        Optional<JsonNode> found = find(names);
        return found.isPresent() ? OptionalDouble.of(number(found.get(), names[0])) : OptionalDouble.empty();
    }

    /** true, false, 1 or 0. */
    public boolean flag(String... names) {
        return verdict(need(names), names[0]);
    }

    public List<Boolean> flags(String... names) {
        JsonNode list = need(names);
        if (!list.isArray()) {
            throw new RowException("The input " + names[0] + " must be a list.");
        }
        List<Boolean> flags = new ArrayList<>();
        list.forEach(item -> flags.add(verdict(item, names[0])));
        return flags;
    }

    public String text(String... names) {
        JsonNode found = need(names);
        if (!found.isTextual()) {
            throw new RowException("The input " + names[0] + " must be text, not " + found + ".");
        }
        return found.asText();
    }

    public Inputs object(String... names) {
        JsonNode found = need(names);
        if (!found.isObject()) {
            throw new RowException("The input " + names[0] + " must hold named values, not " + found + ".");
        }
        return new Inputs(found);
    }

    private JsonNode need(String... names) {
        return find(names)
                .orElseThrow(() -> new RowException("The input " + String.join(" or ", names) + " is missing."));
    }

    private Optional<JsonNode> find(String... names) {
        for (String name : names) {
            if (values.hasNonNull(name)) {
                return Optional.of(values.get(name));
            }
        }
        for (String name : names) {
            for (Iterator<Map.Entry<String, JsonNode>> all = values.fields(); all.hasNext(); ) {
                Map.Entry<String, JsonNode> entry = all.next();
                if (entry.getKey().equalsIgnoreCase(name)
                        && !entry.getValue().isNull()
                        && !clashes(entry.getKey(), names)) {
                    return Optional.of(entry.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** N_h and n_h are two things: daylight and sunshine. */
    private static boolean clashes(String key, String... names) {
        return key.equalsIgnoreCase("n_h") && !List.of(names).contains(key);
    }

    private static double number(JsonNode value, String name) {
        if (!value.isNumber()) {
            throw new RowException("The input " + name + " must be a number, not " + value + ".");
        }
        return value.asDouble();
    }

    private static boolean verdict(JsonNode value, String name) {
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        if (value.isInt() && (value.asInt() == 0 || value.asInt() == 1)) {
            return value.asInt() == 1;
        }
        throw new RowException("The input " + name + " must be true or false, not " + value + ".");
    }

    private static String shortened(String text) {
        return text.isEmpty() ? "there are none." : text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
