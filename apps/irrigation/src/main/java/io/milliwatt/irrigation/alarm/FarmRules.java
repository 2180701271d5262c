package io.milliwatt.irrigation.alarm;

import io.milliwatt.platform.alarms.AlarmRule;
import io.milliwatt.platform.alarms.Condition;
import io.milliwatt.platform.alarms.Latching;
import io.milliwatt.platform.alarms.Persistence;
import io.milliwatt.platform.alarms.Priority;
import java.time.Duration;

/** The farm's alarm rules. Water that runs where it should not, or does not where it should, cannot wait; the rest can until morning. */
public final class FarmRules {

    public static final String LEAK = "leak";
    public static final String BLOCKED = "blocked";
    public static final String VALVE_OPEN_TOO_LONG = "valve-open-too-long";
    public static final String VALVE_NOT_CONFIRMED = "valve-not-confirmed";
    public static final String CUT_SHORT = "cut-short";
    public static final String EMERGENCY_STOP = "emergency-stop";
    public static final String NO_DATA = "no-data";
    public static final String SENSOR_FAULT = "sensor-fault";
    public static final String BATTERY_LOW = "battery-low";
    public static final String REFILL_NOW = "refill-now";
    public static final String MOISTURE_NOT_RISING = "moisture-not-rising";
    public static final String FROST = "frost";
    public static final String DISEASE = "disease";
    public static final String ALLOCATION = "allocation";
    public static final String PROBE_MOVED = "probe-moved";

    /** A single doubtful reading is no fault: this many of so many. */
    private static final Persistence FAULT_LASTS = Persistence.of(6, 8);

    private static final double FROST_HYSTERESIS_CELSIUS = 1;

    private FarmRules() {}

    public static AlarmRule leak() {
        return reported(
                LEAK,
                Priority.HIGH,
                "Water flows though every valve is closed. Close the main tap and look for the leak.");
    }

    public static AlarmRule blocked() {
        return reported(
                BLOCKED,
                Priority.HIGH,
                "The valve is open and no water flows. Look at the pump, the tap and the filter before the pump runs dry.");
    }

    public static AlarmRule openTooLong() {
        return reported(
                VALVE_OPEN_TOO_LONG,
                Priority.HIGH,
                "The valve is open beyond its time. The server has told it to close; close it by hand if it does not.");
    }

    public static AlarmRule notConfirmed() {
        return reported(
                VALVE_NOT_CONFIRMED,
                Priority.MEDIUM,
                "The valve did not confirm that it opened, so the run was given up. Look at its node and the gateway.");
    }

    public static AlarmRule cutShort() {
        return reported(
                CUT_SHORT, Priority.MEDIUM, "The node closed its valve before the time was over; the log tells why.");
    }

    public static AlarmRule emergencyStop() {
        return reported(
                EMERGENCY_STOP, Priority.HIGH, "An emergency stop stands: no valve opens until a person releases it.");
    }

    public static AlarmRule noData(Duration allowed) {
        return reported(
                NO_DATA,
                Priority.MEDIUM,
                "Nothing has been heard from the node for " + allowed.toHours()
                        + " hours. Look at its battery, its aerial and the gateway.");
    }

    public static AlarmRule sensorFault() {
        return new AlarmRule(
                SENSOR_FAULT,
                Priority.LOW,
                new Condition.Reported(),
                FAULT_LASTS,
                Latching.UNTIL_ACKNOWLEDGED,
                "",
                "The probe's readings are doubtful and take part in no decision; its page tells what to look at.");
    }

    /** As {@link #sensorFault()}, from the look over a probe's days, which has counted already. */
    public static AlarmRule sensorFault(String sentence) {
        return reported(SENSOR_FAULT, Priority.LOW, sentence);
    }

    /** As {@link #probeMoved()}, from temperatures that are those of another depth. */
    public static AlarmRule probeMoved(String sentence) {
        return reported(PROBE_MOVED, Priority.MEDIUM, sentence);
    }

    public static AlarmRule batteryLow() {
        return reported(
                BATTERY_LOW, Priority.LOW, "The node's battery is low. Change it before readings fall with it.");
    }

    public static AlarmRule probeMoved() {
        return reported(
                PROBE_MOVED,
                Priority.MEDIUM,
                "The node tells other depths than are set up: the probe was moved. Enter where it lies now.");
    }

    public static AlarmRule refillNow() {
        return reported(
                REFILL_NOW,
                Priority.MEDIUM,
                "The zone is at its refill line and nothing is planned: decide on its recommendation.");
    }

    public static AlarmRule moistureNotRising() {
        return reported(
                MOISTURE_NOT_RISING,
                Priority.MEDIUM,
                "The soil did not get wetter after an irrigation. Look for a blocked line, a closed tap or a moved probe.");
    }

    /**
     * Ends when the night has become a degree warmer than it begins.
     *
     * @param criticalCelsius below which the crop is harmed
     * @param sentence with the numbers of the night
     */
    public static AlarmRule frost(double criticalCelsius, String sentence) {
        return new AlarmRule(
                FROST,
                Priority.HIGH,
                new Condition.Below(criticalCelsius, FROST_HYSTERESIS_CELSIUS),
                Persistence.none(),
                Latching.UNTIL_ACKNOWLEDGED,
                "°C",
                sentence);
    }

    public static AlarmRule disease(String disease, String sentence) {
        return reported(DISEASE + "-" + disease, Priority.LOW, sentence);
    }

    /**
     * @param percent of the allocation from which on a person is told
     * @param sentence with the numbers of the allocation
     */
    public static AlarmRule allocation(double percent, String sentence) {
        return new AlarmRule(
                ALLOCATION,
                Priority.LOW,
                new Condition.Above(percent, 1),
                Persistence.none(),
                Latching.UNTIL_ACKNOWLEDGED,
                "%",
                sentence);
    }

    /** Whether a rule is one of those that a round over the farm looks after, and nobody else. */
    public static boolean isOfTheRound(String rule) {
        return rule.equals(FROST) || rule.equals(ALLOCATION) || rule.startsWith(DISEASE + "-");
    }

    /** Ends what there is nothing to say of any more: no crop, no allocation, no evidence. */
    public static AlarmRule over(String rule) {
        return reported(rule, Priority.LOW, "There is nothing to say of it any more.");
    }

    private static AlarmRule reported(String name, Priority priority, String message) {
        return new AlarmRule(
                name, priority, new Condition.Reported(), Persistence.none(), Latching.UNTIL_ACKNOWLEDGED, "", message);
    }
}
