package io.milliwatt.platform.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Tells all open pages. Never blocks the caller. */
@ApplicationScoped
@IfBuildProperty(name = "milliwatt.platform.live", stringValue = "true")
public class LiveHub {

    private final ObjectMapper json;
    private final Map<String, Subscriber> subscribers = new ConcurrentHashMap<>();

    LiveHub(ObjectMapper json, MeterRegistry registry) {
        this.json = json;
        registry.gaugeMapSize("milliwatt.live.connections", List.of(), subscribers);
    }

    /** Whether anybody listens; where nobody does, messages need not be made. */
    public boolean hasListeners() {
        return !subscribers.isEmpty();
    }

    /** Tells a value of which only the newest matters. */
    public void tellNewest(String key, Object message, Runnable onFirstSend) {
        publish(Optional.of(key), message, onFirstSend, subscriber -> true);
    }

    /** Tells something that must reach every page that is open. */
    public void tellAll(Object message, Runnable onFirstSend) {
        publish(Optional.empty(), message, onFirstSend, subscriber -> true);
    }

    /** Whether anybody has asked for a topic. */
    public boolean isWatched(String topic) {
        return subscribers.values().stream().anyMatch(subscriber -> subscriber.watches(topic));
    }

    /** Tells those who asked for a topic a value of which only the newest matters. */
    public void tellWatchers(String topic, String key, Object message, Runnable onFirstSend) {
        publish(Optional.of(key), message, onFirstSend, subscriber -> subscriber.watches(topic));
    }

    /** What a page wants to be told from now on. */
    void watch(String connection, Set<String> topics) {
        Subscriber subscriber = subscribers.get(connection);
        if (subscriber != null) {
            subscriber.watch(topics);
        }
    }

    void open(String connection, Subscriber subscriber, Object greeting) {
        subscriber.offer(new LiveMessage(Optional.empty(), text(greeting), () -> {}));
        subscribers.put(connection, subscriber);
    }

    void close(String connection) {
        Subscriber gone = subscribers.remove(connection);
        if (gone != null) {
            gone.close();
        }
    }

    private void publish(Optional<String> key, Object message, Runnable onFirstSend, Predicate<Subscriber> addressed) {
        List<Subscriber> listeners =
                subscribers.values().stream().filter(addressed).toList();
        if (listeners.isEmpty()) {
            return;
        }
        AtomicBoolean sentBefore = new AtomicBoolean();
        LiveMessage live = new LiveMessage(key, text(message), () -> {
            if (!sentBefore.getAndSet(true)) {
                onFirstSend.run();
            }
        });
        listeners.forEach(subscriber -> subscriber.offer(live));
    }

    private String text(Object message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("A live message cannot be written as JSON: " + message.getClass(), failure);
        }
    }
}
