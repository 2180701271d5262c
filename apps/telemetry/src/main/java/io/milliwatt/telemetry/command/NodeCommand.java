package io.milliwatt.telemetry.command;

import io.milliwatt.telemetry.Acknowledgement;
import io.milliwatt.telemetry.Command;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.FrameIdentity;

/** Something to tell one node. */
public sealed interface NodeCommand
        permits NodeCommand.AcknowledgeFrame,
                NodeCommand.TeachBaseline,
                NodeCommand.CaptureWaveform,
                IrrigationCommand,
                HeartCommand {
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

    /** Something about the baseline that a node learns of its own machine. */
    record TeachBaseline(long node, Lesson lesson) implements NodeCommand {
        @Override
        public FrameBody body() {
            return new Command(lesson.number(), 0);
        }
    }

    /** What to do with the baseline. */
    enum Lesson {
        /** Keep it as it is, now or as soon as it is learnt. */
        FREEZE(Command.FREEZE_BASELINE),
        /** Forget it, and learn the machine as it runs now. */
        LEARN_ANEW(Command.LEARN_BASELINE_ANEW),
        /** Tell it to the server. */
        TELL(Command.SEND_LEARNING_UPDATE);

        private final long number;

        Lesson(long number) {
            this.number = number;
        }

        /** The command's number in the contract. */
        public long number() {
            return number;
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
