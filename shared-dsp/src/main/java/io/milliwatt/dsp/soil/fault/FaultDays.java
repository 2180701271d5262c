package io.milliwatt.dsp.soil.fault;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which days of a depth were flagged, by kind. */
public final class FaultDays {
    private final Map<FaultKind, BitSet> days = new EnumMap<>(FaultKind.class);

    public FaultDays() {
        for (FaultKind kind : FaultKind.values()) {
            days.put(kind, new BitSet());
        }
    }

    /**
     * Flagged days that belong together.
     *
     * @param from first day
     * @param to last day
     */
    public record Episode(int from, int to) {}

    public boolean flagged(FaultKind kind, int day) {
        return days.get(kind).get(day);
    }

    public boolean flagged(Collection<FaultKind> kinds, int day) {
        return kinds.stream().anyMatch(kind -> flagged(kind, day));
    }

    /**
     * Episodes of any of the kinds.
     *
     * @param gapDays flagged days not further apart are one episode
     */
    public List<Episode> episodes(Collection<FaultKind> kinds, int gapDays) {
        BitSet any = new BitSet();
        kinds.forEach(kind -> any.or(days.get(kind)));
        List<Episode> episodes = new ArrayList<>();
        int day = any.nextSetBit(0);
        while (day >= 0) {
            int last = day;
            int next = any.nextSetBit(day + 1);
            while (next >= 0 && next - last <= gapDays) {
                last = next;
                next = any.nextSetBit(next + 1);
            }
            episodes.add(new Episode(day, last));
            day = next;
        }
        return episodes;
    }

    public void flag(FaultKind kind, int day) {
        days.get(kind).set(day);
    }
}
