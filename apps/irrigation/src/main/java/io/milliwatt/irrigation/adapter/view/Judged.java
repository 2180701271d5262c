package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.probe.Doubt;
import io.milliwatt.irrigation.probe.FleetVerdict;
import io.milliwatt.irrigation.probe.MovedProbe;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ProbeDepth;
import io.milliwatt.irrigation.probe.SensorHealth;
import io.milliwatt.irrigation.probe.Verdict;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the stored verdict adds to a probe's newest reading: what lasts longer than a reading. */
record Judged(Probe probe, Optional<FleetVerdict> stored, Instant now) {

    /** Of the rest the newest reading itself tells, and tells it sooner. */
    private static final Set<Verdict> LASTING =
            EnumSet.of(Verdict.STEPPED, Verdict.DRIFTING, Verdict.SPIKING, Verdict.FLAT, Verdict.BROKEN);

    Optional<Instant> at() {
        return stored.map(FleetVerdict::judgedAt);
    }

    boolean moved() {
        return move().isPresent();
    }

    /** @param newest by the newest reading's own flags */
    String verdict(int channel, String newest) {
        return lasting().stream()
                .filter(sensor -> sensor.channel() == channel && newest.equals("ok"))
                .findFirst()
                .map(sensor -> sensor.verdict().label())
                .orElse(newest);
    }

    /** The evidence, and since when sensors take part in no decision. */
    List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        move().map(MovedProbe::reason).ifPresent(reasons::add);
        lasting().stream().map(SensorHealth::reason).forEach(reasons::add);
        for (Doubt doubt : stored.map(FleetVerdict::doubts).orElse(List.of())) {
            probe.channel(doubt.channel())
                    .filter(depth -> !moved())
                    .map(depth -> notUsed(doubt, depth))
                    .ifPresent(reasons::add);
        }
        return reasons;
    }

    private Optional<MovedProbe> move() {
        return stored.flatMap(FleetVerdict::moved)
                .filter(move ->
                        !move.at().isBefore(probe.installedAt()) && !move.at().isAfter(now));
    }

    private List<SensorHealth> lasting() {
        return stored.map(verdict -> verdict.health().sensors().stream()
                        .filter(sensor -> LASTING.contains(sensor.verdict()))
                        .toList())
                .orElse(List.of());
    }

    private static Reason notUsed(Doubt doubt, ProbeDepth depth) {
        return Reason.of(ReasonCode.SENSOR_NOT_USED)
                .with("depthCentimetres", depth.depthCentimetres())
                .with("since", doubt.since().toString().substring(0, "2026-01-01".length()))
                .with("flags", doubt.flag().label());
    }
}
