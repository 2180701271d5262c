package io.milliwatt.platform.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Collects the keys of what changed and hands them on a few times a second, however often each changed meanwhile. */
public final class ChangeCollector {

    private static final Logger LOG = Logger.getLogger(ChangeCollector.class);
    private static final long EVERY_MILLIS = 250;

    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Consumer<Set<String>> tell;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-rows").factory());

    /** @param tell takes keys that have changed, never none, on this collector's own thread */
    public ChangeCollector(Consumer<Set<String>> tell) {
        this.tell = tell;
    }

    public void start() {
        var _ = timer.scheduleWithFixedDelay(this::handOn, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    public void stop() {
        timer.shutdownNow();
    }

    public void add(String key) {
        changed.add(key);
    }

    private void handOn() {
        try {
            Set<String> keys = Set.copyOf(changed);
            changed.removeAll(keys);
            if (!keys.isEmpty()) {
                tell.accept(keys);
            }
        } catch (RuntimeException failure) {
            LOG.warnf("Changed rows could not be told to open pages: %s", failure.getMessage());
        }
    }
}
