package io.milliwatt.irrigation.schedule;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.supply.Blackout;
import io.milliwatt.irrigation.supply.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where a run's parts come to lie, each entered in the source's diary as it is found, and what stood in the way. */
record Placement(List<Cycle> cycles, List<Reason> objections) {

    private static final Duration STEP = Duration.ofMinutes(1);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    static Placement of(Cutting cutting, WaterRequest request, Source source, SourceDiary diary, WateringNight night) {
        double flow = request.zone().method().flowCubicMetresPerHour();
        List<Cycle> cycles = new ArrayList<>();
        List<Reason> objections = new ArrayList<>();
        Set<SourceDiary.Objection> told = EnumSet.noneOf(SourceDiary.Objection.class);
        Instant start = night.from();
        Duration left = Duration.ZERO;
        for (Duration part : cutting.parts()) {
            while (!start.plus(part).isAfter(night.until())) {
                Cycle cycle = new Cycle(start, start.plus(part));
                SourceDiary.Objection objection = diary.objection(cycle, flow);
                if (objection == SourceDiary.Objection.NONE) {
                    break;
                }
                if (told.add(objection)) {
                    objections.add(reason(objection, cycle, request, source, diary, night));
                }
                start = objection == SourceDiary.Objection.BLACKOUT
                        ? diary.closedAt(cycle).until()
                        : start.plus(STEP);
            }
            if (start.plus(part).isAfter(night.until())) {
                left = left.plus(part);
                continue;
            }
            Cycle cycle = new Cycle(start, start.plus(part));
            cycles.add(cycle);
            diary.add(cycle, flow);
            start = cycle.end().plus(cutting.soak());
        }
        if (!left.isZero()) {
            objections.add(tooShort(left, request, night));
        }
        return new Placement(cycles, objections);
    }

    private static Reason tooShort(Duration left, WaterRequest request, WateringNight night) {
        double area = request.zone().areaHectares();
        return Reason.of(ReasonCode.NOT_ENOUGH_NIGHT)
                .with("zone", request.zone().name())
                .with("until", clock(night.until(), night))
                .with("shortMillimetres", request.zone().method().applied(left, area))
                .with("wantedMillimetres", request.amount().millimetres(request.zone()));
    }

    private static Reason reason(
            SourceDiary.Objection objection,
            Cycle cycle,
            WaterRequest request,
            Source source,
            SourceDiary diary,
            WateringNight night) {
        return switch (objection) {
            case BLACKOUT -> closed(diary.closedAt(cycle), night);
            case BUSY ->
                Reason.of(ReasonCode.SOURCE_SHARED)
                        .with("source", source.name())
                        .with("zone", request.zone().name())
                        .with("cubicMetres", source.maximumCubicMetresPerHour());
            case WELL ->
                Reason.of(ReasonCode.WELL_REFILLS)
                        .with("source", source.name())
                        .with("minutes", source.refill().orElseThrow().pause().toMinutes())
                        .with(
                                "runMinutes",
                                source.refill().orElseThrow().longestRun().toMinutes());
            case NONE -> throw new IllegalStateException("No objection has no reason");
        };
    }

    private static Reason closed(Blackout.Span span, WateringNight night) {
        return Reason.of(ReasonCode.BLACKOUT)
                .with("from", clock(span.from(), night))
                .with("until", clock(span.until(), night))
                .with("why", span.reason());
    }

    private static String clock(Instant time, WateringNight night) {
        return CLOCK.format(night.site().localTime(time));
    }
}
