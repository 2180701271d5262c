package io.milliwatt.telemetry.encoding;

import static io.milliwatt.telemetry.encoding.FrameException.Fault.BODY;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import io.milliwatt.telemetry.Octets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The entries of one integer-keyed CBOR map, taken out by key with the range that the contract gives each. */
final class Fields {
    static final long UINT32 = 0xFFFF_FFFFL;
    static final long UINT63 = Long.MAX_VALUE;

    private final Map<Long, Object> entries;
    private final String owner;

    private Fields(Map<Long, Object> entries, String owner) {
        this.entries = entries;
        this.owner = owner;
    }

    /** Reads a map whose start token is the parser's current one; values of no contract type are kept as absent. */
    static Fields read(JsonParser parser, String owner) throws IOException, FrameException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new FrameException(BODY, "The " + owner + " is not a map.");
        }
        Map<Long, Object> entries = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            long key = Long.parseLong(parser.currentName());
            parser.nextToken();
            entries.put(key, value(parser));
        }
        return new Fields(entries, owner);
    }

    /** A tag makes another type of what it stands before; no field of the contract has one. */
    static boolean isTagged(JsonParser parser) {
        return parser instanceof CBORParser cbor && cbor.getCurrentTag() >= 0;
    }

    /** A Long, an Octets, a list of such, or a token that no field of the contract accepts. */
    private static Object value(JsonParser parser) throws IOException {
        if (isTagged(parser)) {
            JsonToken token = parser.currentToken();
            parser.skipChildren();
            return token;
        }
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? JsonToken.VALUE_NUMBER_INT
                        : (Object) parser.getLongValue();
            case VALUE_EMBEDDED_OBJECT ->
                parser.getEmbeddedObject() instanceof byte[] bytes ? Octets.of(bytes) : JsonToken.VALUE_EMBEDDED_OBJECT;
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield items;
            }
            default -> {
                JsonToken token = parser.currentToken();
                parser.skipChildren();
                yield token;
            }
        };
    }

    long unsigned(long key, String name, long max) throws FrameException {
        return optionalUnsigned(key, name, max).orElseThrow(() -> missing(key, name));
    }

    OptionalLong optionalUnsigned(long key, String name, long max) throws FrameException {
        return entries.containsKey(key)
                ? OptionalLong.of(integer(entries.get(key), name, 0, max))
                : OptionalLong.empty();
    }

    OptionalLong optionalSigned(long key, String name) throws FrameException {
        return entries.containsKey(key)
                ? OptionalLong.of(integer(entries.get(key), name, Long.MIN_VALUE, Long.MAX_VALUE))
                : OptionalLong.empty();
    }

    <E extends Enum<E>> E enumerated(long key, String name, E[] values) throws FrameException {
        return values[(int) unsigned(key, name, values.length - 1)];
    }

    Octets bytes(long key, String name) throws FrameException {
        return optionalBytes(key, name).orElseThrow(() -> missing(key, name));
    }

    Optional<Octets> optionalBytes(long key, String name) throws FrameException {
        if (!entries.containsKey(key)) {
            return Optional.empty();
        }
        if (entries.get(key) instanceof Octets octets) {
            return Optional.of(octets);
        }
        throw invalid(name + " (key " + key + ") is not a byte string");
    }

    /** An array of integers; {@code name} in the singular. */
    List<Long> integers(long key, String name) throws FrameException {
        return integers(list(key, name), name);
    }

    List<Long> optionalIntegers(long key, String name) throws FrameException {
        return entries.containsKey(key) ? integers(key, name) : List.of();
    }

    /** An array of at most {@code maxItems} integers in 0…{@code max}; empty where there is none. */
    List<Long> unsignedList(long key, String name, int maxItems, long max) throws FrameException {
        List<Long> values = optionalIntegers(key, name);
        if (values.size() > maxItems) {
            throw invalid("there are " + values.size() + " of " + name + ", more than " + maxItems);
        }
        for (long value : values) {
            integer(value, name, 0, max);
        }
        return values;
    }

    /** Tells an empty array from none. */
    Optional<List<Long>> integersIfPresent(long key, String name) throws FrameException {
        return entries.containsKey(key) ? Optional.of(integers(key, name)) : Optional.empty();
    }

    /** An array of arrays of integers. */
    List<List<Long>> integerRows(long key, String name) throws FrameException {
        List<List<Long>> rows = new ArrayList<>();
        for (Object item : list(key, name)) {
            if (!(item instanceof List<?> row)) {
                throw invalid("a " + name + " is not an array");
            }
            rows.add(integers(row, name));
        }
        return rows;
    }

    List<List<Long>> optionalIntegerRows(long key, String name) throws FrameException {
        return entries.containsKey(key) ? integerRows(key, name) : List.of();
    }

    private List<?> list(long key, String name) throws FrameException {
        if (!entries.containsKey(key)) {
            throw missing(key, name);
        }
        if (entries.get(key) instanceof List<?> list) {
            return list;
        }
        throw invalid(name + " (key " + key + ") is not an array");
    }

    private List<Long> integers(List<?> items, String name) throws FrameException {
        List<Long> values = new ArrayList<>(items.size());
        for (Object item : items) {
            values.add(integer(item, name, Long.MIN_VALUE, Long.MAX_VALUE));
        }
        return values;
    }

    private long integer(Object value, String name, long min, long max) throws FrameException {
        if (!(value instanceof Long number)) {
            throw invalid(name + " is not an integer of at most 63 bits");
        }
        if (number < min || number > max) {
            throw invalid(name + " is " + number + ", outside " + min + "…" + max);
        }
        return number;
    }

    FrameException invalid(String what) {
        return new FrameException(BODY, "In the " + owner + ": " + what + ".");
    }

    private FrameException missing(long key, String name) {
        return invalid(name + " (key " + key + ") is missing");
    }
}
