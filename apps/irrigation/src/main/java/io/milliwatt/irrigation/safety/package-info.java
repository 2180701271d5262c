/**
 * The server's watch over valves, as a pure state machine: events in, orders and audit entries out. A valve is opened by one authority, for a time that
 * neither it nor the node lets pass, and never on stale or doubtful data; whatever is not known to be closed is closed again. The node holds the same
 * limits by itself, so that either of the two alone keeps a valve from running on.
 */
package io.milliwatt.irrigation.safety;
