package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.view.ZoneDetails.PlateauView;
import io.milliwatt.irrigation.probe.DepthReading;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ProbeDepth;
import io.milliwatt.irrigation.soilsetup.DrainagePlateau;
import io.milliwatt.irrigation.soilsetup.PlateauFinder;
import io.milliwatt.irrigation.soilsetup.Sample;
import io.milliwatt.irrigation.zone.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a zone's soil stays after it has drained, by the readings of its probes. */
@ApplicationScoped
public class Plateaus {

    private static final Duration LOOKED_BACK = Duration.ofDays(120);
    private static final double MILLIMETRES_PER_METRE = 1000;
    private static final double WORTH_TELLING = 0.01;

    private final FarmDirectory directory;
    private final SoilReadingTable readings;
    private final Clock clock;

    Plateaus(FarmDirectory directory, SoilReadingTable readings, Clock clock) {
        this.directory = directory;
        this.readings = readings;
        this.clock = clock;
    }

    /** A sensor's depth in mm, and what it shows. */
    public record Found(double depthMillimetres, DrainagePlateau plateau) {}

    public List<PlateauView> of(Zone zone) {
        return found(zone).stream().map(found -> view(zone, found)).toList();
    }

    public List<Found> found(Zone zone) {
        Instant now = clock.instant();
        List<Found> all = new ArrayList<>();
        for (Probe probe : directory.farm().probesOfZone(zone.id())) {
            List<DepthReading> read = readings.readings(probe.node(), now.minus(LOOKED_BACK), now);
            for (ProbeDepth depth : probe.depths()) {
                plateau(depth, read)
                        .ifPresent(plateau -> all.add(new Found(depth.depthMetres() * MILLIMETRES_PER_METRE, plateau)));
            }
        }
        return all;
    }

    private static Optional<DrainagePlateau> plateau(ProbeDepth depth, List<DepthReading> readings) {
        return PlateauFinder.find(readings.stream()
                .filter(reading -> reading.channel() == depth.channel() && reading.decides())
                .flatMap(reading -> depth.content(reading.waterContentPercent()).stream()
                        .map(content -> new Sample(reading.at(), content.fraction())))
                .toList());
    }

    private static PlateauView view(Zone zone, Found found) {
        double set = zone.soil()
                .orElseThrow()
                .at(found.depthMillimetres() / MILLIMETRES_PER_METRE)
                .limits()
                .fieldCapacity()
                .fraction();
        double observed = found.plateau().fieldCapacity().fraction();
        return new PlateauView(
                found.depthMillimetres(),
                set,
                observed,
                found.plateau().events(),
                found.plateau().spread(),
                found.plateau().offered() && Math.abs(observed - set) >= WORTH_TELLING);
    }
}
