package io.milliwatt.gateway.node;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A store that forgets at the end of the test. */
final class NodesInMemory implements NodeStore {
    private final Map<Long, EnrolledNode> nodes = new TreeMap<>();
    private long next = 1001;

    @Override
    public List<EnrolledNode> all() {
        return List.copyOf(nodes.values());
    }

    @Override
    public long nextNumber() {
        return next++;
    }

    @Override
    public boolean add(EnrolledNode node) {
        return nodes.putIfAbsent(node.number(), node) == null;
    }

    @Override
    public void update(EnrolledNode node) {
        nodes.put(node.number(), node);
    }
}
