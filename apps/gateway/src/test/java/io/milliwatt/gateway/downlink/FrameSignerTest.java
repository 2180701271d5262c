package io.milliwatt.gateway.downlink;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.gateway.TestClock;
import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.gateway.node.NodeExamples;
import io.milliwatt.telemetry.Command;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.encoding.FrameException;
import org.junit.jupiter.api.Test;

class FrameSignerTest {
    private static final long BOOT = 1_793_000_000L;

    @Test
    void framesToANodeVerifyWithItsKeyAndTheirSequenceGrows() throws FrameException {
        TestClock clock = new TestClock();
        FrameSigner signer = new FrameSigner(() -> BOOT, clock);
        EnrolledNode node = NodeExamples.node(7);
        Command command = new Command(Command.CAPTURE_WAVEFORM, 1);
        byte[] first = signer.sign(node, command);
        byte[] second = signer.sign(node, command);
        assertThat(new FrameAuthenticator(node.key()).verifies(first)).isTrue();
        assertThat(new FrameAuthenticator(NodeExamples.key(8)).verifies(first)).isFalse();
        Frame frame = new FrameCodec().decode(first);
        assertThat(frame.boot()).isEqualTo(BOOT);
        assertThat(frame.time()).isEqualTo(clock.instant());
        assertThat(frame.body()).isEqualTo(command);
        assertThat(new FrameCodec().decode(second).sequence()).isEqualTo(frame.sequence() + 1);
    }
}
