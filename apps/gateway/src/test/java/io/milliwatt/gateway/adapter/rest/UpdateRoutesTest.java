package io.milliwatt.gateway.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.milliwatt.gateway.adapter.HeldForwarder;
import io.milliwatt.gateway.adapter.Operator;
import io.milliwatt.gateway.adapter.PostgresForTests;
import io.milliwatt.gateway.adapter.TestNode;
import io.milliwatt.gateway.adapter.mqtt.MqttDoor;
import io.milliwatt.gateway.node.NodeDirectory;
import io.milliwatt.telemetry.Command;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.MissingFragments;
import io.milliwatt.telemetry.ModelOffer;
import io.milliwatt.telemetry.Octets;
import io.milliwatt.telemetry.UpdateState;
import io.milliwatt.telemetry.UpdateState.Slot;
import io.milliwatt.telemetry.encoding.FragmentCodec;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator hands in a bundle and a node with a real connection takes it. */
@QuarkusTest
@WithTestResource(PostgresForTests.class)
class UpdateRoutesTest {
    private static final Path VECTORS = Path.of("../../device-firmware/contract/vectors");
    private static final int FRAGMENT_BYTES = 40;

    @Inject
    MqttDoor door;

    @Inject
    HeldForwarder kafka;

    @Inject
    NodeDirectory directory;

    private TestNode node;
    private long sequence;

    @BeforeEach
    void enrol() {
        await().until(directory::isLoaded);
        node = new TestNode(Operator.enrol("Pump 1"), door.port().getAsInt());
    }

    @AfterEach
    void leave() {
        node.close();
    }

