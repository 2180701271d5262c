package io.milliwatt.platform.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The queue of one connection. One message is under way at a time; what comes meanwhile waits here. A value that waits is
 * replaced by a newer one of the same key. When too many messages that must not be dropped wait, the connection is closed:
 * the page then comes back and reads the lists anew.
 */
final class Subscriber {

    static final int MOST_UNDROPPED = 1_000;
    static final int MOST_VALUES = 20_000;

    private final Function<String, CompletionStage<Void>> send;
    private final Runnable closeAsSlow;
    private final Deque<LiveMessage> undropped = new ArrayDeque<>();
    private final Map<String, LiveMessage> values = new LinkedHashMap<>();
    private volatile Set<String> watched = Set.of();
    private boolean sending;
    private boolean closed;

    /**
     * @param send hands a text to the connection; ends when it has left
     * @param closeAsSlow closes the connection because it does not keep up
     */
    Subscriber(Function<String, CompletionStage<Void>> send, Runnable closeAsSlow) {
        this.send = send;
        this.closeAsSlow = closeAsSlow;
    }

    /** Replaces the topics that this page asked for. */
    void watch(Set<String> topics) {
        watched = Set.copyOf(topics);
    }

    boolean watches(String topic) {
        return watched.contains(topic);
    }

    /** Queues a message and sends it as soon as the ones before it have left. */
    void offer(LiveMessage message) {
        boolean overflow;
        synchronized (this) {
            if (closed) {
                return;
            }
            if (message.key().isPresent()) {
                values.remove(message.key().get());
                values.put(message.key().get(), message);
            } else {
                undropped.add(message);
            }
            overflow = undropped.size() > MOST_UNDROPPED || values.size() > MOST_VALUES;
            closed = overflow;
        }
        if (overflow) {
            closeAsSlow.run();
        } else {
            sendNext();
        }
    }

    /** Forgets what waits. */
    synchronized void close() {
        closed = true;
        undropped.clear();
        values.clear();
    }

    private void sendNext() {
        Optional<LiveMessage> next;
        synchronized (this) {
            if (sending || closed) {
                return;
            }
            next = take();
            sending = next.isPresent();
        }
        next.ifPresent(message -> send.apply(message.text()).whenComplete((sent, failure) -> {
            synchronized (this) {
                sending = false;
            }
            if (failure == null) {
                message.onFirstSend().run();
                sendNext();
            }
        }));
    }

    private Optional<LiveMessage> take() {
        if (!undropped.isEmpty()) {
            return Optional.of(undropped.remove());
        }
        var oldest = values.entrySet().iterator();
        if (!oldest.hasNext()) {
            return Optional.empty();
        }
        LiveMessage message = oldest.next().getValue();
        oldest.remove();
        return Optional.of(message);
    }
}
