package io.milliwatt.gateway.adapter.mqtt;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.milliwatt.gateway.downlink.Downlink;
import io.milliwatt.gateway.downlink.Waiting;
import io.milliwatt.gateway.node.NodeDirectory;
import io.milliwatt.telemetry.FrameBody;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Who is connected; one connection per node, the newer one wins (MQTT 3.1.1 §3.1.4). */
@Singleton
public class Connections implements Downlink {
    private final Map<Long, NodeConnection> byNode = new ConcurrentHashMap<>();
    private final NodeDirectory directory;
    private final Waiting waiting;

    Connections(NodeDirectory directory, Waiting waiting, MeterRegistry meters) {
        this.directory = directory;
        this.waiting = waiting;
        meters.gaugeMapSize("milliwatt.gateway.connections", Tags.empty(), byNode);
        directory.onCredentialsLost(node -> cut(node.number(), "its credentials were withdrawn or replaced"));
    }

    void add(NodeConnection connection) {
        NodeConnection before = byNode.put(connection.node(), connection);
        if (before != null) {
            before.cut("it has connected anew");
        }
    }

    void remove(NodeConnection connection) {
        byNode.remove(connection.node(), connection);
    }

    public boolean isConnected(long node) {
        return byNode.containsKey(node);
    }

    /** Whether a node is connected and subscribed to its topic. */
    public boolean listens(long node) {
        return Optional.ofNullable(byNode.get(node))
                .filter(NodeConnection::listens)
                .isPresent();
    }

    /** Sends one fragment; fails at once where the node is away. */
    public CompletionStage<Void> publish(long node, byte[] fragment) {
        return Optional.ofNullable(byNode.get(node))
                .map(connection -> connection.publish(fragment))
                .orElseGet(
                        () -> CompletableFuture.failedFuture(new IllegalStateException("node " + node + " is away")));
    }

    @Override
    public void send(long node, FrameBody body) {
        if (directory.find(node).filter(known -> !known.isRevoked()).isEmpty()) {
            return;
        }
        waiting.add(node, body);
        NodeConnection connection = byNode.get(node);
        if (connection != null) {
            connection.sendWaiting();
        }
    }

    private void cut(long node, String why) {
        NodeConnection connection = byNode.get(node);
        if (connection != null) {
            connection.cut(why);
        }
    }
}
