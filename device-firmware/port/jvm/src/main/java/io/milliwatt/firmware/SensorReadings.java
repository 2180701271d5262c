package io.milliwatt.firmware;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalInt;

/**
 * What further sensors at a patient measured at one moment; what was not measured is absent.
 *
 * @param nodeTimeMillis by the node's clock, since 1970
 * @param oxygenSaturationPermille 0.1 %, 0 … 1,000
 * @param temperatureCentidegrees 0.01 °C
 * @param systolicMillimetresOfMercury 0 … 65,535
 * @param diastolicMillimetresOfMercury 0 … 65,535
 * @param consciousness 0 alert, 1 new confusion, 2 responds to voice, 3 to pain, 4 unresponsive
 * @param respirationRateTenthsPerMinute breaths per minute × 10, 0 … 65,535
 * @param supplementalOxygen 1 given, 0 not
 */
public record SensorReadings(
        long nodeTimeMillis,
        OptionalInt oxygenSaturationPermille,
        OptionalInt temperatureCentidegrees,
        OptionalInt systolicMillimetresOfMercury,
        OptionalInt diastolicMillimetresOfMercury,
        OptionalInt consciousness,
        OptionalInt respirationRateTenthsPerMinute,
        OptionalInt supplementalOxygen) {

    /** {@code struct mw_sensor_vitals}: uint64 time, int32 values[8], uint8 measured, padding. */
    static final int BYTES = 48;

    private static final int VALUES_OFFSET = 8;
    private static final int MEASURED_OFFSET = 40;

    byte[] encoded() {
        List<OptionalInt> values = List.of(
                oxygenSaturationPermille,
                temperatureCentidegrees,
                systolicMillimetresOfMercury,
                diastolicMillimetresOfMercury,
                consciousness,
                respirationRateTenthsPerMinute,
                supplementalOxygen);
        ByteBuffer out = ByteBuffer.allocate(BYTES).order(ByteOrder.nativeOrder());
        out.putLong(0, nodeTimeMillis);
        int measured = 0;
        for (int number = 1; number <= values.size(); number++) {
            OptionalInt value = values.get(number - 1);
            out.putInt(VALUES_OFFSET + 4 * number, value.orElse(0));
            measured |= value.isPresent() ? 1 << number : 0;
        }
        out.put(MEASURED_OFFSET, (byte) measured);
        return out.array();
    }
}
