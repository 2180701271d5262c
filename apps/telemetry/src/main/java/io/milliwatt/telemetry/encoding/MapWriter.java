package io.milliwatt.telemetry.encoding;

import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import io.milliwatt.telemetry.Octets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Collects the entries of an integer-keyed map, keys ascending, and writes them with a definite length. Jackson's generator
 * already writes every integer and length in its shortest form.
 */
final class MapWriter {
    private interface Value {
        void writeTo(CBORGenerator generator) throws IOException;
    }

    private record Entry(long key, Value value) {}

    private final List<Entry> entries = new ArrayList<>();

    MapWriter integer(long key, long value) {
        return add(key, generator -> generator.writeNumber(value));
    }

    /** Leaves the key out where there is no value. */
    MapWriter integer(long key, OptionalLong value) {
        return value.isPresent() ? integer(key, value.getAsLong()) : this;
    }

    MapWriter bytes(long key, Octets value) {
        return add(key, generator -> generator.writeBinary(value.toByteArray()));
    }

    MapWriter integers(long key, List<Long> values) {
        return add(key, generator -> {
            generator.writeStartArray(values, values.size());
            for (long value : values) {
                generator.writeNumber(value);
            }
            generator.writeEndArray();
        });
    }

    MapWriter rows(long key, List<long[]> rows) {
        return add(key, generator -> {
            generator.writeStartArray(rows, rows.size());
            for (long[] row : rows) {
                generator.writeArray(row, 0, row.length);
            }
            generator.writeEndArray();
        });
    }

    /** A map as the value of a key. */
    MapWriter map(long key, MapWriter value) {
        return add(key, value::writeTo);
    }

    private MapWriter add(long key, Value value) {
        if (!entries.isEmpty() && entries.getLast().key() >= key) {
            throw new IllegalArgumentException("key " + key + " does not come after key "
                    + entries.getLast().key());
        }
        entries.add(new Entry(key, value));
        return this;
    }

    void writeTo(CBORGenerator generator) throws IOException {
        generator.writeStartObject(this, entries.size());
        for (Entry entry : entries) {
            generator.writeFieldId(entry.key());
            entry.value().writeTo(generator);
        }
        generator.writeEndObject();
    }
}
