package io.milliwatt.platform.alarms.store;

import java.util.Comparator;

/** A source and a rule's name: together they are one condition. */
record ConditionKey(String source, String rule) implements Comparable<ConditionKey> {

    private static final Comparator<ConditionKey> ORDER =
            Comparator.comparing(ConditionKey::source).thenComparing(ConditionKey::rule);

    @Override
    public int compareTo(ConditionKey other) {
        return ORDER.compare(this, other);
    }
}
