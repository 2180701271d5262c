package io.milliwatt.telemetry;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What further sensors at the patient, or a person, measured at one moment; what was not measured is absent.
 *
 * @param oxygenSaturationPermille of the blood, 0.1 %, 0…1000
 * @param temperatureCentidegrees of the body, 0.01 °C
 * @param systolicMillimetresOfMercury 0…65535
 * @param diastolicMillimetresOfMercury 0…65535
 * @param respirationRateTenthsPerMinute breaths per minute × 10, 0…65535
 * @param supplementalOxygen whether the patient is given oxygen
 */
public record SensorVitals(
        Instant time,
        OptionalLong oxygenSaturationPermille,
        OptionalLong temperatureCentidegrees,
        OptionalLong systolicMillimetresOfMercury,
        OptionalLong diastolicMillimetresOfMercury,
        Optional<Consciousness> consciousness,
        OptionalLong respirationRateTenthsPerMinute,
        Optional<Boolean> supplementalOxygen)
        implements FrameBody {
    public static final long KIND = 13;
    public static final int MAX_OXYGEN_SATURATION_PERMILLE = 1000;
    public static final int MAX_UINT16 = 0xFFFF;

    /** The ACVPU scale, numbered as on the wire. */
    public enum Consciousness {
        ALERT(0),
        NEW_CONFUSION(1),
        RESPONDS_TO_VOICE(2),
        RESPONDS_TO_PAIN(3),
        UNRESPONSIVE(4);

        private final int number;

        Consciousness(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }

        public static Optional<Consciousness> fromNumber(long number) {
            return Arrays.stream(values()).filter(each -> each.number == number).findFirst();
        }
    }

    public SensorVitals {
        oxygenSaturationPermille.ifPresent(
                value -> UnsignedRange.within(value, MAX_OXYGEN_SATURATION_PERMILLE, "oxygen saturation"));
        systolicMillimetresOfMercury.ifPresent(value -> UnsignedRange.within(value, MAX_UINT16, "systolic pressure"));
        diastolicMillimetresOfMercury.ifPresent(value -> UnsignedRange.within(value, MAX_UINT16, "diastolic pressure"));
        respirationRateTenthsPerMinute.ifPresent(value -> UnsignedRange.within(value, MAX_UINT16, "respiration rate"));
    }

    @Override
    public long kind() {
        return KIND;
    }
}
