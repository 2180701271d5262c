package io.milliwatt.gateway.adapter;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.encoding.FrameException;
import io.milliwatt.telemetry.transport.MqttTopics;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A node's side of the contract, with credentials as the registry told them. */
public final class TestNode implements AutoCloseable {
    private final long number;
    private final String password;
    private final NodeKey key;
    private final Mqtt3AsyncClient client;
    private final FrameCodec codec = new FrameCodec();
    private final Queue<Frame> heard = new ConcurrentLinkedQueue<>();
    private final Queue<byte[]> otherMessages = new ConcurrentLinkedQueue<>();

    public TestNode(JsonPath credentials, int port) {
        this(credentials, port, Optional.empty());
    }

    public TestNode(JsonPath credentials, int port, Optional<MqttClientSslConfig> tls) {
        this(
                credentials.getLong("node"),
                credentials.getString("password"),
                NodeKey.of(Base64.getDecoder().decode(credentials.getString("keyBase64"))),
                port,
                tls);
    }

    public TestNode(long number, String password, NodeKey key, int port) {
        this(number, password, key, port, Optional.empty());
    }

    public TestNode(long number, String password, NodeKey key, int port, Optional<MqttClientSslConfig> tls) {
        this.number = number;
        this.password = password;
        this.key = key;
        Mqtt3ClientBuilder builder = MqttClient.builder()
                .useMqttVersion3()
                .serverHost("127.0.0.1")
                .serverPort(port)
                .identifier("node-" + number);
        client = tls.map(builder::sslConfig).orElse(builder).buildAsync();
    }

    public long number() {
        return number;
    }

    public boolean isConnected() {
        return client.getState().isConnected();
    }

    public TestNode connect() {
        return connect(password);
    }

    public TestNode connect(String withPassword) {
        client.connectWith()
                .simpleAuth()
                .username(Long.toString(number))
                .password(withPassword.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send()
                .join();
        return this;
    }

    /** Collects the frames from the gateway that are authentic. */
    public TestNode listen() {
        FrameAuthenticator authenticator = new FrameAuthenticator(key);
        client.subscribeWith()
                .topicFilter(MqttTopics.down(number))
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(message -> {
                    if (authenticator.verifies(message.getPayloadAsBytes())) {
                        heard.add(decode(message.getPayloadAsBytes()));
                    } else {
                        otherMessages.add(message.getPayloadAsBytes());
                    }
                })
                .send()
                .join();
        return this;
    }

    public Queue<Frame> heard() {
        return heard;
    }

    /** What came that is no authentic frame: fragments. */
    public Queue<byte[]> otherMessages() {
        return otherMessages;
    }

    public FrameAuthenticator authenticator() {
        return new FrameAuthenticator(key);
    }

    public byte[] frame(long boot, long sequence, FrameBody body) {
        Frame frame = Frame.of(new FrameIdentity(number, boot, sequence), Instant.now(), body);
        return codec.encode(frame, new FrameAuthenticator(key));
    }

    /** Completes with the gateway's PUBACK. */
    public CompletableFuture<Void> publish(byte[] frame) {
        return publish(MqttTopics.up(number), frame);
    }

    public CompletableFuture<Void> publish(String topic, byte[] frame) {
        return client.publish(Mqtt3Publish.builder()
                        .topic(topic)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(frame)
                        .build())
                .thenApply(published -> null);
    }

    private Frame decode(byte[] bytes) {
        try {
            return codec.decode(bytes);
        } catch (FrameException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        if (client.getState().isConnectedOrReconnect()) {
            client.disconnect().join();
        }
    }
}