    @Test
    void aNodeTakesABundleInFragmentsAndConfirmsIt() throws Exception {
        byte[] file = bundle("forest");
        String digest = upload(file, 0);
        long update = start(digest).get(0);
        node.connect().listen();
        ModelOffer offer = awaitOffer();
        assertThat(offer.updateId()).isEqualTo(update);
        assertThat(offer.bundleBytes()).isEqualTo(file.length);
        says(missingAll(offer));
        assertThat(collect(offer)).isEqualTo(file);
        says(state(offer, Slot.STAGED));
        awaitPhase(update, "staged");
        says(state(offer, Slot.CONFIRMED));
        awaitPhase(update, "confirmed");
        Operator.request()
                .get("/api/updates?node=" + node.number())
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].received", equalTo(offer.fragments()))
                .body("[0].fragments", equalTo(offer.fragments()));
        assertThat(kafka.forwarded(node.number()))
                .as("frames still go to the domain")
                .hasSize(3);
        RestAssured.get("/q/metrics")
                .then()
                .body(containsString("milliwatt_gateway_updates_fragments_total"))
                .body(containsString("milliwatt_gateway_updates_ended_total{phase=\"confirmed\"}"));
    }

    @Test
    void theSameBundleIsKeptOnceAndListed() throws Exception {
        String digest = upload(bundle("linear"), 201);
        assertThat(upload(bundle("linear"), 200)).isEqualTo(digest);
        Operator.request().get("/api/bundles").then().statusCode(200).body("digest", hasItem(digest));
        Operator.request()
                .get("/api/bundles/" + digest)
                .then()
                .statusCode(200)
                .body("signed", equalTo(false))
                .body("bytes", equalTo(bundle("linear").length));
    }

    @Test
    void aDamagedBundleNeverComesIntoTheCatalogue() throws Exception {
        byte[] damaged = bundle("centroid");
        damaged[100] ^= 1;
        handIn(damaged)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("bundle-refused"))
                .body("detail", containsString("checksum"));
        handIn(Arrays.copyOf(damaged, 10)).statusCode(400).body("code", equalTo("bundle-refused"));
    }

    @Test
    void aSecondUpdateOfANodeWaitsForTheEndOfTheFirst() throws Exception {
        String digest = upload(bundle("forest"), 0);
        long first = start(digest).getFirst();
        Operator.request()
                .body(Map.of("bundle", digest, "nodes", List.of(node.number())))
                .post("/api/updates")
                .then()
                .statusCode(409)
                .body("code", equalTo("update-under-way"));
        Operator.request()
                .post("/api/updates/" + first + "/cancellation")
                .then()
                .statusCode(200)
                .body("phase", equalTo("cancelled"))
                .body("reason", equalTo("the update was cancelled"));
        assertThat(start(digest).getFirst()).isGreaterThan(first);
    }

    @Test
    void aCancelledUpdateIsToldToTheNode() throws Exception {
        long update = start(upload(bundle("forest"), 0)).getFirst();
        node.connect().listen();
        awaitOffer();
        Operator.request()
                .post("/api/updates/" + update + "/cancellation")
                .then()
                .statusCode(200);
        await().untilAsserted(() ->
                assertThat(node.heard().stream().map(Frame::body)).contains(new Command(Command.CANCEL_UPDATE, 0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|400|'bundle'",
                "{\"bundle\":\"DIGEST\"}|400|'nodes'",
                "{\"bundle\":\"DIGEST\",\"nodes\":[]}|400|'nodes'",
                "{\"bundle\":\"DIGEST\",\"nodes\":[NODE],\"fragmentBytes\":44}|400|multiple of 8",
                "{\"bundle\":\"DIGEST\",\"nodes\":[NODE],\"healthyWindows\":-1}|400|healthy windows",
                "{\"bundle\":\"DIGEST\",\"nodes\":[4294967295]}|404|no node 4294967295",
                "{\"bundle\":\"0000000000000000000000000000000000000000000000000000000000000000\",\"nodes\":[1]}|404|no bundle 00",
                "{\"bundle\":\"zz\",\"nodes\":[1]}|400|hexadecimal",
                "''|400|body"
            })
    void whatCannotBeStartedIsRefusedInASentence(String body, int status, String named) throws Exception {
        String digest = upload(bundle("forest"), 0);
        Operator.request()
                .body(body.replace("DIGEST", digest).replace("NODE", Long.toString(node.number())))
                .post("/api/updates")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(named))
                .body("detail", endsWith("."));
        Operator.request().get("/api/updates?node=" + node.number()).then().body("", hasSize(0));
    }

    @Test
    void nothingIsToldWithoutTheOperatorsToken() {
        for (String route : new String[] {"/api/bundles", "/api/updates", "/api/updates/1"}) {
            RestAssured.get(route).then().statusCode(401);
        }
        RestAssured.given()
                .contentType("application/octet-stream")
                .body(new byte[64])
                .post("/api/bundles")
                .then()
                .statusCode(401);
        Operator.request()
                .get("/api/updates/4294967295")
                .then()
                .statusCode(404)
                .body("code", equalTo("update-not-found"));
        Operator.request()
                .post("/api/updates/4294967295/cancellation")
                .then()
                .statusCode(404)
                .body("code", equalTo("update-not-found"));
        Operator.request().get("/api/bundles/" + "0".repeat(64)).then().statusCode(404);
    }

    private static byte[] bundle(String name) throws IOException {
        return Files.readAllBytes(VECTORS.resolve("bundle-" + name + "-1.0.mwm"));
    }

    private static io.restassured.response.ValidatableResponse handIn(byte[] file) {
        return Operator.request()
                .contentType("application/octet-stream")
                .body(file)
                .post("/api/bundles")
                .then();
    }

    /** The digest; status 0 stands for added or there already. */
    private static String upload(byte[] file, int status) {
        var response = handIn(file).extract();
        assertThat(response.statusCode()).isIn(status == 0 ? List.of(200, 201) : List.of(status));
        return response.jsonPath().getString("digest");
    }

    private List<Long> start(String digest) {
        return Operator.request()
                .body(Map.of("bundle", digest, "nodes", List.of(node.number()), "fragmentBytes", FRAGMENT_BYTES))
                .post("/api/updates")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getList("update", Long.class);
    }

    private ModelOffer awaitOffer() {
        await().until(() -> node.heard().stream().anyMatch(frame -> frame.body() instanceof ModelOffer));
        return node.heard().stream()
                .map(Frame::body)
                .filter(ModelOffer.class::isInstance)
                .map(ModelOffer.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private byte[] collect(ModelOffer offer) {
        FragmentCodec codec = new FragmentCodec(node.authenticator());
        Map<Integer, Octets> data = new TreeMap<>();
        await().untilAsserted(() -> {
            node.otherMessages()
                    .forEach(message -> codec.decode(offer, message)
                            .ifPresent(fragment -> data.put(fragment.index(), fragment.data())));
            assertThat(data).hasSize(offer.fragments());
        });
        byte[] joined = new byte[offer.fragments() * offer.fragmentBytes()];
        data.forEach((index, octets) -> System.arraycopy(
                octets.toByteArray(), 0, joined, index * offer.fragmentBytes(), offer.fragmentBytes()));
        return Arrays.copyOf(joined, (int) offer.bundleBytes());
    }

    private void awaitPhase(long update, String phase) {
        await().untilAsserted(() ->
                Operator.request().get("/api/updates/" + update).then().body("phase", equalTo(phase)));
    }

    private void says(FrameBody body) {
        node.publish(node.frame(1, sequence++, body)).join();
    }

    private static MissingFragments missingAll(ModelOffer offer) {
        byte[] bitmap = new byte[MissingFragments.MAX_BITMAP_BYTES];
        Arrays.fill(bitmap, (byte) 0xFF);
        return new MissingFragments(offer.updateId(), offer.fragments(), 0, Octets.of(bitmap));
    }

    private static UpdateState state(ModelOffer offer, Slot state) {
        return new UpdateState(
                1, state, offer.modelId(), offer.modelVersion(), OptionalLong.of(0), OptionalLong.empty());
    }
}
