package io.milliwatt.platform.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** {@code /api/live}: the server talks; the page listens and may say which topics it wants to hear of. */
@WebSocket(path = "/api/live")
@IfBuildProperty(name = "milliwatt.platform.live", stringValue = "true")
public class LiveSocket {

    private static final Logger LOG = Logger.getLogger(LiveSocket.class);
    /** RFC 6455 §7.4.1: data that do not fit the kind of message. */
    private static final int INVALID_PAYLOAD = 1007;
    /** RFC 6455 registry: try again later. */
    private static final int TRY_AGAIN_LATER = 1013;

    @Inject
    LiveHub hub;

    @Inject
    Clock clock;

    @Inject
    ObjectMapper json;

    @Inject
    Instance<LiveTopics> topics;

    @ConfigProperty(name = "quarkus.application.version")
    String version;

    /** The first message on a connection. */
    public record Hello(String type, Instant serverTime, String version) {}

    @OnOpen
    void open(WebSocketConnection connection) {
        Subscriber subscriber = new Subscriber(
                text -> connection.sendText(text).subscribeAsCompletionStage(),
                () -> connection
                        .close(new CloseReason(TRY_AGAIN_LATER, "This connection does not keep up."))
                        .subscribe()
                        .with(closed -> LOG.infof("Closed a slow live connection."), failure -> LOG.debug(failure)));
        hub.open(connection.id(), subscriber, new Hello("hello", clock.instant(), version));
    }

    @OnTextMessage
    void said(WebSocketConnection connection, String text) {
        if (topics.isUnsatisfied()) {
            return;
        }
        try {
            hub.watch(connection.id(), topics.get().asked(json.readTree(text)));
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            connection
                    .close(new CloseReason(INVALID_PAYLOAD, "This message is not understood."))
                    .subscribe()
                    .with(closed -> LOG.debugf("Closed a live connection: %s", unreadable.getMessage()), LOG::debug);
        }
    }

    @OnClose
    void close(WebSocketConnection connection) {
        hub.close(connection.id());
    }

    @OnError
    void failed(WebSocketConnection connection, RuntimeException failure) {
        LOG.debugf("Live connection %s failed: %s", connection.id(), failure.getMessage());
        hub.close(connection.id());
    }
}
