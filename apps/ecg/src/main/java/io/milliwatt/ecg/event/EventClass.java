package io.milliwatt.ecg.event;

import static io.milliwatt.ecg.event.Level.ADVISORY;
import static io.milliwatt.ecg.event.Level.CRISIS;
import static io.milliwatt.ecg.event.Level.OFF;
import static io.milliwatt.ecg.event.Level.WARNING;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The classes of events by the numbers of the frame contract; those from 30 on are found by the server. */
public enum EventClass {
    ASYSTOLE(1, CRISIS, CRISIS, "Asystole", "Asystole: no beat for 4 s or more."),
    VENTRICULAR_FIBRILLATION(
            2, CRISIS, CRISIS, "Ventricular fibrillation or flutter", "Ventricular fibrillation or flutter."),
    VENTRICULAR_TACHYCARDIA(
            3, CRISIS, CRISIS, "Ventricular tachycardia", "Ventricular tachycardia: 5 or more beats above 100/min."),
    EXTREME_BRADYCARDIA(4, CRISIS, ADVISORY, "Extreme bradycardia", "Extreme bradycardia: below 40/min over 5 beats."),
    EXTREME_TACHYCARDIA(
            5, CRISIS, ADVISORY, "Extreme tachycardia", "Extreme tachycardia: above 140/min over 17 beats."),
    BRADYCARDIA(6, WARNING, OFF, "Bradycardia", "Bradycardia."),
    TACHYCARDIA(7, WARNING, OFF, "Tachycardia", "Tachycardia."),
    ATRIAL_FIBRILLATION(8, WARNING, OFF, "Atrial fibrillation", "Atrial fibrillation has begun."),
    PAUSE(9, WARNING, OFF, "Pause", "A pause between two beats."),
    VENTRICULAR_RUN(10, WARNING, OFF, "Ventricular run", "A run of 3 or 4 ventricular beats."),
    VENTRICULAR_COUPLET(11, ADVISORY, OFF, "Ventricular couplet", "Two ventricular beats in a row."),
    BIGEMINY(12, ADVISORY, OFF, "Bigeminy", "Ventricular bigeminy: every second beat."),
    TRIGEMINY(13, ADVISORY, OFF, "Trigeminy", "Ventricular trigeminy: every third beat."),
    SUPRAVENTRICULAR_RUN(14, ADVISORY, OFF, "Supraventricular run", "A run of 3 or more supraventricular beats."),
    FREQUENT_VENTRICULAR_BEATS(15, ADVISORY, OFF, "Frequent ventricular beats", "Ventricular beats are frequent."),
    R_ON_T(16, ADVISORY, OFF, "R on T", "A ventricular beat fell on a T wave."),
    LEAD_OFF(20, ADVISORY, ADVISORY, "Lead off", "A lead is off: check the electrodes and the cable."),
    CANNOT_TELL(21, ADVISORY, OFF, "Poor signal", "The signal is too poor to tell beats: check the electrodes."),
    BATTERY_LOW(22, ADVISORY, ADVISORY, "Battery low", "The node's battery is low: change it."),
    NO_COMMUNICATION(
            30, WARNING, WARNING, "No communication", "Nothing comes from the node: check its power and its link."),
    NEWS_URGENT(31, WARNING, OFF, "NEWS2 urgent", "NEWS2 reached {value}: an urgent review is due."),
    NEWS_EMERGENCY(32, CRISIS, WARNING, "NEWS2 emergency", "NEWS2 reached {value}: an emergency review is due."),
    OXYGEN_SATURATION_LOW(33, WARNING, OFF, "SpO2 low", "SpO2 is {value} {unit}, below the limit of {limit} {unit}."),
    RESPIRATION_RATE_OUT_OF_LIMITS(
            34,
            WARNING,
            OFF,
            "Respiration rate out of limits",
            "The respiration rate is {value}{unit}, beyond the limit of {limit}{unit}."),
    HEART_RATE_LOW(
            35, WARNING, OFF, "Heart rate low", "The heart rate is {value}{unit}, below the limit of {limit}{unit}."),
    HEART_RATE_HIGH(
            36, WARNING, OFF, "Heart rate high", "The heart rate is {value}{unit}, above the limit of {limit}{unit}."),
    TWO_NODES(
            40,
            ADVISORY,
            ADVISORY,
            "Two nodes on one patient",
            "More than one node is on this patient; all are shown."),
    CLOCK_STEPPED(
            41,
            ADVISORY,
            OFF,
            "Node clock stepped",
            "The node's clock jumped by {value} {unit}: times before and after differ.");

    private static final int FIRST_OF_SERVER = 30;
    private static final int FIRST_TECHNICAL = 20;
    private static final int LAST_TECHNICAL = 30;
    private static final int FIRST_TECHNICAL_OF_SERVER = 40;

    private static final Map<Integer, EventClass> BY_NUMBER =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventClass::number, Function.identity()));

    private final int number;
    private final Level defaultLevel;
    private final Level leastLevel;
    private final String words;
    private final String message;

    EventClass(int number, Level defaultLevel, Level leastLevel, String words, String message) {
        this.number = number;
        this.defaultLevel = defaultLevel;
        this.leastLevel = leastLevel;
        this.words = words;
        this.message = message;
    }

    public int number() {
        return number;
    }

    /** As it is written in messages and tables, such as {@code ventricular-tachycardia}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Level defaultLevel() {
        return defaultLevel;
    }

    /** The quietest level that may be set. */
    public Level leastLevel() {
        return leastLevel;
    }

    /** Whether nobody may make it quieter or hold it back without an end: asystole, fibrillation, tachycardia of ventricles. */
    public boolean isLifeThreatening() {
        return leastLevel == CRISIS;
    }

    /** About the node or the electrodes and not about the patient. */
    public boolean isTechnical() {
        return (number >= FIRST_TECHNICAL && number <= LAST_TECHNICAL) || number >= FIRST_TECHNICAL_OF_SERVER;
    }

    public boolean isReportedByNodes() {
        return number < FIRST_OF_SERVER;
    }

    public String words() {
        return words;
    }

    /** The alarm's sentence; value, limit and unit are filled in. */
    public String message() {
        return message;
    }

    public static Optional<EventClass> fromNumber(long number) {
        return number < 0 || number > Integer.MAX_VALUE
                ? Optional.empty()
                : Optional.ofNullable(BY_NUMBER.get((int) number));
    }

    public static Optional<EventClass> fromLabel(String label) {
        return Arrays.stream(values())
                .filter(known -> known.label().equals(label))
                .findFirst();
    }
}
