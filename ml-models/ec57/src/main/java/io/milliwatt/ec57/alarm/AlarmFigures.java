package io.milliwatt.ec57.alarm;

import io.milliwatt.ec57.Proportion;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * How the alarms of one kind were, of one record or of several together.
 *
 * @param trueAlarms raised while the reference had the condition
 * @param falseAlarms raised while it had not
 * @param sensitivity of the conditions of the reference, how many were alarmed
 * @param patientSeconds how long was listened
 */
public record AlarmFigures(
        AlarmKind kind, long trueAlarms, long falseAlarms, Proportion sensitivity, double patientSeconds) {
    private static final double SECONDS_PER_HOUR = 3600;

    /** Of one kind. */
    public static AlarmFigures total(AlarmKind kind, Collection<AlarmFigures> figures) {
        return new AlarmFigures(
                kind,
                figures.stream().mapToLong(AlarmFigures::trueAlarms).sum(),
                figures.stream().mapToLong(AlarmFigures::falseAlarms).sum(),
                new Proportion(
                        figures.stream()
                                .mapToLong(one -> one.sensitivity.count())
                                .sum(),
                        figures.stream().mapToLong(one -> one.sensitivity.of()).sum()),
                figures.stream().mapToDouble(AlarmFigures::patientSeconds).sum());
    }

    public OptionalDouble falsePerPatientHour() {
        return patientSeconds == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(falseAlarms * SECONDS_PER_HOUR / patientSeconds);
    }
}
