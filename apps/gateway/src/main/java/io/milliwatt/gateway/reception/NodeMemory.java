package io.milliwatt.gateway.reception;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * What the gateway remembers of one node: a window for each of its newest four boots, and the frames that are on their way
 * to Kafka. A frame counts as seen only when Kafka has it. Safe for use by several threads.
 */
final class NodeMemory {
    static final int BOOTS = 4;

    private record InBoot(long boot, long sequence) {}

    /** The memory's answer for one frame. */
    sealed interface Admission {
        /** To be forwarded; {@code arrival} is to be completed through {@link #settle}. */
        record New(CompletableFuture<Void> arrival) implements Admission {}

        /** Already being forwarded; wait for the first one's arrival. */
        record OnItsWay(CompletableFuture<Void> arrival) implements Admission {}

        record Seen() implements Admission {}

        record TooOld() implements Admission {}
    }

    private final TreeMap<Long, SequenceWindow> windows = new TreeMap<>();
    private final Map<InBoot, CompletableFuture<Void>> onTheirWay = new HashMap<>();
    private boolean changed;

    synchronized Admission admit(long boot, long sequence) {
        SequenceWindow window = windows.get(boot);
        boolean olderThanAllBoots = window == null && windows.size() == BOOTS && boot < windows.firstKey();
        if (olderThanAllBoots || (window != null && window.isBelow(sequence))) {
            return new Admission.TooOld();
        }
        if (window != null && window.contains(sequence)) {
            return new Admission.Seen();
        }
        InBoot identity = new InBoot(boot, sequence);
        CompletableFuture<Void> first = onTheirWay.get(identity);
        if (first != null) {
            return new Admission.OnItsWay(first);
        }
        CompletableFuture<Void> arrival = new CompletableFuture<>();
        onTheirWay.put(identity, arrival);
        return new Admission.New(arrival);
    }

    /** Ends the way of a frame; with a failure it is forgotten, so that the node can send it again. */
    void settle(long boot, long sequence, Optional<Throwable> failure) {
        CompletableFuture<Void> arrival;
        synchronized (this) {
            arrival = onTheirWay.remove(new InBoot(boot, sequence));
            if (failure.isEmpty()) {
                remember(boot, sequence);
            }
        }
        if (failure.isPresent()) {
            arrival.completeExceptionally(failure.get());
        } else {
            arrival.complete(null);
        }
    }

    private void remember(long boot, long sequence) {
        windows.computeIfAbsent(boot, fresh -> new SequenceWindow()).add(sequence);
        while (windows.size() > BOOTS) {
            windows.pollFirstEntry();
        }
        changed = true;
    }

    synchronized void markChanged() {
        changed = true;
    }

    synchronized void restore(WindowState state) {
        windows.put(state.boot(), SequenceWindow.restore(state.highest(), state.seen()));
    }

    synchronized List<WindowState> states(long node) {
        List<WindowState> states = new ArrayList<>();
        windows.forEach((boot, window) -> states.add(new WindowState(node, boot, window.highest(), window.bits())));
        return states;
    }

    /** The states if anything changed since the last call; empty otherwise. */
    synchronized List<WindowState> takeChanges(long node) {
        if (!changed) {
            return List.of();
        }
        changed = false;
        return states(node);
    }
}
