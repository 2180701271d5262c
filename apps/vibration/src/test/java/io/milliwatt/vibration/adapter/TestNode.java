package io.milliwatt.vibration.adapter;

import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.Features;
import io.milliwatt.telemetry.Ledger;
import io.milliwatt.telemetry.Octets;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.UpdateState;
import io.milliwatt.testkit.NumberedNode;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A node that builds frames of today, numbered from 0. */
public final class TestNode extends NumberedNode {

    public TestNode(long number, long boot) {
        super(number, boot, 0);
    }

    /** Features of recipe 1 with this r.m.s. velocity and everything else unremarkable. */
    public byte[] features(Instant at, double velocityMillimetresPerSecond, long flags) {
        List<Long> values =
                List.of(Math.round(velocityMillimetresPerSecond * 100), 120L, 400L, 310L, 340L, 1L, 1L, 1L, 0L, 2995L);
        return frame(
                at, new Features(1, 1, values, flags, OptionalLong.of(0), OptionalLong.of(250), OptionalLong.of(1)));
    }

    /** An event of the inner race's class. */
    byte[] innerRaceEvent(Instant at, boolean onset) {
        return frame(at, new Event(2, 230, Event.Urgency.HIGH, onset, List.of()));
    }

    /** A status with this version of model 1 and the bundle's digest, 16 hexadecimal digits. */
    byte[] status(Instant at, long modelVersion, String bundleDigest) {
        Status plain = Status.of(Domain.VIBRATION, 60);
        return frame(
                at,
                new Status(
                        plain.domain(),
                        plain.uptimeSeconds(),
                        plain.batteryMillivolts(),
                        plain.temperatureCentidegrees(),
                        plain.heldFrames(),
                        plain.droppedFrames(),
                        OptionalLong.of(1),
                        OptionalLong.of(modelVersion),
                        Optional.of(Octets.of(HexFormat.of().parseHex(bundleDigest))),
                        plain.flags(),
                        plain.ledger(),
                        Optional.empty()));
    }

    /** A status with what the node has counted since its boot. */
    public byte[] status(Instant at, Ledger ledger) {
        Status plain = Status.of(Domain.VIBRATION, 60);
        return frame(
                at,
                new Status(
                        plain.domain(),
                        plain.uptimeSeconds(),
                        plain.batteryMillivolts(),
                        plain.temperatureCentidegrees(),
                        plain.heldFrames(),
                        plain.droppedFrames(),
                        plain.modelId(),
                        plain.modelVersion(),
                        plain.bundleDigest(),
                        plain.flags(),
                        Optional.of(ledger),
                        Optional.empty()));
    }

    /** A word on the update to version 4 of model 1. */
    byte[] update(Instant at, UpdateState.Slot state, long reason) {
        return frame(at, new UpdateState(1, state, 1, 4, OptionalLong.of(reason), OptionalLong.empty()));
    }
}
