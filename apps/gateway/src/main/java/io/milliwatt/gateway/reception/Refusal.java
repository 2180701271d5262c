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
