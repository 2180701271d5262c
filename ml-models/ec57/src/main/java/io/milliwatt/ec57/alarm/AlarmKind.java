package io.milliwatt.ec57.alarm;

/** A condition that a reference can decide upon. The definitions are those of the nodes. */
public enum AlarmKind {
    /** No beat for four seconds or more. */
    ASYSTOLE("asystole", true),
    /** Ventricular flutter or fibrillation. */
    VENTRICULAR_FIBRILLATION("ventricular fibrillation or flutter", true),
    /** Five or more ventricular beats at more than 100 per minute. */
    VENTRICULAR_TACHYCARDIA("ventricular tachycardia", true),
    /** Five beats at less than 40 per minute. */
    EXTREME_BRADYCARDIA("extreme bradycardia", true),
    /** Seventeen beats at more than 140 per minute. */
    EXTREME_TACHYCARDIA("extreme tachycardia", true),
    /** Atrial fibrillation or flutter. */
    ATRIAL_FIBRILLATION("atrial fibrillation", false),
    /** Three or four ventricular beats in a row, or more at 100 per minute or less. */
    VENTRICULAR_RUN("ventricular run", false),
    /** Two ventricular beats in a row. */
    VENTRICULAR_COUPLET("ventricular couplet", false),
    /** Three or more supraventricular ectopic beats in a row. */
    SUPRAVENTRICULAR_RUN("supraventricular run", false),
    /** The following are told by the rules and default limits of the nodes, run on the reference's beats and classes. */
    BRADYCARDIA("bradycardia", false),
    TACHYCARDIA("tachycardia", false),
    PAUSE("pause", false),
    BIGEMINY("bigeminy", false),
    TRIGEMINY("trigeminy", false),
    FREQUENT_VENTRICULAR_BEATS("frequent ventricular beats", false),
    R_ON_T("R on T", false);

    private final String words;
    private final boolean highPriority;

    AlarmKind(String words, boolean highPriority) {
        this.words = words;
        this.highPriority = highPriority;
    }

    /** As reports name it. */
    public String words() {
        return words;
    }

    /** Whether it threatens life. */
    public boolean isHighPriority() {
        return highPriority;
    }
}
