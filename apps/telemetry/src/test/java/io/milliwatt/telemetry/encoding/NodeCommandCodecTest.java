package io.milliwatt.telemetry.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.milliwatt.telemetry.Acknowledgement.Outcome;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.command.NodeCommand;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NodeCommandCodecTest {
    private final NodeCommandCodec codec = new NodeCommandCodec();

    static List<NodeCommand> commands() {
        return List.of(
                new NodeCommand.AcknowledgeFrame(new FrameIdentity(1001, 7, 42), Outcome.STORED),
                new NodeCommand.CaptureWaveform(1001, 0xFFFF_FFFFL),
                new NodeCommand.TeachBaseline(1001, NodeCommand.Lesson.FREEZE),
                new NodeCommand.TeachBaseline(1001, NodeCommand.Lesson.LEARN_ANEW),
                new NodeCommand.TeachBaseline(1001, NodeCommand.Lesson.TELL));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatIsWrittenIsReadBackAndEveryTruncationIsRefused(NodeCommand command) throws FrameException {
        byte[] bytes = codec.encode(command);
        assertThat(codec.decode(bytes)).isEqualTo(command);
        for (int length = 0; length < bytes.length; length++) {
            byte[] truncated = Arrays.copyOf(bytes, length);
            assertThatExceptionOfType(FrameException.class).isThrownBy(() -> codec.decode(truncated));
        }
    }

    @Test
    void theFormIsTheContracts() {
        assertThat(HexFormat.of().formatHex(codec.encode(commands().getFirst())))
                .isEqualTo("a60010011903e9020803070418" + "2a0500");
    }

    @Test
    void anUnknownCommandIsRefusedByName() {
        assertThatExceptionOfType(FrameException.class)
                .isThrownBy(() -> codec.decode(HexFormat.of().parseHex("a300100101021863")))
                .withMessageContaining("kind 99");
    }
}
