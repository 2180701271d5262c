package io.milliwatt.workbench.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.workbench.Workbench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a gateway that plays back what a real one would say. */
class UpdateCommandTest {
    private static final Path BUNDLE = Path.of("../../device-firmware/contract/vectors/bundle-forest-1.0.mwm");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path data;

    private final Deque<String> phases = new ArrayDeque<>();
    private HttpServer gateway;
    private byte[] handedIn = {};
    private JsonNode request;
    private String authorization = "";

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/api/bundles", exchange -> {
            handedIn = exchange.getRequestBody().readAllBytes();
            authorization = exchange.getRequestHeaders().getFirst("Authorization");
            answer(exchange, 201, "{\"digest\":\"" + "ab".repeat(32) + "\"}");
        });
        gateway.createContext("/api/updates", exchange -> {
            if (exchange.getRequestMethod().equals("POST")) {
                request = JSON.readTree(exchange.getRequestBody());
                answer(exchange, 201, "[" + update("offered") + "]");
            } else {
                answer(exchange, 200, update(phases.size() > 1 ? phases.removeFirst() : phases.getFirst()));
            }
        });
        gateway.start();
        int port = gateway.getAddress().getPort();
        Files.writeString(
                data.resolve("ports.json"),
                "{\"console\":1,\"gateway\":" + port
                        + ",\"mqtt\":1,\"database\":1,\"broker\":1,\"brokerController\":1}");
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    @Test
    void aBundleIsSignedHandedInAndFollowedToItsConfirmation() throws IOException {
        phases.addAll(List.of("transferring", "staged", "trial", "confirmed"));
        Run run = run("--node", "104,105");
        assertThat(run.status).isZero();
        assertThat(Bundle.parse(handedIn).trailer().signed()).isTrue();
        assertThat(authorization).startsWith("Bearer ").hasSizeGreaterThan(32);
        assertThat(request.path("nodes").toString()).isEqualTo("[104,105]");
        assertThat(request.path("fragmentBytes").asInt()).isEqualTo(200);
        assertThat(run.errors)
                .contains("Node 104, version 9: offered")
                .contains("3 of 20 fragments are there.")
                .contains("complete and checked")
                .contains("runs on trial.")
                .contains("confirmed; the node runs bundle abababababababab.");
    }

    @Test
    void aRefusalEndsWithOneAndTellsTheReason() throws IOException {
        phases.add("bad");
        Run run = run("--node", "104", "--json", "--as-is");
        assertThat(run.status).isEqualTo(1);
        assertThat(handedIn).isEqualTo(Files.readAllBytes(BUNDLE));
        assertThat(run.errors).contains("not kept: the windows of the trial were not healthy.");
        assertThat(JSON.readTree(run.output).path(0).path("phase").asText()).isEqualTo("bad");
    }

    @Test
    void nodesOfTwoDomainsWantABundleNamed() {
        gateway.createContext(
                "/api/nodes",
                exchange -> answer(
                        exchange,
                        200,
                        "[{\"number\":104,\"domain\":\"vibration\"},{\"number\":204,\"domain\":\"ecg\"}]"));

        Run run = runBare("--data", data.toString(), "--node", "104,204");

        assertThat(run.status).isNotZero();
        assertThat(run.errors).contains("[ecg, vibration]").contains("--bundle");
    }

    @Test
    void withoutWaitingItReturnsOnceTheUpdateHasBegun() {
        assertThat(run("--node", "104", "--wait", "0").status).isZero();
    }

    @Test
    void aFolderWithoutADemoIsToldInASentence() throws IOException {
        Files.delete(data.resolve("ports.json"));
        Run run = run("--node", "104");
        assertThat(run.status).isNotZero();
        assertThat(run.errors).contains("No demo has run on the data in").contains("--gateway");
    }

    private record Run(int status, String output, String errors) {}

    private Run run(String... options) {
        String[] fixed = {"--data", data.toString(), "--bundle", BUNDLE.toString()};
        return runBare(Stream.of(fixed, options).flatMap(Stream::of).toArray(String[]::new));
    }

    private static Run runBare(String... options) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
            String[] all =
                    Stream.concat(Stream.of("update"), Stream.of(options)).toArray(String[]::new);
            int status = Workbench.commandLine().execute(all);
            return new Run(status, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static String update(String phase) {
        String reason = phase.equals("bad") ? ",\"reason\":\"the windows of the trial were not healthy\"" : "";
        return "{\"update\":5,\"node\":104,\"bundle\":\"" + "ab".repeat(32) + "\",\"modelVersion\":9,\"phase\":\""
                + phase + "\",\"fragments\":20,\"received\":3" + reason + "}";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
