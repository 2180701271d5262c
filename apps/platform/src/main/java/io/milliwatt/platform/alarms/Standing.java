package io.milliwatt.platform.alarms;

import java.util.Optional;

/** Where one condition of one source stands: its memory and the alarm that is open for it, if any. */
public record Standing(ConditionMemory memory, Optional<Alarm> openAlarm) {

    /** Nothing seen, nothing open. */
    public static final Standing BLANK = new Standing(ConditionMemory.BLANK, Optional.empty());
}
