package io.milliwatt.gateway.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.milliwatt.gateway.adapter.DoorCertificate;
import io.milliwatt.gateway.adapter.HeldForwarder;
import io.milliwatt.gateway.adapter.Operator;
import io.milliwatt.gateway.adapter.PostgresForTests;
import io.milliwatt.gateway.adapter.TestNode;
import io.milliwatt.gateway.downlink.FrameSigner;
import io.milliwatt.gateway.downlink.Waiting;
import io.milliwatt.gateway.node.NodeDirectory;
import io.milliwatt.gateway.reception.Reception;
import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.transport.MqttTopics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** MQTT 5 over TLS, at a second door beside the one that the other tests use. */
@QuarkusTest
@WithTestResource(PostgresForTests.class)
class SecureDoorTest {
    private static final int MAX_PACKET_BYTES = 400_256;
    private static final DoorCertificate CERTIFICATE = DoorCertificate.of("door-of-the-tests");

    @Inject
    Vertx vertx;

    @Inject
    Login login;

    @Inject
    Connections connections;

    @Inject
    Reception reception;

    @Inject
    FrameSigner signer;

    @Inject
    Waiting waiting;

    @Inject
    MeterRegistry meters;

    @Inject
    HeldForwarder kafka;

    @Inject
    NodeDirectory directory;

    private MqttDoor door;

    @BeforeEach
    void open() {
        await().until(directory::isLoaded);
        door = new MqttDoor(
                vertx,
                login,
                directory,
                connections,
                reception,
                signer,
                waiting,
                meters,
                0,
                MAX_PACKET_BYTES,
                Optional.of(CERTIFICATE.make().keyStore().toString()),
                Optional.of(DoorCertificate.PASSWORD));
        door.start(new StartupEvent());
    }

    @AfterEach
    void close() {
        door.stop(new ShutdownEvent());
    }

    @Test
    void aNodeSpeaksMqtt5OverTlsAndLearnsWhatWasRefused() {
        JsonPath credentials = Operator.enrol("Secure pump");
        TestNode node = new TestNode(credentials, door.port().getAsInt());
        Mqtt5BlockingClient client = client();
        connect(client, node.number(), credentials.getString("password"));

        assertThat(client.getConfig().getClientIdentifier()).hasToString("Optional[node-" + node.number() + "]");
        byte[] frame = node.frame(1, 0, Status.of(Domain.VIBRATION, 1));
        Mqtt5PublishResult forwarded = publish(client, node.number(), frame);
        assertThat(forwarded.getError()).isEmpty();
        assertThat(kafka.forwarded(node.number())).hasSize(1);

        frame[frame.length - 1] ^= 1;
        assertThatThrownBy(() -> publish(client, node.number(), frame))
                .isInstanceOfSatisfying(
                        Mqtt5PubAckException.class,
                        refused -> assertThat(refused.getMqttMessage().getReasonCode())
                                .isEqualTo(Mqtt5PubAckReasonCode.PAYLOAD_FORMAT_INVALID));
        assertThat(kafka.reasons(node.number())).containsExactly("mac");
        client.disconnect();
    }

    @Test
    void aWrongPasswordIsToldInTheWordsOfMqtt5() {
        long number = Operator.enrol("Secure fan").getLong("node");
        Mqtt5BlockingClient client = client();
        assertThatThrownBy(() -> connect(client, number, "wrong")).hasMessageContaining("BAD_USER_NAME_OR_PASSWORD");
    }

    private Mqtt5BlockingClient client() {
        return MqttClient.builder()
                .useMqttVersion5()
                .serverHost("127.0.0.1")
                .serverPort(door.port().getAsInt())
                .sslConfig(CERTIFICATE.trusted())
                .buildBlocking();
    }

    private static void connect(Mqtt5BlockingClient client, long number, String password) {
        client.connectWith()
                .simpleAuth()
                .username(Long.toString(number))
                .password(password.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();
    }

    private static Mqtt5PublishResult publish(Mqtt5BlockingClient client, long number, byte[] frame) {
        return client.publishWith()
                .topic(MqttTopics.up(number))
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(frame)
                .send();
    }
}
