package io.milliwatt.nodes.link;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import io.milliwatt.telemetry.transport.MqttTopics;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One node's MQTT connection. A frame counts as delivered only with the gateway's PUBACK; one that was under way when the
 * connection broke is reported as failed, and its node sends it again.
 */
public final class GatewayLink implements AutoCloseable {
    private static final int FIRST_RETRY_MILLIS = 250;
    private static final int LAST_RETRY_MILLIS = 4000;
    private static final int KEEP_ALIVE_SECONDS = 20;
    private static final int NETWORK_THREADS = 2;

    private final Mqtt3AsyncClient client;
    private final String upTopic;

    private GatewayLink(Mqtt3AsyncClient client, String upTopic) {
        this.client = client;
        this.upTopic = upTopic;
    }

    /**
     * Connects, and goes on trying until the gateway is there.
     *
     * @param downlink receives what the gateway sends to this node, on a network thread
     */
    public static GatewayLink open(GatewayAddress gateway, long nodeId, String password, Consumer<byte[]> downlink) {
        String node = Long.toString(nodeId);
        // The log-in belongs to the client, not to one connect call: only so does a reconnect carry it.
        Mqtt3AsyncClient client = MqttClient.builder()
                .useMqttVersion3()
                .identifier(node)
                .serverHost(gateway.host())
                .serverPort(gateway.port())
                .simpleAuth()
                .username(node)
                .password(password.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .automaticReconnect()
                .initialDelay(FIRST_RETRY_MILLIS, TimeUnit.MILLISECONDS)
                .maxDelay(LAST_RETRY_MILLIS, TimeUnit.MILLISECONDS)
                .applyAutomaticReconnect()
                .executorConfig()
                .nettyThreads(NETWORK_THREADS)
                .applyExecutorConfig()
                .buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, publish -> downlink.accept(publish.getPayloadAsBytes()));
        var unusedSubscription = client.connectWith()
                .cleanSession(true)
                .keepAlive(KEEP_ALIVE_SECONDS)
                .send()
                .thenCompose(connected -> client.subscribeWith()
                        .topicFilter(MqttTopics.down(nodeId))
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .send());
        return new GatewayLink(client, MqttTopics.up(nodeId));
    }

    public boolean isConnected() {
        return client.getState().isConnected();
    }

    /** Completes when the gateway has acknowledged the frame; fails when that can no longer be known. */
    public CompletableFuture<?> send(byte[] frame) {
        return client.publishWith()
                .topic(upTopic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(frame)
                .send();
    }

    @Override
    public void close() {
        var unusedFarewell = client.disconnect();
    }
}
