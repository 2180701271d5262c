package io.milliwatt.telemetry.command;

import io.milliwatt.telemetry.Acknowledgement;
import io.milliwatt.telemetry.Command;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.FrameIdentity;

/** Something to tell one node. */
public sealed interface NodeCommand {
    /** The node's number. */
    long node();

    /** What the frame to the node shall carry. */
    FrameBody body();

    /** The app's word on a frame, end to end. */
    record AcknowledgeFrame(FrameIdentity frame, Acknowledgement.Outcome outcome) implements NodeCommand {
        @Override
        public long node() {
            return frame.node();
        }

        @Override
        public FrameBody body() {
            return new Acknowledgement(frame.boot(), frame.sequence(), outcome);
        }
    }

    /**
     * Asks for a capture of raw signal.
     *
     * @param captureId what the capture's blocks shall carry, uint32
     */
    record CaptureWaveform(long node, long captureId) implements NodeCommand {
        @Override
        public FrameBody body() {
            return new Command(Command.CAPTURE_WAVEFORM, captureId);
        }
    }
}
