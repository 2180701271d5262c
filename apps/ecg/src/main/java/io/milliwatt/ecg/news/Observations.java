package io.milliwatt.ecg.news;

import io.milliwatt.telemetry.SensorVitals.Consciousness;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of a patient at one moment; what was not observed is empty, never zero.
 *
 * @param respirationRatePerMinute breaths per minute
 * @param oxygenSaturationPercent of the blood
 * @param supplementalOxygen whether the patient is given oxygen
 * @param systolicMillimetresOfMercury systolic blood pressure
 * @param pulsePerMinute heart rate
 * @param consciousness on the ACVPU scale
 * @param temperatureCelsius of the body
 */
public record Observations(
        OptionalDouble respirationRatePerMinute,
        OptionalDouble oxygenSaturationPercent,
        Optional<Boolean> supplementalOxygen,
        OptionalDouble systolicMillimetresOfMercury,
        OptionalDouble pulsePerMinute,
        Optional<Consciousness> consciousness,
        OptionalDouble temperatureCelsius) {

    public static final Observations NONE = new Observations(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            OptionalDouble.empty());
}
