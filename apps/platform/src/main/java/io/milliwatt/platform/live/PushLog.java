package io.milliwatt.platform.live;

import io.milliwatt.telemetry.FrameIdentity;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** When the news of a frame first reached an open page; kept for the newest frames only. */
@ApplicationScoped
@IfBuildProperty(name = "milliwatt.platform.live", stringValue = "true")
public class PushLog {

    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<FrameIdentity, Instant> sent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<FrameIdentity, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    PushLog(Clock clock) {
        this.clock = clock;
    }

    public synchronized void sent(FrameIdentity frame) {
        sent.putIfAbsent(frame, clock.instant());
    }

    /** When a page first had the news of this frame. */
    public synchronized Optional<Instant> sentAt(FrameIdentity frame) {
        return Optional.ofNullable(sent.get(frame));
    }
}
