package io.milliwatt.vibration.condition;

import io.milliwatt.platform.alarms.AlarmRule;
import io.milliwatt.platform.alarms.Condition;
import io.milliwatt.platform.alarms.Latching;
import io.milliwatt.platform.alarms.Persistence;
import io.milliwatt.platform.alarms.Priority;
import io.milliwatt.vibration.machine.Machine;
import java.time.Duration;

/** The alarm rules that every machine has. */
public final class MachineRules {

    public static final String ZONE_C = "velocity-zone-c";
    public static final String ZONE_D = "velocity-zone-d";
    public static final String BEARING_DAMAGE = "bearing-damage";
    public static final String NO_DATA = "no-data";
    public static final String SIGNAL_QUALITY = "signal-quality";

    /** An alarm goes when the velocity is this share below the boundary; bearings near it would chatter otherwise. */
    private static final double HYSTERESIS = 0.05;

    private static final Persistence THREE_OF_FIVE = Persistence.of(3, 5);
    private static final Persistence FIVE_OF_TEN = Persistence.of(5, 10);

    private MachineRules() {}

    /** r.m.s. velocity above the B/C boundary. */
    public static AlarmRule zoneC(Machine machine) {
        return zone(
                machine,
                ZONE_C,
                Priority.MEDIUM,
                machine.limits().bc(),
                "Vibration of {value} mm/s r.m.s. is in zone C (limit {limit} mm/s): fit for a limited time only.");
    }

    /** r.m.s. velocity above the C/D boundary. */
    public static AlarmRule zoneD(Machine machine) {
        return zone(
                machine,
                ZONE_D,
                Priority.HIGH,
                machine.limits().cd(),
                "Vibration of {value} mm/s r.m.s. is in zone D (limit {limit} mm/s): severe enough to cause damage.");
    }

    private static AlarmRule zone(Machine machine, String name, Priority priority, double limit, String message) {
        return new AlarmRule(
                name,
                priority,
                new Condition.Above(limit, HYSTERESIS * limit),
                THREE_OF_FIVE,
                Latching.UNTIL_ACKNOWLEDGED,
                "mm/s",
                message + " Limits: " + machine.limits().edition() + ".");
    }

    /** The model on the node reports damage. A bearing does not heal, so the end must be acknowledged as well. */
    public static AlarmRule bearingDamage(Fault fault) {
        return new AlarmRule(
                BEARING_DAMAGE,
                Priority.HIGH,
                new Condition.Reported(),
                Persistence.none(),
                Latching.UNTIL_RESET,
                "%",
                "The node reports " + fault.words() + " (probability {value} %).");
    }

    /** The node is silent. */
    public static AlarmRule noData(Duration silence) {
        return new AlarmRule(
                NO_DATA,
                Priority.LOW,
                new Condition.Reported(),
                Persistence.none(),
                Latching.UNTIL_ACKNOWLEDGED,
                "",
                "No data from the node for more than " + silence.toSeconds() + " s: check its power and its link.");
    }

    /** The sensor or its setting cannot be trusted. */
    public static AlarmRule signalQuality(SignalQuality quality) {
        return new AlarmRule(
                SIGNAL_QUALITY,
                Priority.LOW,
                new Condition.Reported(),
                FIVE_OF_TEN,
                Latching.UNTIL_ACKNOWLEDGED,
                "",
                "The measurement cannot be trusted: " + quality.words() + ".");
    }
}
