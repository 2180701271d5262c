package io.milliwatt.gateway.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A store that forgets at the end of the test, and fails when it is told to. */
final class UpdatesInMemory implements UpdateStore {
    private final Map<Long, ModelUpdate> updates = new TreeMap<>();
    private final List<ModelUpdate> history = new ArrayList<>();
    private long next = 1;
    private boolean failing;

    void fail(boolean now) {
        failing = now;
    }

    List<ModelUpdate.Phase> phases() {
        return history.stream().map(ModelUpdate::phase).distinct().toList();
    }

    @Override
    public long nextNumber() {
        return next++;
    }

    @Override
    public boolean add(ModelUpdate update) {
        boolean free = underWay().stream().noneMatch(other -> other.node() == update.node());
        if (free) {
            keep(update);
        }
        return free;
    }

    @Override
    public void keep(ModelUpdate update) {
        if (failing) {
            throw new IllegalStateException("the store is away");
        }
        updates.put(update.number(), update);
        history.add(update);
    }

    @Override
    public List<ModelUpdate> underWay() {
        return updates.values().stream()
                .filter(update -> !update.phase().isEnd())
                .toList();
    }

    @Override
    public List<ModelUpdate> newest(OptionalLong node, int limit) {
        throw new UnsupportedOperationException("nothing here asks for it");
    }

    @Override
    public Optional<ModelUpdate> find(long number) {
        return Optional.ofNullable(updates.get(number));
    }
}
