package io.milliwatt.irrigation.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What counts of all that arrived: of each thing the best and latest word, in an order that does not depend on that of arrival. */
final class Entries {
    /** Ties, which only a faulty sender makes, are broken by the content, so that they too do not depend on the order. */
    private static final Comparator<Entry> BETTER =
            Comparator.comparingInt(Entry::rank).thenComparing(Entry::asOf).thenComparing(Object::toString);

    private final Map<String, Entry> byKey = new TreeMap<>();

    Entries(Collection<? extends Entry> entries) {
        for (Entry entry : entries) {
            byKey.merge(entry.key(), entry, (a, b) -> BETTER.compare(a, b) >= 0 ? a : b);
        }
    }

    <T extends Entry> List<T> all(Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (Entry entry : byKey.values()) {
            if (kind.isInstance(entry)) {
                found.add(kind.cast(entry));
            }
        }
        return found;
    }
}
