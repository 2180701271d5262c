package io.milliwatt.gateway.adapter.mqtt;

import io.milliwatt.gateway.adapter.mqtt.AcknowledgementOrder.Slot;
import io.milliwatt.gateway.downlink.FrameSigner;
import io.milliwatt.gateway.downlink.Waiting;
import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.gateway.reception.Outcome;
import io.milliwatt.gateway.reception.Reception;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.transport.MqttTopics;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * One node's connection. It may publish to its own up topic with QoS 0 or 1 and subscribe to its own down topic; anything
 * else ends it. Everything here runs on the connection's event loop.
 */
final class NodeConnection {
    private static final Logger LOG = Logger.getLogger(NodeConnection.class);

    private static final int MQTT_5 = 5;
    /** A node that says nothing right shall not fill the dead letters at full speed. */
    private static final int MAX_REFUSED_IN_A_ROW = 100;

    private final EnrolledNode node;
    private final MqttEndpoint endpoint;
    private final Context loop;
    private final Reception reception;
    private final FrameSigner signer;
    private final Waiting waiting;
    private final AcknowledgementOrder order;
    private final Map<Integer, FrameBody> unacknowledged = new LinkedHashMap<>();
    private final Map<Integer, CompletableFuture<Void>> unacknowledgedFragments = new HashMap<>();
    private volatile boolean subscribed;
    private int refusedInARow;

    NodeConnection(
            EnrolledNode node,
            MqttEndpoint endpoint,
            Context loop,
            Reception reception,
            FrameSigner signer,
            Waiting waiting) {
        this.node = node;
        this.endpoint = endpoint;
        this.loop = loop;
        this.reception = reception;
        this.signer = signer;
        this.waiting = waiting;
        order = new AcknowledgementOrder(this::acknowledge);
    }

    long node() {
        return node.number();
    }

    /** Answers the CONNECT; must be called on the event loop. */
    void open(Runnable onClosed) {
        endpoint.publishHandler(this::onPublish);
        endpoint.subscribeHandler(this::onSubscribe);
        endpoint.unsubscribeHandler(message -> {
            subscribed = false;
            endpoint.unsubscribeAcknowledge(message.messageId());
        });
        endpoint.publishAcknowledgeHandler(this::onAcknowledge);
        endpoint.exceptionHandler(failure -> end("its packets cannot be read: " + failure.getMessage()));
        endpoint.closeHandler(nothing -> {
            List.copyOf(unacknowledged.values()).forEach(body -> waiting.add(node.number(), body));
            unacknowledged.clear();
            List.copyOf(unacknowledgedFragments.values()).forEach(NodeConnection::lose);
            unacknowledgedFragments.clear();
            onClosed.run();
        });
        endpoint.accept(false, nameIfItHasNone());
    }

    /** An MQTT 5 client that comes without an identifier must be told the one that it gets (MQTT 5 §3.2.2.3.7). */
    private MqttProperties nameIfItHasNone() {
        String name = Optional.ofNullable(endpoint.clientIdentifier()).orElse("");
        if (endpoint.protocolVersion() < MQTT_5 || !name.isEmpty()) {
            return MqttProperties.NO_PROPERTIES;
        }
        MqttProperties properties = new MqttProperties();
        properties.add(new MqttProperties.StringProperty(
                MqttProperties.MqttPropertyType.ASSIGNED_CLIENT_IDENTIFIER.value(), "node-" + node.number()));
        return properties;
    }

    /** Ends the connection from any thread. */
    void cut(String why) {
        loop.runOnContext(nothing -> end(why));
    }

    /** Sends what waits for the node, from any thread, if it listens. */
    void sendWaiting() {
        loop.runOnContext(nothing -> flush());
    }

    /** Whether something sent now would go out. */
    boolean listens() {
        return subscribed && endpoint.isConnected();
    }

