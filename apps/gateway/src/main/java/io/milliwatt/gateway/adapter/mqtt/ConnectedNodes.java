package io.milliwatt.gateway.adapter.mqtt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.gateway.node.NodeDirectory;
import io.milliwatt.gateway.update.NodeLink;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.ModelOffer;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.encoding.FragmentCodec;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The nodes' own connections as the way of an update; fragments carry the key that a node has at that moment. */
@Singleton
public class ConnectedNodes implements NodeLink {
    private final Connections connections;
    private final NodeDirectory directory;
    private final Counter fragments;

    ConnectedNodes(Connections connections, NodeDirectory directory, MeterRegistry meters) {
        this.connections = connections;
        this.directory = directory;
        fragments = meters.counter("milliwatt.gateway.updates.fragments");
    }

    @Override
    public boolean listens(long node) {
        return connections.listens(node);
    }

    @Override
    public void send(long node, FrameBody body) {
        connections.send(node, body);
    }

    @Override
    public CompletionStage<Void> sendFragment(long node, ModelOffer offer, byte[] bundle, int index) {
        Optional<EnrolledNode> known = directory.find(node).filter(candidate -> !candidate.isRevoked());
        if (known.isEmpty()) {
            return CompletableFuture.failedFuture(new IllegalStateException("node " + node + " is revoked"));
        }
        fragments.increment();
        FragmentCodec codec =
                new FragmentCodec(new FrameAuthenticator(known.get().key()));
        return connections.publish(node, codec.encode(offer, bundle, index));
    }
}
