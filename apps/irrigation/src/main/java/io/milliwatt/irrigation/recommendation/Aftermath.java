package io.milliwatt.irrigation.recommendation;

import io.milliwatt.irrigation.ledger.Entry;
import io.milliwatt.irrigation.ledger.Evidence;
import io.milliwatt.irrigation.ledger.LedgerDay;
import io.milliwatt.irrigation.ledger.LineKind;
import io.milliwatt.irrigation.probe.DepthMean;
import io.milliwatt.irrigation.probe.DepthReading;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ProbeDepth;
import io.milliwatt.irrigation.probe.ProbeDigest;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.zone.Zone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Judges an irrigation by what came after it. */
public final class Aftermath {
    /** Within which water has reached the upper sensors of any soil that is worth irrigating. */
    public static final Duration LOOK_BACK_AFTER = Duration.ofHours(12);

    /** Less water than this may stay above the first sensor. */
    private static final double LEAST_TELLING_MILLIMETRES = 4;

    /** Rise that is more than a sensor's noise, m³/m³. */
    private static final double LEAST_RISE = 0.005;

    private Aftermath() {}

    /**
     * @param readings of the probe from before the start until {@link #LOOK_BACK_AFTER} after the end
     * @param days of the account that the irrigation fell on, and the day after
     */
    public static Outcome judge(
            Zone zone,
            double plannedMillimetres,
            Entry.Watering watering,
            Optional<Probe> probe,
            Collection<DepthReading> readings,
            List<LedgerDay> days) {
        double applied = zone.millimetres(watering.cubicMetres());
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(ReasonCode.APPLIED)
                .with("millimetres", applied)
                .with("plannedMillimetres", plannedMillimetres));
        boolean metered = watering.evidence() == Evidence.METERED;
        reasons.add(
                metered
                        ? Reason.of(ReasonCode.METERED).with("cubicMetres", watering.cubicMetres())
                        : Reason.of(ReasonCode.TIMED));
        Outcome.Rise rise = rise(applied / zone.method().wettedFraction(), watering, probe, readings, reasons);
        double drained =
                days.stream().mapToDouble(day -> day.sum(LineKind.DRAINAGE)).sum();
        if (drained >= 0.5) {
            reasons.add(Reason.of(ReasonCode.DRAINED).with("millimetres", drained));
        }
        return new Outcome(
                applied,
                watering.cubicMetres(),
                metered,
                days.isEmpty() ? 0 : days.getFirst().opening(),
                days.isEmpty() ? 0 : days.getLast().closing(),
                rise,
                drained,
                reasons);
    }

    private static Outcome.Rise rise(
            double onWettedGround,
            Entry.Watering watering,
            Optional<Probe> probe,
            Collection<DepthReading> readings,
            List<Reason> reasons) {
        List<Double> rises = new ArrayList<>();
        if (probe.isPresent()) {
            ProbeDigest before = ProbeDigest.of(probe.get(), readings, watering.from());
            for (DepthMean sensor : before.sensors()) {
                wettest(probe.get(), sensor, watering, readings).ifPresent(after -> {
                    double change = after - sensor.content().fraction();
                    if (change >= LEAST_RISE && rises.stream().noneMatch(known -> known >= LEAST_RISE)) {
                        reasons.add(Reason.of(ReasonCode.MOISTURE_ROSE)
                                .with("risePercent", 100 * change)
                                .with("depthCentimetres", 100 * sensor.depthMetres()));
                    }
                    rises.add(change);
                });
            }
        }
        if (rises.stream().anyMatch(change -> change >= LEAST_RISE)) {
            return Outcome.Rise.ROSE;
        }
        if (rises.isEmpty() || onWettedGround < LEAST_TELLING_MILLIMETRES) {
            reasons.add(Reason.of(ReasonCode.NOT_JUDGED));
            return Outcome.Rise.NOT_JUDGED;
        }
        reasons.add(Reason.of(ReasonCode.MOISTURE_NOT_RISING)
                .with("hours", LOOK_BACK_AFTER.toHours())
                .with("millimetres", onWettedGround));
        return Outcome.Rise.DID_NOT_RISE;
    }

    /** The highest of the good readings from the start on; a single one is not enough, so the second highest counts. */
    private static Optional<Double> wettest(
            Probe probe, DepthMean sensor, Entry.Watering watering, Collection<DepthReading> readings) {
        ProbeDepth depth = probe.depths().stream()
                .filter(candidate -> candidate.depthMetres() == sensor.depthMetres())
                .findFirst()
                .orElseThrow();
        return readings.stream()
                .filter(reading -> reading.channel() == depth.channel() && reading.decides())
                .filter(reading -> reading.at().isAfter(watering.from())
                        && !reading.at().isAfter(watering.until().plus(LOOK_BACK_AFTER)))
                .flatMap(reading -> depth.content(reading.waterContentPercent()).stream())
                .map(content -> content.fraction())
                .sorted((a, b) -> Double.compare(b, a))
                .skip(1)
                .findFirst();
    }
}
