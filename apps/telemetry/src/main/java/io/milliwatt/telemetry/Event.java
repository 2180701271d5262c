package io.milliwatt.telemetry;

import java.util.List;

/**
 * Something began or ended at the node. Urgent: it wants an acknowledgement within 10 s.
 *
 * @param eventClass the domain's class number
 * @param probability 0…255 for 0…1
 * @param onset true at the beginning, false at the end
 * @param values that explain the event, possibly none
 */
public record Event(long eventClass, int probability, Urgency urgency, boolean onset, List<Long> values)
        implements FrameBody {
    public static final long KIND = 3;

    /** In the contract's order, 0…3. */
    public enum Urgency {
        INFORMATION,
        LOW,
        MEDIUM,
        HIGH
    }

    public Event {
        UnsignedRange.uint8(probability, "probability");
        values = List.copyOf(values);
    }

    @Override
    public long kind() {
        return KIND;
    }
}
