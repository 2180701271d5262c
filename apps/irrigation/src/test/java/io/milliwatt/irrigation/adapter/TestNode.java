package io.milliwatt.irrigation.adapter;

import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.IrrigationEvent;
import io.milliwatt.telemetry.SoilReading;
import io.milliwatt.telemetry.SoilReading.AtDepth;
import io.milliwatt.telemetry.ValveState;
import io.milliwatt.testkit.NumberedNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A soil node with three sensors at 100, 300 and 600 mm that builds frames of today, numbered from 0. */
public final class TestNode extends NumberedNode {

    private static final long[] DEPTHS = {100, 300, 600};

    public TestNode(long number, long boot) {
        super(number, boot, 0);
    }

    /** The same water content at all depths, 0.1 %. */
    public byte[] reading(Instant at, long permille) {
        return reading(at, permille, 0, OptionalLong.empty());
    }

    public byte[] reading(Instant at, long permille, long flags, OptionalLong rainTenths) {
        List<AtDepth> depths = new ArrayList<>();
        for (long depth : DEPTHS) {
            depths.add(new AtDepth(depth, OptionalLong.of(permille), OptionalLong.of(1800), flags, Optional.empty()));
        }
        return frame(at, of(depths, rainTenths));
    }

    /** With the same forecast at all depths. */
    byte[] foreseeing(Instant at, long permille, SoilReading.Forecast forecast) {
        List<AtDepth> depths = new ArrayList<>();
        for (long depth : DEPTHS) {
            depths.add(new AtDepth(depth, OptionalLong.of(permille), OptionalLong.of(1800), 0, Optional.of(forecast)));
        }
        return frame(at, of(depths, OptionalLong.empty()));
    }

    /** Told because the node has taken its lines over. */
    byte[] readingWithNewLines(Instant at, long permille) {
        OptionalLong none = OptionalLong.empty();
        List<AtDepth> depths = new ArrayList<>();
        for (long depth : DEPTHS) {
            depths.add(AtDepth.of(depth, permille, 1800));
        }
        return frame(
                at,
                new SoilReading(depths, none, none, none, none, none, none, Optional.empty(), SoilReading.LINES_SET));
    }

    /** With the air beside the probe, 0.01 °C. */
    byte[] readingInAir(Instant at, long permille, long centidegrees) {
        OptionalLong none = OptionalLong.empty();
        List<AtDepth> depths = new ArrayList<>();
        for (long depth : DEPTHS) {
            depths.add(AtDepth.of(depth, permille, 1800));
        }
        return frame(
                at,
                new SoilReading(
                        depths, none, none, none, none, OptionalLong.of(centidegrees), none, Optional.empty(), 0));
    }

    /** As if the sensors lay at other depths. */
    byte[] movedReading(Instant at, long permille) {
        List<AtDepth> depths = List.of(
                AtDepth.of(200, permille, 1800), AtDepth.of(300, permille, 1800), AtDepth.of(600, permille, 1800));
        return frame(at, of(depths, OptionalLong.empty()));
    }

    public byte[] valve(Instant at, boolean open, ValveState.Cause cause, long command, long seconds, long litres) {
        return frame(at, new ValveState(1, open, cause, command, seconds, litres, open ? 3600 : 0));
    }

    byte[] leak(Instant at, boolean onset) {
        return frame(at, new Event(IrrigationEvent.LEAK.number(), 255, Event.Urgency.HIGH, onset, List.of(120L, 240L)));
    }

    byte[] blocked(Instant at) {
        return frame(
                at, new Event(IrrigationEvent.BLOCKED.number(), 255, Event.Urgency.MEDIUM, true, List.of(1L, 120L)));
    }

    private static SoilReading of(List<AtDepth> depths, OptionalLong rainTenths) {
        OptionalLong none = OptionalLong.empty();
        return new SoilReading(depths, OptionalLong.of(3100), none, none, rainTenths, none, none, Optional.empty(), 0);
    }
}
