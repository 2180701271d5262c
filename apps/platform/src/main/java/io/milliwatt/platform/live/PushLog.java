package io.milliwatt.platform.live;

import io.milliwatt.platform.alarms.Transition;
import io.milliwatt.platform.ingest.ReceivedFrame;
import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.FrameIdentity;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** What to do once a page has had the news of an alarm's step: the event frame of a batch that is behind it has reached it. */
    public Runnable sent(List<ReceivedFrame> batch, Transition step) {
        Optional<FrameIdentity> cause = batch.stream()
                .filter(frame ->
                        frame.frame().body() instanceof Event && frame.at().equals(step.at()))
                .map(frame -> frame.frame().identity())
                .findFirst();
        return () -> cause.ifPresent(this::sent);
    }

    /** When a page first had the news of this frame. */
    public synchronized Optional<Instant> sentAt(FrameIdentity frame) {
        return Optional.ofNullable(sent.get(frame));
    }
}
