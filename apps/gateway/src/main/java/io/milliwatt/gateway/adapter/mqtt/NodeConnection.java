package io.milliwatt.gateway.adapter.mqtt;

import io.milliwatt.gateway.adapter.mqtt.AcknowledgementOrder.Slot;
import io.milliwatt.gateway.downlink.FrameSigner;
import io.milliwatt.gateway.downlink.Waiting;
import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.gateway.reception.Reception;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.transport.MqttTopics;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * One node's connection. It may publish to its own up topic with QoS 0 or 1 and subscribe to its own down topic; anything
 * else ends it. Everything here runs on the connection's event loop.
 */
final class NodeConnection {
    private static final Logger LOG = Logger.getLogger(NodeConnection.class);

    private final EnrolledNode node;
    private final MqttEndpoint endpoint;
    private final Context loop;
    private final Reception reception;
    private final FrameSigner signer;
    private final Waiting waiting;
    private final AcknowledgementOrder order;
    private final Map<Integer, FrameBody> unacknowledged = new LinkedHashMap<>();
    private boolean subscribed;

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
        order = new AcknowledgementOrder(packetId -> {
            if (endpoint.isConnected()) {
                endpoint.publishAcknowledge(packetId);
            }
        });
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
        endpoint.publishAcknowledgeHandler(unacknowledged::remove);
        endpoint.exceptionHandler(failure -> end("its packets cannot be read: " + failure.getMessage()));
        endpoint.closeHandler(nothing -> {
            List.copyOf(unacknowledged.values()).forEach(body -> waiting.add(node.number(), body));
            unacknowledged.clear();
            onClosed.run();
        });
        endpoint.accept(false);
    }

    /** Ends the connection from any thread. */
    void cut(String why) {
        loop.runOnContext(nothing -> end(why));
    }

    /** Sends what waits for the node, from any thread, if it listens. */
    void sendWaiting() {
        loop.runOnContext(nothing -> flush());
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
                .whenComplete((nothing, failure) -> loop.runOnContext(onLoop -> {
                    if (failure != null) {
                        end("Kafka did not take its frame: " + failure.getMessage());
                    } else {
                        slot.ifPresent(order::ready);
                    }
                }));
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
