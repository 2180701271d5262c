package io.milliwatt.irrigation.probe;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a look over a probe's week and its months says, with its evidence.
 *
 * @param judgedAt when it was looked at
 * @param readAt the newest reading that was looked at; empty where there is none
 * @param through the last whole day that faults were looked for in; empty before the first
 * @param health the week's and the months' verdicts together, the worse of a sensor's two
 * @param doubts sensors that take part in no decision
 * @param moved the reading from which on the temperatures are those of another depth
 */
public record FleetVerdict(
        Instant judgedAt,
        Optional<Instant> readAt,
        Optional<LocalDate> through,
        ProbeHealth health,
        List<FoundFault> faults,
        List<Doubt> doubts,
        Optional<MovedProbe> moved) {

    private static final double HOURS_PER_DAY = 24;

    public FleetVerdict {
        faults = List.copyOf(faults);
        doubts = List.copyOf(doubts);
    }

    /**
     * @param week by {@link HealthCheck}
     * @param faults that stand on the last whole day
     * @param moved found in this week
     * @param before the verdict before; a move that it found stands until the probe is set up anew, and a doubt keeps its begin
     */
    public static FleetVerdict of(
            Probe probe,
            ZoneId timeZone,
            Instant now,
            Optional<Instant> readAt,
            Optional<LocalDate> through,
            ProbeHealth week,
            List<FoundFault> faults,
            Optional<MovedProbe> moved,
            Optional<FleetVerdict> before) {
        Optional<MovedProbe> stands = before.flatMap(FleetVerdict::moved)
                .filter(known -> !known.at().isBefore(probe.installedAt()))
                .or(() -> moved);
        List<Doubt> doubts = new ArrayList<>();
        stands.ifPresent(at ->
                probe.depths().forEach(depth -> doubts.add(new Doubt(depth.channel(), ReadingFlag.BREAK, at.at()))));
        for (FoundFault fault : faults) {
            flag(fault).ifPresent(flag -> doubts.add(since(fault, flag, timeZone, before)));
        }
        return new FleetVerdict(now, readAt, through, together(week, faults, stands), faults, doubts, stands);
    }

    /** Whether a person should be called to a sensor. A step and spikes are shown, and wait until somebody looks. */
    public boolean unfit() {
        return health.sensors().stream().anyMatch(sensor -> switch (sensor.verdict()) {
            case DRIFTING, OUT_OF_RANGE, SATURATED, FLAT, BROKEN, DEAD -> true;
            case OK, FROZEN, BATTERY_LOW, STEPPED, SPIKING, MOVED, SILENT -> false;
        });
    }

    /** Of the sensors that call for a person, or of the move. */
    public List<Reason> evidence() {
        List<Reason> reasons = new ArrayList<>();
        moved.map(MovedProbe::reason).ifPresent(reasons::add);
        health.sensors().stream()
                .filter(sensor -> !sensor.verdict().usable() && sensor.verdict() != Verdict.FROZEN)
                .sorted(Comparator.comparing(SensorHealth::verdict).reversed())
                .map(SensorHealth::reason)
                .forEach(reasons::add);
        return reasons;
    }

    /** Those of a probe that stand against a reading of a moment. */
    public static List<Doubt> at(Collection<Doubt> doubts, Probe probe, Instant at) {
        return doubts.stream().filter(doubt -> doubt.covers(probe, at)).toList();
    }

    /** What is shown only is no doubt: a step may be water that nobody told of, a spike is gone the next day. */
    private static Optional<ReadingFlag> flag(FoundFault fault) {
        return switch (fault.kind()) {
            case DRIFT -> Optional.of(ReadingFlag.DRIFT);
            case STUCK -> Optional.of(ReadingFlag.STUCK);
            case BREAK -> Optional.of(ReadingFlag.PLATEAU_LOW);
            case STEP, SPIKE, FROZEN -> Optional.empty();
        };
    }

    private static Doubt since(FoundFault fault, ReadingFlag flag, ZoneId timeZone, Optional<FleetVerdict> before) {
        Instant begin = fault.from().atStartOfDay(timeZone).toInstant();
        return before.stream()
                .flatMap(known -> known.doubts().stream())
                .filter(doubt -> doubt.channel() == fault.channel() && doubt.flag() == flag)
                .findFirst()
                .filter(doubt -> doubt.since().isBefore(begin))
                .orElseGet(() -> new Doubt(fault.channel(), flag, begin));
    }

    private static ProbeHealth together(ProbeHealth week, List<FoundFault> faults, Optional<MovedProbe> moved) {
        List<SensorHealth> sensors = new ArrayList<>();
        for (SensorHealth sensor : week.sensors()) {
            Optional<SensorHealth> fault = faults.stream()
                    .filter(found -> found.channel() == sensor.channel())
                    .map(found -> health(found, sensor.depthCentimetres()))
                    .filter(found -> found.verdict().compareTo(sensor.verdict()) > 0)
                    .findFirst();
            sensors.add(fault.orElse(sensor));
        }
        Verdict whole =
                moved.isPresent() ? Verdict.MOVED : week.verdict() == Verdict.SILENT ? Verdict.SILENT : Verdict.OK;
        return ProbeHealth.of(sensors, week.reasons(), whole);
    }

    private static SensorHealth health(FoundFault fault, int depthCentimetres) {
        return switch (fault.kind()) {
            case DRIFT ->
                health(fault, depthCentimetres, Verdict.DRIFTING, ReasonCode.SENSOR_DRIFTING, "percentPerMonth", 1);
            case STUCK -> health(fault, depthCentimetres, Verdict.FLAT, ReasonCode.SENSOR_FLAT, "hours", HOURS_PER_DAY);
            case BREAK -> health(fault, depthCentimetres, Verdict.BROKEN, ReasonCode.SENSOR_BROKEN, "percent", 1);
            case STEP -> health(fault, depthCentimetres, Verdict.STEPPED, ReasonCode.SENSOR_STEPPED, "percent", 1);
            case SPIKE -> health(fault, depthCentimetres, Verdict.SPIKING, ReasonCode.SENSOR_SPIKING, "spikes", 1);
            case FROZEN -> health(fault, depthCentimetres, Verdict.FROZEN, ReasonCode.SENSOR_FROZEN, "celsius", 0);
        };
    }

    private static SensorHealth health(
            FoundFault fault, int depthCentimetres, Verdict verdict, ReasonCode code, String name, double factor) {
        return new SensorHealth(
                fault.channel(),
                depthCentimetres,
                verdict,
                Reason.of(code)
                        .with("depthCentimetres", depthCentimetres)
                        .with(name, factor * fault.percent())
                        .with("on", fault.from().toString()));
    }
}
