package io.milliwatt.irrigation.alarm;

/** What an alarm is about, as it stands in the alarm tables: {@code zone:north-a}, {@code valve:v1}, {@code probe:p1}, {@code site:home}. */
public record AlarmSource(Kind kind, String id) {

    /** In the words of the tables. */
    public enum Kind {
        ZONE("zone"),
        VALVE("valve"),
        PROBE("probe"),
        SITE("site"),
        /** A well, a pond or another that water is taken from. */
        WATER("source"),
        /** A node that is set up as nothing; what it reports must still reach somebody. */
        NODE("node");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    public static AlarmSource zone(String id) {
        return new AlarmSource(Kind.ZONE, id);
    }

    public static AlarmSource valve(String id) {
        return new AlarmSource(Kind.VALVE, id);
    }

    public static AlarmSource probe(String id) {
        return new AlarmSource(Kind.PROBE, id);
    }

    public static AlarmSource site(String id) {
        return new AlarmSource(Kind.SITE, id);
    }

    /** A well, a pond or another that water is taken from. */
    public static AlarmSource water(String id) {
        return new AlarmSource(Kind.WATER, id);
    }

    public static AlarmSource node(long node) {
        return new AlarmSource(Kind.NODE, Long.toString(node));
    }

    public String text() {
        return kind.word + ":" + id;
    }

    public static AlarmSource parse(String text) {
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.word + ":")) {
                return new AlarmSource(kind, text.substring(kind.word.length() + 1));
            }
        }
        throw new IllegalArgumentException(
                "'" + text + "' names no source; it begins with zone:, valve:, probe:, site:, source: or node:.");
    }

    @Override
    public String toString() {
        return text();
    }
}
