package io.milliwatt.gateway.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
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
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

/** MQTT 5 over TLS, with a certificate made by the JDK's keytool for the test. */
@QuarkusTest
@WithTestResource(PostgresForTests.class)
@TestProfile(SecureDoorTest.WithTls.class)
class SecureDoorTest {
    private static final String PASSWORD = "key-store-password";
    private static final Path KEY_STORE =
            Path.of("target", "door-of-the-tests.p12").toAbsolutePath();

    /** A self-signed certificate for 127.0.0.1, made anew for each run. */
    public static final class WithTls implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Files.deleteIfExists(KEY_STORE);
                Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
                int exit = new ProcessBuilder(
                                keytool.toString(),
                                "-genkeypair",
                                "-alias",
                                "door",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=127.0.0.1",
                                "-ext",
                                "SAN=IP:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                KEY_STORE.toString(),
                                "-storepass",
                                PASSWORD)
                        .inheritIO()
                        .start()
                        .waitFor();
                assertThat(exit).isZero();
            } catch (IOException | InterruptedException failure) {
                throw new IllegalStateException("keytool did not make a certificate", failure);
            }
            return Map.of(
                    "milliwatt.mqtt.tls.key-store", KEY_STORE.toString(), "milliwatt.mqtt.tls.password", PASSWORD);
        }
    }

    @Inject
    MqttDoor door;

    @Inject
    HeldForwarder kafka;

    @Inject
    NodeDirectory directory;

    @Test
    void aNodeSpeaksMqtt5OverTlsAndLearnsWhatWasRefused() throws Exception {
        await().until(directory::isLoaded);
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
    void aWrongPasswordIsToldInTheWordsOfMqtt5() throws Exception {
        await().until(directory::isLoaded);
        long number = Operator.enrol("Secure fan").getLong("node");
        Mqtt5BlockingClient client = client();
        assertThatThrownBy(() -> connect(client, number, "wrong")).hasMessageContaining("BAD_USER_NAME_OR_PASSWORD");
    }

    private Mqtt5BlockingClient client() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(KEY_STORE)) {
            trusted.load(in, PASSWORD.toCharArray());
        }
        KeyStore certificateOnly = KeyStore.getInstance("PKCS12");
        certificateOnly.load(null, null);
        certificateOnly.setCertificateEntry("door", trusted.getCertificate("door"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificateOnly);
        return MqttClient.builder()
                .useMqttVersion5()
                .serverHost("127.0.0.1")
                .serverPort(door.port().getAsInt())
                .sslConfig(
                        MqttClientSslConfig.builder().trustManagerFactory(trust).build())
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
