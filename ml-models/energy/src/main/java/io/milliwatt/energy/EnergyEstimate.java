package io.milliwatt.energy;

import java.util.EnumMap;
import java.util.Map;

/**
 * Counted work times a board's constants. An estimate: nobody has measured this board at this work.
 *
 * @param millijoulesPerDay by part
 */
public record EnergyEstimate(BoardProfile board, DayOfWork day, Map<Part, Double> millijoulesPerDay) {

    private static final double DAY_SECONDS = 86_400;
    private static final double DAYS_PER_YEAR = 365.25;
    private static final double MILLIJOULES_PER_WATT_SECOND = 1000;
    /** 1 mAh at 1 V. */
    private static final double MILLIJOULES_PER_MILLIAMP_HOUR_VOLT = 3600;

    public EnergyEstimate {
        millijoulesPerDay = Map.copyOf(millijoulesPerDay);
    }

    public static EnergyEstimate of(BoardProfile board, DayOfWork day) {
        double wattsPerMicroamp = 1e-6 * board.value(Constant.SUPPLY_VOLTS);
        Map<Part, Double> parts = new EnumMap<>(Part.class);
        parts.put(Part.COMPUTE, 1e-6 * day.instructions() * board.nanojoulesPerInstruction());
        parts.put(
                Part.SENSOR,
                MILLIJOULES_PER_WATT_SECOND
                        * wattsPerMicroamp
                        * board.value(Constant.SAMPLING_MICROAMPS)
                        * day.samplingSeconds());
        parts.put(
                Part.RADIO,
                1e-3
                        * (day.framesSent() * board.value(Constant.RADIO_FRAME_MICROJOULES)
                                + day.bytesSent() * board.value(Constant.RADIO_SENT_MICROJOULES)
                                + day.bytesReceived() * board.value(Constant.RADIO_RECEIVED_MICROJOULES)));
        parts.put(
                Part.SLEEP,
                MILLIJOULES_PER_WATT_SECOND
                        * wattsPerMicroamp
                        * board.value(Constant.SLEEP_MICROAMPS)
                        * day.sleepingSeconds());
        parts.put(
                Part.FLASH,
                1e-6 * day.flashBytesProgrammed() * board.value(Constant.FLASH_PROGRAM_NANOJOULES)
                        + 1e-3 * day.flashPagesErased() * board.value(Constant.FLASH_ERASE_MICROJOULES));
        return new EnergyEstimate(board, day, parts);
    }

    public double totalMillijoulesPerDay() {
        return millijoulesPerDay.values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    public double meanMilliwatts() {
        return totalMillijoulesPerDay() / DAY_SECONDS;
    }

    /**
     * Until the usable charge is gone, self-discharge included. The battery gives the load's current whatever its own
     * voltage: what a linear regulator drops is lost.
     */
    public double batteryYears() {
        double loadMilliampHours =
                totalMillijoulesPerDay() / (board.value(Constant.SUPPLY_VOLTS) * MILLIJOULES_PER_MILLIAMP_HOUR_VOLT);
        double lostMilliampHours = board.value(Constant.BATTERY_MILLIAMP_HOURS)
                * board.value(Constant.SELF_DISCHARGE_PER_YEAR)
                / DAYS_PER_YEAR;
        return board.usableMilliampHours() / (loadMilliampHours + lostMilliampHours) / DAYS_PER_YEAR;
    }

    /** Battery life at the dear end of the cycles per instruction. */
    public double leastBatteryYears() {
        return of(board.withCycles(false), day).batteryYears();
    }

    /** Battery life at the cheap end of the cycles per instruction. */
    public double mostBatteryYears() {
        return of(board.withCycles(true), day).batteryYears();
    }
}
