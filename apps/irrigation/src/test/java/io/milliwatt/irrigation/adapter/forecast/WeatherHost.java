package io.milliwatt.irrigation.adapter.forecast;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** A weather service on this machine that answers what a test wants, however wrong; one site alone asks it. */
public final class WeatherHost implements QuarkusTestResourceLifecycleManager {

    static final String SITE = "served";

    /** What is answered next, by path. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private static volatile Answer answer = exchange -> send(exchange, 404, "");
    private static final List<HttpExchange> ASKED = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    static void answers(Answer next) {
        answer = next;
        ASKED.clear();
    }

    static void answersText(String body) {
        answers(exchange -> send(exchange, 200, body));
    }

    static List<HttpExchange> asked() {
        return List.copyOf(ASKED);
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    HttpServer begin() {
        try {
            HttpServer begun = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            begun.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            begun.createContext("/", exchange -> {
                ASKED.add(exchange);
                try {
                    answer.to(exchange);
                } finally {
                    exchange.close();
                }
            });
            begun.start();
            return begun;
        } catch (IOException failure) {
            throw new UncheckedIOException("The weather host of the test could not begin", failure);
        }
    }

    @Override
    public Map<String, String> start() {
        server = begin();
        return Map.of(
                "milliwatt.weather.site." + SITE + ".address",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
