package io.milliwatt.gateway.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import io.milliwatt.gateway.adapter.HeldForwarder;
import io.milliwatt.gateway.adapter.Operator;
import io.milliwatt.gateway.adapter.PostgresForTests;
import io.milliwatt.gateway.adapter.TestNode;
import io.milliwatt.gateway.node.NodeDirectory;
import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.transport.MqttTopics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes that are let in and then do what the contract does not allow. */
@QuarkusTest
@WithTestResource(PostgresForTests.class)
class MisbehavingNodesTest {
    private static final Status STATUS = Status.of(Domain.VIBRATION, 60);

    @Inject
    MqttDoor door;

    @Inject
    HeldForwarder kafka;

    @Inject
    NodeDirectory directory;

    private JsonPath credentials;
    private TestNode node;
    private Mqtt3BlockingClient bareClient;

    @BeforeEach
    void enrol() {
        await().until(directory::isLoaded);
        credentials = Operator.enrol("Pump");
        node = new TestNode(credentials, door.port().getAsInt());
        bareClient = MqttClient.builder()
                .useMqttVersion3()
                .serverHost("127.0.0.1")
                .serverPort(door.port().getAsInt())
                .identifier("bare")
                .buildBlocking();
    }

    @AfterEach
    void leave() {
        node.close();
        if (bareClient.getState().isConnected()) {
            bareClient.disconnect();
        }
    }

    @Test
    void aHundredRefusedFramesInARowEndTheConnection() {
        node.connect();
        byte[] forged = node.frame(1, 0, STATUS);
        forged[forged.length - 1] ^= 1;
        CompletableFuture.allOf(Collections.nCopies(99, forged).stream()
                        .map(node::publish)
                        .toArray(CompletableFuture[]::new))
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
        assertThat(node.isConnected()).isTrue();
        node.publish(forged)
                .exceptionally(cutOff -> null)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
        await().until(() -> !node.isConnected());
        assertThat(kafka.reasons(node.number())).hasSize(100).containsOnly("mac");
    }

    @Test
    void aRightFrameInBetweenKeepsTheConnection() throws Exception {
        node.connect();
        byte[] forged = node.frame(1, 0, STATUS);
        forged[forged.length - 1] ^= 1;
        for (int i = 0; i < 150; i++) {
            node.publish(i % 50 == 49 ? node.frame(1, i, STATUS) : forged).get(20, TimeUnit.SECONDS);
        }
        assertThat(node.isConnected()).isTrue();
        assertThat(kafka.forwarded(node.number())).hasSize(3);
    }

    @Test
    void aSubscriptionToAForeignTopicIsRefused() {
        connectBareClient();
        for (String foreign : new String[] {MqttTopics.down(node.number() + 1), "mw/1/down/#", "#"}) {
            assertThatThrownBy(() -> bareClient
                            .subscribeWith()
                            .topicFilter(foreign)
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .send())
                    .isInstanceOf(Mqtt3SubAckException.class);
        }
        assertThat(bareClient.getState().isConnected()).isTrue();
    }

    @Test
    void qualityOfServiceTwoEndsTheConnection() {
        connectBareClient();
        byte[] frame = node.frame(1, 0, STATUS);
        assertThatThrownBy(() -> bareClient
                        .publishWith()
                        .topic(MqttTopics.up(node.number()))
                        .qos(MqttQos.EXACTLY_ONCE)
                        .payload(frame)
                        .send())
                .isNotNull();
        assertThat(kafka.forwarded(node.number())).isEmpty();
    }

    @Test
    void theNewerConnectionOfANodeWins() throws Exception {
        connectBareClient();
        node.connect();
        await().until(() -> !bareClient.getState().isConnected());
        node.publish(node.frame(1, 0, STATUS)).get(20, TimeUnit.SECONDS);
        assertThat(node.isConnected()).isTrue();
    }

    private void connectBareClient() {
        bareClient
                .connectWith()
                .simpleAuth()
                .username(Long.toString(node.number()))
                .password(credentials.getString("password").getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();
    }
}
