package io.milliwatt.irrigation.adapter.importing;

import io.milliwatt.irrigation.adapter.db.SoilRow;
import io.milliwatt.irrigation.adapter.importing.CheckedFile.Row;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ProbeDepth;
import io.milliwatt.irrigation.probe.ReadingFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A file's soil moisture as readings of a zone's probe: the file's depth that is nearest to a sensor's is taken for it. */
final class SoilHistory {
    private static final double PERMILLE_PER_PERCENT = 10;
    private static final double CENTI = 100;

    /** Further away it is another place. */
    private static final int NEAREST_MILLIMETRES = 60;

    private SoilHistory() {}

    static List<SoilRow> rows(List<Row> rows, Optional<Probe> probe) {
        List<SoilRow> soil = new ArrayList<>();
        if (probe.isEmpty()) {
            return soil;
        }
        for (Row row : rows) {
            if (!row.moisturePercent().isEmpty()) {
                row(row, probe.get()).ifPresent(soil::add);
            }
        }
        return soil;
    }

    private static Optional<SoilRow> row(Row row, Probe probe) {
        List<Long> depths = new ArrayList<>();
        List<Long> contents = new ArrayList<>();
        List<Long> temperatures = new ArrayList<>();
        List<Long> flags = new ArrayList<>();
        for (ProbeDepth sensor : probe.depths()) {
            int wanted = 10 * sensor.depthCentimetres();
            Optional<Integer> depth = row.moisturePercent().keySet().stream()
                    .filter(known -> Math.abs(known - wanted) <= NEAREST_MILLIMETRES)
                    .min((a, b) -> Integer.compare(Math.abs(a - wanted), Math.abs(b - wanted)));
            depths.add((long) wanted);
            contents.add(depth.map(known -> Math.round(row.moisturePercent().get(known) * PERMILLE_PER_PERCENT))
                    .orElse(null));
            temperatures.add(depth.map(known -> row.soilCelsius().get(known))
                    .map(celsius -> Math.round(celsius * CENTI))
                    .orElse(null));
            flags.add(depth.filter(row.badDepths()::contains).isPresent() ? (long) ReadingFlag.RANGE.bit() : 0L);
        }
        if (contents.stream().allMatch(content -> content == null)) {
            return Optional.empty();
        }
        // A boot of 0 is no node's: its own begin at 1. So a file never meets a frame's row.
        return Optional.of(new SoilRow(
                probe.node(),
                row.at(),
                0,
                0,
                depths,
                contents,
                temperatures,
                flags,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                true,
                false));
    }
}
