package io.milliwatt.ecg.patient;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an alarm is about, as it stands in the alarm tables: {@code P-7F3K2QXA} for the patient, {@code P-7F3K2QXA/17} for
 * the patient as node 17 sees it, so that two nodes on one patient do not end each other's alarms, and {@code node-17} for a
 * node that is on nobody.
 */
public record AlarmSource(Optional<String> patient, OptionalLong node) {

    private static final String UNASSIGNED = "node-";

    public static String of(String patient, long node) {
        return patient + "/" + node;
    }

    public static String unassigned(long node) {
        return UNASSIGNED + node;
    }

    /** Reads what the three forms above wrote. */
    public static AlarmSource parse(String text) {
        if (text.startsWith(UNASSIGNED)) {
            return new AlarmSource(
                    Optional.empty(), OptionalLong.of(Long.parseLong(text.substring(UNASSIGNED.length()))));
        }
        int slash = text.indexOf('/');
        return slash < 0
                ? new AlarmSource(Optional.of(text), OptionalLong.empty())
                : new AlarmSource(
                        Optional.of(text.substring(0, slash)),
                        OptionalLong.of(Long.parseLong(text.substring(slash + 1))));
    }
}