    /** Sends bytes that are no frame, from any thread; completes when the node has acknowledged them, fails with the connection. */
    CompletionStage<Void> publish(byte[] fragment) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        loop.runOnContext(nothing -> {
            if (!listens()) {
                lose(acknowledged);
                return;
            }
            endpoint.publish(
                            MqttTopics.down(node.number()),
                            Buffer.buffer(fragment),
                            MqttQoS.AT_LEAST_ONCE,
                            false,
                            false)
                    .onSuccess(packetId -> unacknowledgedFragments.put(packetId, acknowledged))
                    .onFailure(acknowledged::completeExceptionally);
        });
        return acknowledged;
    }

    private static void lose(CompletableFuture<Void> fragment) {
        fragment.completeExceptionally(new IllegalStateException("the node's connection ended"));
    }

    private void onAcknowledge(int packetId) {
        unacknowledged.remove(packetId);
        Optional.ofNullable(unacknowledgedFragments.remove(packetId)).ifPresent(fragment -> fragment.complete(null));
    }

    private void flush() {
        if (!subscribed || !endpoint.isConnected()) {
            return;
        }
        for (FrameBody body : waiting.takeAll(node.number())) {
            Buffer frame = Buffer.buffer(signer.sign(node, body));
            endpoint.publish(MqttTopics.down(node.number()), frame, MqttQoS.AT_LEAST_ONCE, false, false)
                    .onSuccess(packetId -> unacknowledged.put(packetId, body))
                    .onFailure(failure -> waiting.add(node.number(), body));
        }
    }

    private void onPublish(MqttPublishMessage message) {
        if (!message.topicName().equals(MqttTopics.up(node.number()))) {
            end("it published to '" + message.topicName() + "', which is not its own topic");
            return;
        }
        if (message.qosLevel() == MqttQoS.EXACTLY_ONCE) {
            end("it published with QoS 2; frames come with QoS 1 and are told apart by their sequence");
            return;
        }
        Optional<Slot> slot = message.qosLevel() == MqttQoS.AT_LEAST_ONCE
                ? Optional.of(order.open(message.messageId()))
                : Optional.empty();
        reception
                .receive(node, message.payload().getBytes())
                .whenComplete((outcome, failure) -> loop.runOnContext(nothing -> {
                    if (failure != null) {
                        end("Kafka did not take its frame: " + failure.getMessage());
                    } else {
                        slot.ifPresent(open -> order.ready(open, outcome));
                        countRefusals(outcome);
                    }
                }));
    }

    /** MQTT 5 can say that a frame was refused; for MQTT 3.1.1 it is done with. */
    private void acknowledge(int packetId, Outcome outcome) {
        if (!endpoint.isConnected()) {
            return;
        }
        if (outcome == Outcome.REFUSED && endpoint.protocolVersion() >= MQTT_5) {
            endpoint.publishAcknowledge(
                    packetId, MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID, MqttProperties.NO_PROPERTIES);
        } else {
            endpoint.publishAcknowledge(packetId);
        }
    }

    private void countRefusals(Outcome outcome) {
        refusedInARow = outcome == Outcome.REFUSED ? refusedInARow + 1 : 0;
        if (refusedInARow >= MAX_REFUSED_IN_A_ROW) {
            end(refusedInARow + " of its frames in a row were refused; see the dead letters");
        }
    }

    private void onSubscribe(MqttSubscribeMessage message) {
        List<MqttQoS> granted = new ArrayList<>();
        message.topicSubscriptions().forEach(subscription -> {
            boolean isOwn = subscription.topicName().equals(MqttTopics.down(node.number()));
            subscribed |= isOwn;
            granted.add(isOwn ? MqttQoS.AT_LEAST_ONCE : MqttQoS.FAILURE);
        });
        endpoint.subscribeAcknowledge(message.messageId(), granted);
        flush();
    }

    private void end(String why) {
        if (endpoint.isConnected()) {
            LOG.infof("Node %d is disconnected: %s", node.number(), why);
            endpoint.close();
        }
    }
}
