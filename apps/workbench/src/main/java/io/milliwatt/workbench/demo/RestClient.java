package io.milliwatt.workbench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.workbench.SuiteException;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** JSON over HTTP with one of the suite's servers, as an operator or as a logged-in person. */
public final class RestClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String server;
    private final URI root;
    private final String authorization;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(PATIENCE)
            .build();

    private RestClient(String server, URI root, String authorization) {
        this.server = server;
        this.root = root;
        this.authorization = authorization;
    }

    /** What came back; the body is a JSON missing node where there was none. */
    private record Answer(int status, JsonNode body) {}

    public static RestClient of(String server, int port) {
        return new RestClient(server, URI.create("http://127.0.0.1:" + port), "");
    }

    /** A server that this command did not start; {@code root} as {@code https://host:port}. */
    public static RestClient at(String server, URI root) {
        return new RestClient(server, root, "");
    }

    public RestClient withBearer(String token) {
        return new RestClient(server, root, "Bearer " + token);
    }

    /** Holds the session's cookie from here on. */
    public void logIn(String user, String password) {
        String form = "j_username=" + encode(user) + "&j_password=" + encode(password);
        Answer answer = send(request("/api/session")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        require("let " + user + " log in", answer);
    }

    public JsonNode get(String path) {
        Answer answer = send(request(path).GET());
        require("answer GET " + path, answer);
        return answer.body();
    }

    /** Whether the server has what {@code path} names. */
    public boolean has(String path) {
        return send(request(path).GET()).status() / 100 == 2;
    }

    public JsonNode post(String path, Object body) {
        Answer answer = send(json(path).POST(BodyPublishers.ofByteArray(bytes(body))));
        require("take POST " + path, answer);
        return answer.body();
    }

    /** Bytes that are no JSON. */
    public JsonNode postBytes(String path, byte[] body) {
        Answer answer = send(request(path)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(body)));
        require("take POST " + path, answer);
        return answer.body();
    }

    /** A file of text. */
    public JsonNode postText(String path, String text) {
        Answer answer = send(request(path).header("Content-Type", "text/plain").POST(BodyPublishers.ofString(text)));
        require("take POST " + path, answer);
        return answer.body();
    }

    public void put(String path, Object body) {
        require("take PUT " + path, send(json(path).PUT(BodyPublishers.ofByteArray(bytes(body)))));
    }

    /** For a WebSocket under the same session. */
    public HttpClient session() {
        return client;
    }

    private void require(String what, Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new SuiteException("The " + server + " did not " + what + ": "
                    + answer.body().path("detail").asText("status " + answer.status()));
        }
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path)).timeout(PATIENCE);
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), parse(response.body()));
        } catch (IOException failure) {
            throw new SuiteException("The " + server + " at " + root + " does not answer: " + failure, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SuiteException("Interrupted while waiting for the " + server + ".", interrupted);
        }
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
