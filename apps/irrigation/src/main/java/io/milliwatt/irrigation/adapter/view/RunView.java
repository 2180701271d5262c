package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.Run;
import io.milliwatt.irrigation.zone.Zone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A watering as the schedule board shows it. */
public record RunView(
        long id,
        String zoneId,
        String zoneName,
        String valveId,
        String sourceId,
        String origin,
        OptionalLong recommendationId,
        String state,
        Instant plannedStart,
        Instant plannedEnd,
        int plannedSeconds,
        double plannedMillimetres,
        List<CycleView> cycles,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        double openSeconds,
        OptionalDouble meteredCubicMetres,
        OptionalDouble appliedMillimetres,
        Optional<String> endCause,
        Optional<ReasonView> reason,
        String createdBy) {

    private static final double LITRES_PER_CUBIC_METRE = 1000;

    /** A stretch in which the valve is to be open. */
    public record CycleView(
            Instant startAt, int seconds, String state, Optional<Instant> openedAt, double openSeconds) {}

    public static RunView of(Run run, Farm farm) {
        Optional<Zone> zone = farm.zone(run.zoneId());
        OptionalDouble metered = run.meteredLitres().isPresent()
                ? OptionalDouble.of(run.meteredLitres().getAsDouble() / LITRES_PER_CUBIC_METRE)
                : OptionalDouble.empty();
        return new RunView(
                run.id(),
                run.zoneId(),
                zone.map(Zone::name).orElse(run.zoneId()),
                run.valveId(),
                run.sourceId(),
                run.origin(),
                run.recommendationId(),
                run.state().label(),
                run.plannedStart(),
                run.plannedEnd(),
                run.plannedSeconds(),
                run.plannedNetMillimetres(),
                run.cycles().stream()
                        .map(cycle -> new CycleView(
                                cycle.startAt(),
                                cycle.seconds(),
                                cycle.state().label(),
                                cycle.openedAt(),
                                cycle.openSeconds()))
                        .toList(),
                run.startedAt(),
                run.endedAt(),
                run.openSeconds(),
                metered,
                zone.map(of -> OptionalDouble.of(of.millimetres(cubicMetres(run, of))))
                        .filter(applied -> run.openSeconds() > 0)
                        .orElse(OptionalDouble.empty()),
                run.endCause(),
                run.reason().map(ReasonView::of),
                run.createdBy());
    }

    /** Gross: by the meter where there is one, else by the time that the valve was open. */
    public static double cubicMetres(Run run, Zone zone) {
        return run.meteredLitres().isPresent()
                ? run.meteredLitres().getAsDouble() / LITRES_PER_CUBIC_METRE
                : run.openSeconds() / 3600 * zone.method().flowCubicMetresPerHour();
    }
}
