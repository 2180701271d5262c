package io.milliwatt.gateway.adapter.rest;

import io.milliwatt.gateway.adapter.mqtt.Connections;
import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.gateway.reception.NodeActivity;
import io.milliwatt.gateway.reception.NodeActivity.Tally;
import io.milliwatt.gateway.reception.SequenceMemory;
import io.milliwatt.gateway.reception.WindowState;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** Brings together what is known of a node. */
@Singleton
public class NodeDocuments {
    private final SequenceMemory memory;
    private final NodeActivity activity;
    private final Connections connections;

    NodeDocuments(SequenceMemory memory, NodeActivity activity, Connections connections) {
        this.memory = memory;
        this.activity = activity;
        this.connections = connections;
    }

    NodeDocument of(EnrolledNode node) {
        Optional<Tally> tally = activity.of(node.number());
        Optional<WindowState> newest = memory.newest(node.number());
        return new NodeDocument(
                node.number(),
                node.name(),
                node.domain().label(),
                node.enrolledAt(),
                node.revokedAt(),
                connections.isConnected(node.number()),
                tally.map(Tally::lastSeenAt),
                number(newest, WindowState::boot),
                number(newest, WindowState::highest),
                tally.map(Tally::forwarded).orElse(0L),
                tally.map(Tally::repeated).orElse(0L),
                tally.map(Tally::refused).orElse(0L));
    }

    private static OptionalLong number(Optional<WindowState> state, ToLongFunction<WindowState> part) {
        return state.isPresent() ? OptionalLong.of(part.applyAsLong(state.get())) : OptionalLong.empty();
    }
}
