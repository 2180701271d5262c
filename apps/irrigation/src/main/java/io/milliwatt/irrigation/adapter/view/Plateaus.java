package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.WaterTable;
import io.milliwatt.irrigation.adapter.view.ZoneDetails.PlateauView;
import io.milliwatt.irrigation.ledger.Entry;
import io.milliwatt.irrigation.probe.DepthMean;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.soil.DrainagePlateau;
import io.milliwatt.irrigation.zone.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where a zone's soil stays after it has drained, by the evenings of its probes. */
@ApplicationScoped
public class Plateaus {

    private static final int LOOKED_BACK_DAYS = 240;
    private static final double MILLIMETRES_PER_METRE = 1000;
    private static final double WORTH_TELLING = 0.01;
    private static final int LEAST_EVENTS = 3;

    private final FarmDirectory directory;
    private final WaterTable water;
    private final Clock clock;

    Plateaus(FarmDirectory directory, WaterTable water, Clock clock) {
        this.directory = directory;
        this.water = water;
        this.clock = clock;
    }

    public List<PlateauView> of(Zone zone) {
        LocalDate from =
                LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC).minusDays(LOOKED_BACK_DAYS);
        List<PlateauView> found = new ArrayList<>();
        for (Probe probe : directory.farm().probesOfZone(zone.id())) {
            SortedMap<Double, SortedMap<LocalDate, Double>> byDepth = new TreeMap<>();
            for (Entry.Probed evening : water.probed(List.of(probe.id()), from)) {
                for (DepthMean mean : evening.digest().sensors()) {
                    byDepth.computeIfAbsent(mean.depthMetres(), depth -> new TreeMap<>())
                            .put(evening.date(), mean.content().fraction());
                }
            }
            byDepth.forEach((depth, course) -> DrainagePlateau.of(course).ifPresent(plateau -> {
                double set = zone.soil()
                        .orElseThrow()
                        .at(depth)
                        .limits()
                        .fieldCapacity()
                        .fraction();
                found.add(new PlateauView(
                        depth * MILLIMETRES_PER_METRE,
                        set,
                        plateau.fraction(),
                        plateau.events(),
                        plateau.spread(),
                        plateau.events() >= LEAST_EVENTS && Math.abs(plateau.fraction() - set) >= WORTH_TELLING));
            }));
        }
        return found;
    }
}
