package io.milliwatt.irrigation.safety;

import java.util.List;

/** What an event did: the state to go on with, what to tell the nodes, and what to write down. */
public record Step(SafetyState state, List<Order> orders, List<AuditEntry> audit) {

    public Step {
        orders = List.copyOf(orders);
        audit = List.copyOf(audit);
    }
}
