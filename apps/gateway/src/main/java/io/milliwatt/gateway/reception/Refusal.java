package io.milliwatt.gateway.reception;

import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.encoding.FrameException;

/** Why a frame goes to the dead letters, in the order of the checks. */
public sealed interface Refusal {
    /** Stable, for headers and metrics. */
    String reason();

    /** For people. */
    String sentence();

    /** Not well-formed, not deterministic, too large, of another major version, or with a body that is not its kind's. */
    record Broken(FrameException.Fault fault, String sentence) implements Refusal {
        @Override
        public String reason() {
            return fault.label();
        }
    }

    record UnknownNode(long node) implements Refusal {
        @Override
        public String reason() {
            return "unknown-node";
        }

        @Override
        public String sentence() {
            return "Node " + node + " is not enrolled.";
        }
    }

    record RevokedNode(long node) implements Refusal {
        @Override
        public String reason() {
            return "revoked-node";
        }

        @Override
        public String sentence() {
            return "Node " + node + " is revoked.";
        }
    }

    /** A node may only hand in its own frames. */
    record ForeignNode(long connectedNode, long node) implements Refusal {
        @Override
        public String reason() {
            return "foreign-node";
        }

        @Override
        public String sentence() {
            return "Node " + connectedNode + " handed in a frame of node " + node + ".";
        }
    }

    record WrongMac(FrameIdentity identity) implements Refusal {
        @Override
        public String reason() {
            return "mac";
        }

        @Override
        public String sentence() {
            return "The MAC of " + identity + " is wrong.";
        }
    }

    /** Under none of the counters that the gateway remembers. */
    record WrongCompactMac(long node) implements Refusal {
        @Override
        public String reason() {
            return "mac";
        }

        @Override
        public String sentence() {
            return "The MAC of a compact reading of node " + node
                    + " is wrong under every counter that the gateway remembers of it.";
        }
    }

    /** A compact reading says nothing of its depths. */
    record DepthsUnknown(FrameIdentity identity) implements Refusal {
        @Override
        public String reason() {
            return "depths-unknown";
        }

        @Override
        public String sentence() {
            return identity + " is a compact reading, and no full one has told the depths of the node's probes yet.";
        }
    }

    record Replay(FrameIdentity identity) implements Refusal {
        @Override
        public String reason() {
            return "replay";
        }

        @Override
        public String sentence() {
            return identity + " is older than everything that the gateway remembers of this node.";
        }
    }
}
