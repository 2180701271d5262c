package io.milliwatt.platform.alarms;

/** What an alarm needs, besides the end of its condition, to be over. */
public enum Latching {
    /** Nothing: it goes with its condition (non-latching, IEC 60601-1-8 §6.10). The log keeps it. */
    NONE,
    /** Somebody must have said that they know, before the end or after it (ANSI/ISA-18.2's ordinary alarm). */
    UNTIL_ACKNOWLEDGED,
    /** Somebody must say so after the end, even if they did before it (ANSI/ISA-18.2's latched alarm). */
    UNTIL_RESET
}
