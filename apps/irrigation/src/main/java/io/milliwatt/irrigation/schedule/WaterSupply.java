package io.milliwatt.irrigation.schedule;

import io.milliwatt.irrigation.supply.Blackout;
import io.milliwatt.irrigation.supply.Pump;
import io.milliwatt.irrigation.supply.Source;
import io.milliwatt.irrigation.supply.Valve;
import java.util.List;
import java.util.Optional;

/**
 * What waters a site.
 *
 * @param blackouts of the whole site; those of a source stand in it
 */
public record WaterSupply(List<Source> sources, List<Pump> pumps, List<Valve> valves, List<Blackout> blackouts) {

    public WaterSupply {
        sources = List.copyOf(sources);
        pumps = List.copyOf(pumps);
        valves = List.copyOf(valves);
        blackouts = List.copyOf(blackouts);
    }

    public Optional<Valve> valveOf(String zoneId) {
        return valves.stream()
                .filter(valve -> valve.zoneId().filter(zoneId::equals).isPresent())
                .findFirst();
    }

    public Optional<Source> source(String id) {
        return sources.stream().filter(source -> source.id().equals(id)).findFirst();
    }

    List<Pump> pumpsOn(Source source) {
        return pumps.stream()
                .filter(pump -> pump.sourceId().equals(source.id()))
                .toList();
    }

    /** What a source and its pumps together give, m³/h. */
    double flowLimit(Source source) {
        List<Pump> on = pumpsOn(source);
        double lifted = on.stream().mapToDouble(Pump::maximumCubicMetresPerHour).sum();
        return on.isEmpty() ? source.maximumCubicMetresPerHour() : Math.min(source.maximumCubicMetresPerHour(), lifted);
    }

    /** Water and energy of a volume; pumps share the work by what they lift. */
    double cost(Source source, double cubicMetres) {
        double lifted = pumpsOn(source).stream()
                .mapToDouble(Pump::maximumCubicMetresPerHour)
                .sum();
        double energy = pumpsOn(source).stream()
                .mapToDouble(pump -> pump.energyCost(cubicMetres / lifted))
                .sum();
        return cubicMetres * source.costPerCubicMetre() + energy;
    }
}
