package io.milliwatt.ecg.alarm;

import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.platform.alarms.AlarmRule;
import io.milliwatt.platform.alarms.Condition;
import io.milliwatt.platform.alarms.Latching;
import io.milliwatt.platform.alarms.Persistence;
import io.milliwatt.platform.alarms.Priority;
import java.util.Optional;

/** The alarm rules of a patient, as the patient's settings make them. */
public final class PatientRules {

    private static final String RESPIRATION_LOW = "respiration-rate-low";
    private static final String RESPIRATION_HIGH = "respiration-rate-high";
    private static final String PER_MINUTE = "/min";

    /** Values come once a second; IEC 60601-2-27 wants the alarm within 10 s of the rate's crossing. */
    private static final Persistence THREE_OF_FIVE = Persistence.of(3, 5);

    private static final double RATE_HYSTERESIS = 2;
    private static final double SATURATION_HYSTERESIS = 1;

    private PatientRules() {}

    /** The rule of something that is reported to begin and end. A class without an alarm at its level keeps a quiet rule. */
    public static AlarmRule reported(EventClass eventClass, Settings settings) {
        return rule(eventClass.label(), eventClass, new Condition.Reported(), Persistence.none(), settings, "");
    }

    /** As {@link #reported}, with a unit for the number in the sentence. */
    public static AlarmRule reported(EventClass eventClass, Settings settings, String unit) {
        return rule(eventClass.label(), eventClass, new Condition.Reported(), Persistence.none(), settings, unit);
    }

    public static AlarmRule heartRateLow(Settings settings) {
        return rule(
                EventClass.HEART_RATE_LOW.label(),
                EventClass.HEART_RATE_LOW,
                new Condition.Below(settings.limits().heartRateLow(), RATE_HYSTERESIS),
                THREE_OF_FIVE,
                settings,
                PER_MINUTE);
    }

    public static AlarmRule heartRateHigh(Settings settings) {
        return rule(
                EventClass.HEART_RATE_HIGH.label(),
                EventClass.HEART_RATE_HIGH,
                new Condition.Above(settings.limits().heartRateHigh(), RATE_HYSTERESIS),
                THREE_OF_FIVE,
                settings,
                PER_MINUTE);
    }

    public static AlarmRule respirationRateLow(Settings settings) {
        return rule(
                RESPIRATION_LOW,
                EventClass.RESPIRATION_RATE_OUT_OF_LIMITS,
                new Condition.Below(settings.limits().respirationRateLow(), 1),
                THREE_OF_FIVE,
                settings,
                PER_MINUTE);
    }

    public static AlarmRule respirationRateHigh(Settings settings) {
        return rule(
                RESPIRATION_HIGH,
                EventClass.RESPIRATION_RATE_OUT_OF_LIMITS,
                new Condition.Above(settings.limits().respirationRateHigh(), 1),
                THREE_OF_FIVE,
                settings,
                PER_MINUTE);
    }

    public static AlarmRule oxygenSaturationLow(Settings settings) {
        return rule(
                EventClass.OXYGEN_SATURATION_LOW.label(),
                EventClass.OXYGEN_SATURATION_LOW,
                new Condition.Below(settings.limits().spo2Low(), SATURATION_HYSTERESIS),
                Persistence.none(),
                settings,
                "%");
    }

    /** The class behind a rule's name. */
    public static Optional<EventClass> eventClass(String ruleName) {
        return ruleName.equals(RESPIRATION_LOW) || ruleName.equals(RESPIRATION_HIGH)
                ? Optional.of(EventClass.RESPIRATION_RATE_OUT_OF_LIMITS)
                : EventClass.fromLabel(ruleName);
    }

    private static AlarmRule rule(
            String name,
            EventClass eventClass,
            Condition condition,
            Persistence persistence,
            Settings settings,
            String unit) {
        return new AlarmRule(
                name,
                settings.level(eventClass).priority().orElse(Priority.LOW),
                condition,
                persistence,
                latching(eventClass),
                unit,
                eventClass.message());
    }

    /** A life-threatening event must not pass unseen; neither must a step of the clock, which has no length. */
    private static Latching latching(EventClass eventClass) {
        return eventClass.isLifeThreatening() || eventClass == EventClass.CLOCK_STEPPED
                ? Latching.UNTIL_ACKNOWLEDGED
                : Latching.NONE;
    }
}
