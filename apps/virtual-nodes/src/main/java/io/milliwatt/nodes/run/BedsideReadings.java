package io.milliwatt.nodes.run;

import io.milliwatt.firmware.SensorReadings;
import io.milliwatt.nodes.heart.VitalSigns;
import java.util.OptionalInt;

/** Vital signs in the units in which a node tells them. */
final class BedsideReadings {
    private BedsideReadings() {}

    static SensorReadings of(VitalSigns signs, long atMillis) {
        return new SensorReadings(
                atMillis,
                OptionalInt.of((int) Math.round(10 * signs.spo2Percent())),
                OptionalInt.of((int) Math.round(100 * signs.temperatureCelsius())),
                OptionalInt.of(signs.systolicMmHg()),
                OptionalInt.of(signs.diastolicMmHg()),
                OptionalInt.of(signs.consciousness()),
                OptionalInt.of((int) Math.round(10 * signs.respirationPerMinute())),
                OptionalInt.of(signs.supplementalOxygen() ? 1 : 0));
    }
}
