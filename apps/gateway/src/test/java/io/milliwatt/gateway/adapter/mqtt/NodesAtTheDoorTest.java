package io.milliwatt.gateway.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.milliwatt.gateway.adapter.HeldForwarder;
import io.milliwatt.gateway.adapter.Operator;
import io.milliwatt.gateway.adapter.PostgresForTests;
import io.milliwatt.gateway.adapter.TestNode;
import io.milliwatt.gateway.downlink.Downlink;
import io.milliwatt.gateway.node.NodeDirectory;
import io.milliwatt.telemetry.Acknowledgement;
import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.transport.MqttTopics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole door with real MQTT and a real registry; only Kafka is stood in for, to hold its answers back. */
@QuarkusTest
@WithTestResource(PostgresForTests.class)
class NodesAtTheDoorTest {
    private static final Status STATUS = Status.of(Domain.VIBRATION, 60);
    /** Long enough to see that something does not come. */
    private static final Duration A_MOMENT = Duration.ofMillis(400);

    @Inject
    MqttDoor door;

    @Inject
    HeldForwarder kafka;

    @Inject
    NodeDirectory directory;

    @Inject
    Downlink downlink;

    private TestNode node;

    @BeforeEach
    void enrol() {
        await().until(directory::isLoaded);
        node = new TestNode(Operator.enrol("Pump 1"), door.port().getAsInt());
    }

    @AfterEach
    void leave() {
        kafka.release();
        node.close();
    }

    @Test
    void anEnrolledNodesFrameIsForwardedByteForByte() throws Exception {
        byte[] frame = node.connect().frame(1, 0, STATUS);
        node.publish(frame).get(20, TimeUnit.SECONDS);
        assertThat(kafka.forwarded(node.number())).hasSize(1);
        assertThat(kafka.forwarded(node.number()).getFirst().bytes()).isEqualTo(frame);
        assertThat(kafka.forwarded(node.number()).getFirst().node().domain()).isEqualTo(Domain.VIBRATION);
    }

    @Test
    void thePubackWaitsForKafka() throws Exception {
        kafka.hold();
        CompletableFuture<Void> acknowledged = node.connect().publish(node.frame(1, 0, STATUS));
        await().until(() -> kafka.forwarded(node.number()).size() == 1);
        Thread.sleep(A_MOMENT);
        assertThat(acknowledged).isNotDone();
        kafka.release();
        acknowledged.get(20, TimeUnit.SECONDS);
    }

    @Test
    void whenKafkaFailsTheNodeIsCutOffWithoutAPubackAndMaySendAgain() throws Exception {
        kafka.hold();
        byte[] frame = node.connect().frame(1, 0, STATUS);
        CompletableFuture<Void> acknowledged = node.publish(frame);
        await().until(() -> kafka.forwarded(node.number()).size() == 1);
        kafka.fail();
        await().until(() -> !node.isConnected());
        await().untilAsserted(() -> assertThat(acknowledged).isCompletedExceptionally());
        node.connect().publish(frame).get(20, TimeUnit.SECONDS);
        assertThat(kafka.forwarded(node.number())).hasSize(2);
    }

    @Test
    void aRepeatedFrameIsAcknowledgedButNotForwardedAgain() throws Exception {
        byte[] frame = node.connect().frame(1, 0, STATUS);
        node.publish(frame).get(20, TimeUnit.SECONDS);
        node.publish(frame).get(20, TimeUnit.SECONDS);
        assertThat(kafka.forwarded(node.number())).hasSize(1);
        assertThat(kafka.reasons(node.number())).isEmpty();
    }

    @Test
    void aWrongPasswordOrAnUnknownNumberIsNotLetIn() {
        assertThatThrownBy(() -> node.connect("wrong")).hasMessageContaining("BAD_USER_NAME_OR_PASSWORD");
        TestNode stranger = new TestNode(
                4_000_000_000L, "any", NodeKey.of(new byte[32]), door.port().getAsInt());
        assertThatThrownBy(stranger::connect).hasMessageContaining("BAD_USER_NAME_OR_PASSWORD");
        node.connect();
    }

