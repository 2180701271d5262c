package io.milliwatt.nodes.link;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An MQTT endpoint that checks the password and acknowledges when the test says so. */
public final class FakeGateway implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final String password;
    private final List<byte[]> received = new CopyOnWriteArrayList<>();
    private volatile boolean acknowledging = true;
    private volatile MqttEndpoint node;
    private MqttServer server;

    public FakeGateway(String password) {
        this.password = password;
    }

    /** @return the port it listens on, {@code port} itself unless that is 0 */
    public int listen(int port) {
        server = MqttServer.create(
                        vertx, new MqttServerOptions().setHost("127.0.0.1").setPort(port))
                .endpointHandler(this::greet);
        return server.listen().toCompletionStage().toCompletableFuture().join().actualPort();
    }

    private void greet(MqttEndpoint endpoint) {
        if (endpoint.auth() == null || !endpoint.auth().getPassword().equals(password)) {
            endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
            return;
        }
        endpoint.publishHandler(message -> take(endpoint, message));
        endpoint.subscribeHandler(subscription ->
                endpoint.subscribeAcknowledge(subscription.messageId(), List.of(MqttQoS.AT_LEAST_ONCE)));
        endpoint.accept(false);
        node = endpoint;
    }

    private void take(MqttEndpoint endpoint, MqttPublishMessage message) {
        received.add(message.payload().getBytes());
        if (acknowledging) {
            endpoint.publishAcknowledge(message.messageId());
        }
    }

    void acknowledge(boolean yes) {
        acknowledging = yes;
    }

    public List<byte[]> received() {
        return received;
    }

    public boolean hasNode() {
        return node != null && node.isConnected();
    }

    public void send(String topic, byte[] payload) {
        node.publish(topic, Buffer.buffer(payload), MqttQoS.AT_LEAST_ONCE, false, false);
    }

    /** As when the gateway is killed: connections break without a word. */
    void stop() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
