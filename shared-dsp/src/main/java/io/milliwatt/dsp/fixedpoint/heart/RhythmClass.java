package io.milliwatt.dsp.fixedpoint.heart;

import java.util.Arrays;
import java.util.Optional;

/** Classes of the events that {@link RhythmRules} tell, numbered as on the wire; the graver ones come first. */
public enum RhythmClass {
    ASYSTOLE(1),
    /** Or ventricular flutter. */
    VENTRICULAR_FIBRILLATION(2),
    VENTRICULAR_TACHYCARDIA(3),
    EXTREME_BRADYCARDIA(4),
    EXTREME_TACHYCARDIA(5),
    BRADYCARDIA(6),
    TACHYCARDIA(7),
    ATRIAL_FIBRILLATION(8),
    PAUSE(9),
    /** Three or four beats, or more at 100/min and below. */
    VENTRICULAR_RUN(10),
    VENTRICULAR_COUPLET(11),
    BIGEMINY(12),
    TRIGEMINY(13),
    SUPRAVENTRICULAR_RUN(14),
    FREQUENT_VENTRICULAR_BEATS(15),
    R_ON_T(16),
    LEAD_OFF(20),
    /** The signal is too poor to tell. */
    POOR_SIGNAL(21);

    private final int number;

    RhythmClass(int number) {
        this.number = number;
    }

    /** On the wire. */
    public int number() {
        return number;
    }

    /** Of the recording rather than of the heart. */
    public boolean isTechnical() {
        return this == LEAD_OFF || this == POOR_SIGNAL;
    }

    /** Empty for a number that no class has. */
    public static Optional<RhythmClass> of(int number) {
        return Arrays.stream(values()).filter(each -> each.number == number).findFirst();
    }
}