    @Test
    void aWrongMacGoesToTheDeadLettersOnly() throws Exception {
        byte[] frame = node.connect().frame(1, 0, STATUS);
        frame[frame.length - 1] ^= 1;
        node.publish(frame).get(20, TimeUnit.SECONDS);
        assertThat(kafka.forwarded(node.number())).isEmpty();
        assertThat(kafka.reasons(node.number())).containsExactly("mac");
    }

    @Test
    void aForeignFrameGoesToTheDeadLettersOnly() throws Exception {
        TestNode other = new TestNode(Operator.enrol("Pump 2"), door.port().getAsInt());
        node.connect().publish(other.frame(1, 0, STATUS)).get(20, TimeUnit.SECONDS);
        assertThat(kafka.forwarded(other.number())).isEmpty();
        assertThat(kafka.reasons(node.number())).containsExactly("foreign-node");
    }

    @Test
    void whoPublishesToAForeignTopicIsCutOff() {
        byte[] frame = node.connect().frame(1, 0, STATUS);
        CompletableFuture<Void> acknowledged = node.publish(MqttTopics.up(node.number() + 1), frame);
        await().until(() -> !node.isConnected());
        await().untilAsserted(() -> assertThat(acknowledged).isCompletedExceptionally());
        assertThat(kafka.forwarded(node.number())).isEmpty();
    }

    @Test
    void anOversizePacketEndsTheConnection() {
        node.connect();
        CompletableFuture<Void> acknowledged = node.publish(new byte[FrameCodec.MAX_FRAME_BYTES + 10_000]);
        await().until(() -> !node.isConnected());
        await().untilAsserted(() -> assertThat(acknowledged).isCompletedExceptionally());
    }

    @Test
    void aRevokedNodeIsCutOffAtOnceAndNotLetInAgain() {
        node.connect();
        Operator.request()
                .post("/api/nodes/" + node.number() + "/revocation")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(2)).until(() -> !node.isConnected());
        assertThatThrownBy(node::connect).hasMessageContaining("NOT_AUTHORIZED");
    }

    @Test
    void aRekeyedNodeNeedsItsNewCredentials() throws Exception {
        node.connect();
        TestNode rekeyed = new TestNode(
                Operator.request()
                        .post("/api/nodes/" + node.number() + "/credentials")
                        .jsonPath(),
                door.port().getAsInt());
        await().atMost(Duration.ofSeconds(2)).until(() -> !node.isConnected());
        assertThatThrownBy(node::connect).hasMessageContaining("BAD_USER_NAME_OR_PASSWORD");
        rekeyed.connect().publish(rekeyed.frame(2, 0, STATUS)).get(20, TimeUnit.SECONDS);
        rekeyed.close();
    }

    @Test
    void anAcknowledgementReachesTheNodeSignedEvenIfItWasAway() {
        Acknowledgement stored = new Acknowledgement(1, 5, Acknowledgement.Outcome.STORED);
        downlink.send(node.number(), stored);
        node.connect().listen();
        await().until(() -> !node.heard().isEmpty());
        assertThat(node.heard()).singleElement().satisfies(frame -> {
            assertThat(frame.body()).isEqualTo(stored);
            assertThat(frame.node()).isEqualTo(node.number());
            assertThat(frame.boot()).isPositive();
        });
    }

    @Test
    void aHundredFramesInFlightAreAllAcknowledged() {
        node.connect();
        CompletableFuture<?>[] acknowledged = new CompletableFuture<?>[100];
        for (int i = 0; i < acknowledged.length; i++) {
            acknowledged[i] = node.publish(node.frame(1, i, STATUS));
        }
        CompletableFuture.allOf(acknowledged).orTimeout(30, TimeUnit.SECONDS).join();
        assertThat(kafka.forwarded(node.number())).hasSize(100);
    }
}
