package io.milliwatt.ecg.alarm;

import io.milliwatt.platform.alarms.Priority;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What alarms ask of the staff: how many there are for each hour in which a patient is watched, and which share of those that
 * somebody judged was for nothing.
 *
 * @param patientHours a patient with two nodes counts twice, as the alarms do
 * @param judged by class
 */
public record AlarmBurden(double patientHours, List<Raised> raised, Map<String, Judged> judged) {

    public AlarmBurden {
        raised = List.copyOf(raised);
        judged = Map.copyOf(judged);
    }

    /** Alarms of one class and priority. */
    public record Raised(String label, Priority priority, long alarms) {}

    /** Episodes of one class that somebody judged. */
    public record Judged(long confirmed, long rejected) {
        public long all() {
            return confirmed + rejected;
        }

        /** Empty where nobody has judged any. */
        public OptionalDouble rejectedShare() {
            return all() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) rejected / all());
        }
    }

    public long alarms() {
        return raised.stream().mapToLong(Raised::alarms).sum();
    }

    public long alarms(Priority priority) {
        return raised.stream()
                .filter(some -> some.priority() == priority)
                .mapToLong(Raised::alarms)
                .sum();
    }

    public long alarms(String label) {
        return raised.stream()
                .filter(some -> some.label().equals(label))
                .mapToLong(Raised::alarms)
                .sum();
    }

    /** Empty where nobody was watched. */
    public OptionalDouble perPatientHour(long alarms) {
        return patientHours > 0 ? OptionalDouble.of(alarms / patientHours) : OptionalDouble.empty();
    }

    /** Of all classes together. */
    public Judged judgedInAll() {
        return judged.values().stream()
                .reduce(
                        new Judged(0, 0),
                        (a, b) -> new Judged(a.confirmed() + b.confirmed(), a.rejected() + b.rejected()));
    }
}
