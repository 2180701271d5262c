package io.milliwatt.irrigation.schedule;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.supply.Source;
import io.milliwatt.irrigation.supply.Valve;
import io.milliwatt.irrigation.zone.Zone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run cut into equal parts, none longer than soil, valve and well bear.
 *
 * @param soak least time between two parts
 */
record Cutting(List<Duration> parts, Duration soak, List<Reason> notes) {

    static Cutting of(WaterRequest request, Valve valve, Source source, double grossMillimetres) {
        Zone zone = request.zone();
        Duration open = zone.method().runTime(grossMillimetres, zone.areaHectares());
        Optional<CycleAndSoak> cycles = request.cycles().or(() -> CycleAndSoak.of(zone));
        Duration longest = valve.maximumOpen();
        if (source.refill().isPresent()) {
            longest = shorter(longest, source.refill().get().longestRun());
        }
        Duration bySoil = cycles.map(CycleAndSoak::longestCycle).orElse(open);
        List<Duration> parts = parts(open, shorter(longest, bySoil));
        List<Reason> notes = new ArrayList<>();
        if (parts.size() > 1 && bySoil.compareTo(longest) <= 0) {
            notes.add(soaking(zone, parts.size(), cycles.orElseThrow()));
        } else if (parts.size() > 1) {
            notes.add(Reason.of(ReasonCode.MAXIMUM_OPEN)
                    .with("seconds", longest.toSeconds())
                    .with("cycles", parts.size()));
        }
        return new Cutting(
                parts,
                cycles.map(CycleAndSoak::soak).filter(pause -> parts.size() > 1).orElse(Duration.ZERO),
                notes);
    }

    private static Reason soaking(Zone zone, int cycles, CycleAndSoak by) {
        Reason reason = Reason.of(ReasonCode.CYCLE_AND_SOAK)
                .with("cycles", cycles)
                .with("soakMinutes", by.soak().toMinutes())
                .with("rateMillimetresPerHour", zone.method().rateOnWettedGround(zone.areaHectares()));
        return zone.soil()
                .map(soil -> reason.with("intakeMillimetresPerHour", soil.intakeMillimetresPerHour()))
                .orElse(reason);
    }

    /** As equal as whole seconds are. */
    private static List<Duration> parts(Duration open, Duration longest) {
        long seconds = open.toSeconds();
        long count = Math.ceilDiv(seconds, longest.toSeconds());
        List<Duration> parts = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            parts.add(Duration.ofSeconds(seconds * (i + 1) / count - seconds * i / count));
        }
        return parts;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
