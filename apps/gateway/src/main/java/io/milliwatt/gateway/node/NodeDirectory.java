package io.milliwatt.gateway.node;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * All enrolled nodes in memory, so that no frame waits for the database. Before the first {@link #replaceAll} nobody is
 * known, and {@link #isLoaded} says so. Safe for use by several threads.
 */
public final class NodeDirectory {
    private final Map<Long, EnrolledNode> nodes = new ConcurrentHashMap<>();
    private final List<Consumer<EnrolledNode>> lossListeners = new CopyOnWriteArrayList<>();
    private volatile boolean loaded;

    public boolean isLoaded() {
        return loaded;
    }

    /** The node of this number, revoked or not. */
    public Optional<EnrolledNode> find(long number) {
        return Optional.ofNullable(nodes.get(number));
    }

    public Collection<EnrolledNode> all() {
        return List.copyOf(nodes.values());
    }

    /** Takes over what the store holds now. */
    public void replaceAll(Collection<EnrolledNode> stored) {
        stored.forEach(this::put);
        loaded = true;
    }

    /** Adds or replaces a node unless a newer state of it is known; tells the listeners when its old credentials are gone. */
    public void put(EnrolledNode node) {
        EnrolledNode before = nodes.get(node.number());
        EnrolledNode after = nodes.merge(
                node.number(), node, (known, offered) -> offered.generation() > known.generation() ? offered : known);
        boolean changed = before != null && before.generation() < after.generation();
        if (changed) {
            lossListeners.forEach(listener -> listener.accept(after));
        }
    }

    /** Calls back whenever a node's credentials were withdrawn or replaced, so that its connection can be cut. */
    public void onCredentialsLost(Consumer<EnrolledNode> listener) {
        lossListeners.add(listener);
    }
}
