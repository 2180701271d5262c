package io.milliwatt.nodes.flood;

import io.milliwatt.telemetry.Features;
import io.milliwatt.telemetry.FrameBody;
import java.time.Instant;
import java.util.List;

/** Features of the vibration recipe with values of a healthy machine that wander a little, as many as are wanted. */
final class MachineBodies implements BodySource {
    private static final long RECIPE = 1;
    private static final long RECIPE_VERSION = 1;
    private static final int WANDER_STEPS = 17;

    private long taken;

    @Override
    public int due(Instant now) {
        return Integer.MAX_VALUE;
    }

    @Override
    public FrameBody next(Instant now) {
        return Features.withoutVerdict(RECIPE, RECIPE_VERSION, values(taken++), 0);
    }

    /** Velocity 0.01 mm/s, acceleration and peak 0.001 g, kurtosis and crest 0.01, three lines, anomaly, shaft 0.01 Hz. */
    private static List<Long> values(long index) {
        long wander = index % WANDER_STEPS;
        return List.of(
                70 + wander,
                60 + wander,
                240 + wander,
                300 + wander,
                400 + wander,
                wander,
                wander,
                wander,
                wander,
                2470L);
    }
}
