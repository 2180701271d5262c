package io.milliwatt.irrigation.probe;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What is wrong with a reading: the bits that the node sets, in their order, each with its reason in a grower's words. */
public enum ReadingFlag {
    RANGE("The value cannot be soil: below nothing, above what any soil holds, or above this soil's saturation.", true),
    FROZEN("The soil at the sensor is frozen, and ice is not felt as water.", true),
    RISE_WITHOUT_RAIN("Moisture rose though no rain fell and no water was given.", true),
    SPIKE("A single jump and back: the electronics, not the soil.", true),
    BREAK("A sudden step to another level: the sensor lost contact or was moved.", true),
    PLATEAU_LOW("Constant low values after a fall: the sensor lies in air or has failed.", true),
    SATURATED("Constant values at the upper end: the sensor stands in water or has reached its limit.", true),
    STUCK("The value does not move though the soil around it does.", true),
    DRIFT("The sensor runs slowly away from the others: check it.", true),
    BATTERY_BIAS("The battery is so low that readings fall with it.", true),
    GAP("Readings are missing before this one.", false);

    private final String reason;
    private final boolean excludes;

    ReadingFlag(String reason, boolean excludes) {
        this.reason = reason;
        this.excludes = excludes;
    }

    public String reason() {
        return reason;
    }

    /** Whether a reading with it takes part in no decision; it is kept in the record all the same. */
    public boolean excludes() {
        return excludes;
    }

    public int bit() {
        return 1 << ordinal();
    }

    /** As it is written in messages, such as {@code plateau-low}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those whose bits are set; bits that are not known are left out. */
    public static Set<ReadingFlag> ofBits(int bits) {
        EnumSet<ReadingFlag> flags = EnumSet.noneOf(ReadingFlag.class);
        for (ReadingFlag flag : values()) {
            if ((bits & flag.bit()) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }

    public static int bits(Set<ReadingFlag> flags) {
        return flags.stream().mapToInt(ReadingFlag::bit).reduce(0, (a, b) -> a | b);
    }
}
