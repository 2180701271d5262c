package io.milliwatt.ecg.adapter.view;

import io.milliwatt.ecg.vitals.VitalSigns;
import io.milliwatt.telemetry.SensorVitals.Consciousness;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** What further sensors measured; what they did not is null. */
public record VitalsView(
        Instant at,
        OptionalDouble spo2,
        OptionalDouble temperature,
        OptionalDouble systolic,
        OptionalDouble diastolic,
        Optional<String> consciousness,
        OptionalDouble respirationRate,
        Optional<Boolean> supplementalOxygen) {

    static VitalsView of(VitalSigns signs) {
        return new VitalsView(
                signs.at(),
                signs.oxygenSaturationPercent(),
                signs.temperatureCelsius(),
                signs.systolicMillimetresOfMercury(),
                signs.diastolicMillimetresOfMercury(),
                signs.consciousness().map(VitalsView::words),
                signs.respirationRatePerMinute(),
                signs.supplementalOxygen());
    }

    private static String words(Consciousness consciousness) {
        return switch (consciousness) {
            case ALERT -> "alert";
            case NEW_CONFUSION -> "confusion";
            case RESPONDS_TO_VOICE -> "voice";
            case RESPONDS_TO_PAIN -> "pain";
            case UNRESPONSIVE -> "unresponsive";
        };
    }
}
