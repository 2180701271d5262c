package io.milliwatt.workbench.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.workbench.SuiteException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** Sits at a console's WebSocket like a browser, and hands on each message with when it came. */
final class LiveConnection implements AutoCloseable, WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String console;
    private final BiConsumer<JsonNode, Instant> listener;
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    /**
     * @param console its name in sentences, such as "monitoring station"
     * @param session logged in
     * @param listener called by one thread at a time
     */
    LiveConnection(String console, HttpClient session, int port, BiConsumer<JsonNode, Instant> listener) {
        this.console = console;
        this.listener = listener;
        try {
            socket = session.newWebSocketBuilder()
                    // Browsers send where the page came from, and the server may ask for it.
                    .header("Origin", "http://127.0.0.1:" + port)
                    .buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/live"), this)
                    .join();
        } catch (CompletionException failure) {
            throw new SuiteException(
                    "The WebSocket of the " + console + " does not open: " + failure.getCause(), failure);
        }
    }

    /** Says something to the console; {@code message} becomes JSON. */
    void say(Object message) {
        try {
            socket.sendText(JSON.writeValueAsString(message), true).join();
        } catch (CompletionException | IOException failure) {
            throw new SuiteException("The WebSocket of the " + console + " takes no message: " + failure, failure);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        Instant now = Instant.now();
        text.append(data);
        if (last) {
            listener.accept(parse(text.toString()), now);
            text.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    private JsonNode parse(String message) {
        try {
            return JSON.readTree(message);
        } catch (IOException notJson) {
            throw new SuiteException(
                    "The " + console + " sent a live message that is no JSON: " + notJson.getMessage(), notJson);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
