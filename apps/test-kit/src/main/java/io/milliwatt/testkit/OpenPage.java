package io.milliwatt.testkit;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page's live connection: collects what it is told. */
public final class OpenPage implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private OpenPage(WebSocket.Builder builder, URI address) {
        socket = builder.buildAsync(URI.create(address.toString().replaceFirst("^http", "ws")), new Collector())
                .join();
    }

    /** The app's own page, opened within a session; waits until it is greeted: what was told before is not repeated to it. */
    public static OpenPage of(URI address, String session) {
        OpenPage page = new OpenPage(within(session), address);
        page.awaitMessage("\"type\":\"hello\"");
        return page;
    }

    /** A page of another site that tries to get in with the session. */
    public static OpenPage from(String origin, URI address, String session) {
        return new OpenPage(within(session).header("Origin", origin), address);
    }

    private static WebSocket.Builder within(String session) {
        return HttpClient.newHttpClient().newWebSocketBuilder().header("Cookie", Door.cookie() + "=" + session);
    }

    public void say(String message) {
        socket.sendText(message, true).join();
    }

    /** Until one message has all these parts. */
    public void awaitMessage(String... parts) {
        await().atMost(PATIENCE).until(() -> heard(parts));
    }

    public boolean heard(String... parts) {
        return messages.stream().anyMatch(message -> List.of(parts).stream().allMatch(message::contains));
    }

    /** What it was told so far. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    /** The status with which the app ends the connection. */
    public int awaitEnd() {
        await().atMost(PATIENCE).until(closed::isDone);
        return closed.join();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Collector implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                messages.add(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed.complete(status);
            return null;
        }
    }
}
