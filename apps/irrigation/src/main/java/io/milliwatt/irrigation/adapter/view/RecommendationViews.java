package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.RecommendationTable.Stored;
import io.milliwatt.irrigation.adapter.db.RunTable;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable.Latest;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.zone.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what pages see of recommendations. */
@ApplicationScoped
public class RecommendationViews {

    private final FarmDirectory directory;
    private final RunTable runs;
    private final SoilReadingTable readings;

    RecommendationViews(FarmDirectory directory, RunTable runs, SoilReadingTable readings) {
        this.directory = directory;
        this.runs = runs;
        this.readings = readings;
    }

    public RecommendationView of(Stored stored) {
        return of(List.of(stored)).getFirst();
    }

    /** In the order given; of zones that are no more there is nothing to show. */
    public List<RecommendationView> of(Collection<Stored> all) {
        Farm farm = directory.farm();
        return of(
                all,
                readings.latest(all.stream()
                        .flatMap(stored -> farm.probesOfZone(stored.advice().zoneId()).stream())
                        .map(Probe::node)
                        .toList()));
    }

    /** @param latest the newest readings of their zones' nodes, as far as there are any */
    List<RecommendationView> of(Collection<Stored> all, Map<Long, Latest> latest) {
        Farm farm = directory.farm();
        Map<Long, List<Long>> byAdvice =
                runs.numbersOfRecommendations(all.stream().map(Stored::id).toList());
        return all.stream()
                .filter(stored -> farm.zone(stored.advice().zoneId()).isPresent())
                .map(stored -> {
                    Zone zone = farm.zone(stored.advice().zoneId()).orElseThrow();
                    Optional<Instant> heard = farm.probesOfZone(zone.id()).stream()
                            .flatMap(probe -> Optional.ofNullable(latest.get(probe.node())).stream())
                            .map(Latest::at)
                            .max(Instant::compareTo);
                    return RecommendationView.of(
                            stored, farm.siteOf(zone), byAdvice.getOrDefault(stored.id(), List.of()), heard);
                })
                .toList();
    }
}
