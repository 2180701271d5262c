package io.milliwatt.irrigation.schedule;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.supply.Source;
import io.milliwatt.irrigation.supply.Valve;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans a night: the most urgent request first, each at the earliest time that its source allows. */
public final class Planner {
    private final WaterSupply supply;
    private final WateringNight night;
    private final Map<String, SourceDiary> diaries = new HashMap<>();
    private final List<RunPlan> runs = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    private Planner(WaterSupply supply, WateringNight night) {
        this.supply = supply;
        this.night = night;
        for (Source source : supply.sources()) {
            diaries.put(source.id(), new SourceDiary(source, supply.flowLimit(source), supply.blackouts(), night));
        }
    }

    /**
     * @param standing runs that are planned or running already and are not moved; those before the night matter to wells
     * @param requests in any order
     */
    public static Plan plan(
            WaterSupply supply, WateringNight night, Collection<RunPlan> standing, Collection<WaterRequest> requests) {
        Planner planner = new Planner(supply, night);
        for (RunPlan run : standing) {
            SourceDiary diary = planner.diaries.get(run.sourceId());
            if (diary != null) {
                run.cycles().forEach(cycle -> diary.add(cycle, run.flowCubicMetresPerHour()));
            }
        }
        requests.stream()
                .sorted(Comparator.comparingDouble(WaterRequest::rank).thenComparing(WaterRequest::id))
                .forEach(planner::place);
        planner.runs.sort(Comparator.comparing(RunPlan::start).thenComparing(RunPlan::zoneId));
        return new Plan(planner.runs, planner.conflicts);
    }

    private void place(WaterRequest request) {
        Optional<Valve> valve = supply.valveOf(request.zone().id());
        Optional<Source> source = valve.flatMap(found -> supply.source(found.sourceId()));
        if (valve.isEmpty() || source.isEmpty()) {
            object(request, Reason.of(ReasonCode.NO_VALVE));
            return;
        }
        double flow = request.zone().method().flowCubicMetresPerHour();
        if (flow > supply.flowLimit(source.get())) {
            object(
                    request,
                    Reason.of(ReasonCode.SOURCE_LIMIT)
                            .with("source", source.get().name())
                            .with("zone", request.zone().name())
                            .with("cubicMetres", supply.flowLimit(source.get()))
                            .with("wantedCubicMetres", flow));
            return;
        }
        double wanted = withinNight(request, source.get(), withinAllocation(request));
        if (wanted > 0) {
            placed(request, valve.get(), source.get(), wanted);
        }
    }

    private double withinAllocation(WaterRequest request) {
        double wanted = request.amount().millimetres(request.zone());
        double left = request.allocationLeftMillimetres().orElse(Double.POSITIVE_INFINITY);
        if (wanted <= left) {
            return wanted;
        }
        object(
                request,
                Reason.of(ReasonCode.ALLOCATION_LIMITS)
                        .with("leftMillimetres", Math.max(0, left))
                        .with("wantedMillimetres", wanted));
        return worthwhile(request, left);
    }

    private double withinNight(WaterRequest request, Source source, double millimetres) {
        if (source.maximumCubicMetresPerNight().isEmpty()) {
            return millimetres;
        }
        double limit = source.maximumCubicMetresPerNight().getAsDouble();
        double left = limit - diaries.get(source.id()).cubicMetres(night.from(), night.until());
        double wanted = request.zone().cubicMetres(millimetres);
        if (wanted <= left) {
            return millimetres;
        }
        object(
                request,
                Reason.of(ReasonCode.NIGHT_LIMIT)
                        .with("source", source.name())
                        .with("zone", request.zone().name())
                        .with("cubicMetres", limit)
                        .with("shortCubicMetres", wanted - Math.max(0, left)));
        return worthwhile(request, request.zone().millimetres(Math.max(0, left)));
    }

    private static double worthwhile(WaterRequest request, double millimetres) {
        double least = request.zone().refill().leastNetMillimetres()
                / request.zone().method().efficiency();
        return millimetres >= least ? millimetres : 0;
    }

    private void placed(WaterRequest request, Valve valve, Source source, double wanted) {
        SourceDiary diary = diaries.get(source.id());
        Cutting cutting = Cutting.of(request, valve, source, wanted);
        Placement placement = Placement.of(cutting, request, source, diary, night);
        placement.objections().forEach(reason -> object(request, reason));
        if (placement.cycles().isEmpty()) {
            return;
        }
        double flow = request.zone().method().flowCubicMetresPerHour();
        double given = placement.cycles().stream()
                .mapToDouble(cycle -> request.zone()
                        .method()
                        .applied(cycle.length(), request.zone().areaHectares()))
                .sum();
        double cubicMetres = request.zone().cubicMetres(given);
        runs.add(new RunPlan(
                request.id(),
                request.zone().id(),
                valve.id(),
                source.id(),
                placement.cycles(),
                given,
                cubicMetres,
                flow,
                supply.cost(source, cubicMetres),
                Stream.concat(cutting.notes().stream(), objectionsTo(request)).toList()));
    }

    /** Whatever moved it or let only a part of it fit. */
    private Stream<Reason> objectionsTo(WaterRequest request) {
        return conflicts.stream()
                .filter(conflict -> conflict.requestId().equals(request.id()))
                .map(Conflict::reason);
    }

    private void object(WaterRequest request, Reason reason) {
        conflicts.add(new Conflict(request.id(), request.zone().id(), reason));
    }
}
