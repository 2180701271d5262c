package io.milliwatt.gateway.adapter.mqtt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntConsumer;

/**
 * Puts the PUBACKs of one connection in the order in which its PUBLISHes came, as MQTT 3.1.1 §4.6 asks, whichever of them
 * Kafka answers first. For one event loop only.
 */
final class AcknowledgementOrder {
    /** One PUBLISH that awaits its PUBACK. */
    static final class Slot {
        private final int packetId;
        private boolean ready;

        private Slot(int packetId) {
            this.packetId = packetId;
        }
    }

    private final Deque<Slot> slots = new ArrayDeque<>();
    private final IntConsumer acknowledge;

    AcknowledgementOrder(IntConsumer acknowledge) {
        this.acknowledge = acknowledge;
    }

    Slot open(int packetId) {
        Slot slot = new Slot(packetId);
        slots.addLast(slot);
        return slot;
    }

    void ready(Slot slot) {
        slot.ready = true;
        while (!slots.isEmpty() && slots.getFirst().ready) {
            acknowledge.accept(slots.removeFirst().packetId);
        }
    }
}
