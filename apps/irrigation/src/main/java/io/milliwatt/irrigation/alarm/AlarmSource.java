package io.milliwatt.irrigation.alarm;

/** What an alarm is about, as it stands in the alarm tables: {@code zone:north-a}, {@code valve:v1}, {@code probe:p1}, {@code site:home}. */
public record AlarmSource(Kind kind, String id) {

    /** In the words of the tables. */
    public enum Kind {
        ZONE("zone"),
        VALVE("valve"),
        PROBE("probe"),
        SITE("site");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
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
                "'" + text + "' names no source; it begins with zone:, valve:, probe: or site:.");
    }
}
