package io.milliwatt.irrigation.adapter.kafka;

import io.milliwatt.irrigation.adapter.db.RainTable;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable.Latest;
import io.milliwatt.irrigation.adapter.db.SoilRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The rain between two readings of a node: its counter grows from its boot on, so a restart begins at zero and the stretch in which it was away
 * counts what the new counter holds.
 */
@ApplicationScoped
class RainCounters {

    private static final double TENTHS = 10;
    /** More than this between two readings is a counter that jumped, not rain (the world's record is 305 mm in 42 minutes). */
    private static final double LARGEST_MILLIMETRES = 305;

    private final SoilReadingTable readings;
    private final RainTable rain;

    RainCounters(SoilReadingTable readings, RainTable rain) {
        this.readings = readings;
        this.rain = rain;
    }

    private record Counted(Instant at, long boot, OptionalLong tenths) {}

    /** Call it before the rows themselves are added, since it looks at the newest reading of before. */
    void follow(Handle handle, List<SoilRow> rows) {
        Map<Long, List<SoilRow>> byNode = rows.stream()
                .filter(row -> row.rainTenthsMillimetre().isPresent() && !row.clockSuspect())
                .collect(Collectors.groupingBy(SoilRow::node));
        if (byNode.isEmpty()) {
            return;
        }
        Map<Long, Counted> before = new HashMap<>();
        readings.latest(handle, byNode.keySet()).values().forEach(latest -> before.put(latest.node(), of(latest)));
        List<RainTable.Caught> caught = new ArrayList<>();
        byNode.forEach((node, ofNode) -> {
            Counted last = before.get(node);
            for (SoilRow row :
                    ofNode.stream().sorted(Comparator.comparing(SoilRow::at)).toList()) {
                Counted next = new Counted(row.at(), row.boot(), row.rainTenthsMillimetre());
                if (last != null && row.at().isAfter(last.at())) {
                    add(caught, node, last, next);
                }
                last = last == null || row.at().isAfter(last.at()) ? next : last;
            }
        });
        rain.add(handle, caught);
    }

    private static void add(List<RainTable.Caught> caught, long node, Counted last, Counted next) {
        boolean restarted = next.boot() != last.boot() || last.tenths().isEmpty();
        long from = restarted ? 0 : last.tenths().getAsLong();
        double millimetres = (next.tenths().getAsLong() - from) / TENTHS;
        if (millimetres >= 0 && millimetres <= LARGEST_MILLIMETRES) {
            caught.add(new RainTable.Caught(RainTable.gauge(node), last.at(), next.at(), millimetres));
        }
    }

    private static Counted of(Latest latest) {
        return new Counted(latest.at(), latest.boot(), latest.rainTenthsMillimetre());
    }
}
