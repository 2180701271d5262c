package io.milliwatt.gateway.adapter.mqtt;

import io.milliwatt.gateway.reception.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Puts the PUBACKs of one connection in the order in which its PUBLISHes came, as MQTT 3.1.1 §4.6 asks, whichever of them
 * Kafka answers first. For one event loop only.
 */
final class AcknowledgementOrder {
    /** One PUBLISH that awaits its PUBACK. */
    static final class Slot {
        private final int packetId;
        private Optional<Outcome> outcome = Optional.empty();

        private Slot(int packetId) {
            this.packetId = packetId;
        }
    }

    private final Deque<Slot> slots = new ArrayDeque<>();
    private final BiConsumer<Integer, Outcome> acknowledge;

    AcknowledgementOrder(BiConsumer<Integer, Outcome> acknowledge) {
        this.acknowledge = acknowledge;
    }

    Slot open(int packetId) {
        Slot slot = new Slot(packetId);
        slots.addLast(slot);
        return slot;
    }

    void ready(Slot slot, Outcome outcome) {
        slot.outcome = Optional.of(outcome);
        while (!slots.isEmpty() && slots.getFirst().outcome.isPresent()) {
            Slot first = slots.removeFirst();
            acknowledge.accept(first.packetId, first.outcome.get());
        }
    }
}
