package io.milliwatt.ecg.vitals;

import io.milliwatt.telemetry.SensorVitals.Consciousness;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What further sensors at the patient, or a person, measured; what was not measured is absent.
 *
 * @param at of the newest of them
 * @param oxygenSaturationPercent 0…100
 */
public record VitalSigns(
        Instant at,
        OptionalDouble oxygenSaturationPercent,
        OptionalDouble temperatureCelsius,
        OptionalDouble systolicMillimetresOfMercury,
        OptionalDouble diastolicMillimetresOfMercury,
        Optional<Consciousness> consciousness,
        OptionalDouble respirationRatePerMinute,
        Optional<Boolean> supplementalOxygen) {

    /** Nothing was ever measured. */
    public static final VitalSigns NONE = new VitalSigns(
            Instant.EPOCH,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            Optional.empty());

    /** These values, and where one is absent, that of an older measurement. */
    public VitalSigns over(VitalSigns older) {
        return new VitalSigns(
                at,
                or(oxygenSaturationPercent, older.oxygenSaturationPercent),
                or(temperatureCelsius, older.temperatureCelsius),
                or(systolicMillimetresOfMercury, older.systolicMillimetresOfMercury),
                or(diastolicMillimetresOfMercury, older.diastolicMillimetresOfMercury),
                consciousness.or(older::consciousness),
                or(respirationRatePerMinute, older.respirationRatePerMinute),
                supplementalOxygen.or(older::supplementalOxygen));
    }

    private static OptionalDouble or(OptionalDouble value, OptionalDouble older) {
        return value.isPresent() ? value : older;
    }
}
