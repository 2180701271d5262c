package io.milliwatt.nodes.flood;

import io.milliwatt.telemetry.FrameBody;
import java.time.Instant;

/** What one sender has to say, and when. */
interface BodySource {
    /** How many bodies are due by {@code now} and have not been taken. */
    int due(Instant now);

    /** The next one. */
    FrameBody next(Instant now);
}
