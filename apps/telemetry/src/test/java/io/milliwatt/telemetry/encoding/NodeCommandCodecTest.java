package io.milliwatt.telemetry.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.milliwatt.telemetry.Acknowledgement.Outcome;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.PatientTold;
import io.milliwatt.telemetry.command.HeartCommand;
import io.milliwatt.telemetry.command.IrrigationCommand;
import io.milliwatt.telemetry.command.IrrigationCommand.Lines;
import io.milliwatt.telemetry.command.NodeCommand;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeCommandCodecTest {
    private final NodeCommandCodec codec = new NodeCommandCodec();

    static List<NodeCommand> commands() {
        return List.of(
                new NodeCommand.AcknowledgeFrame(new FrameIdentity(1001, 7, 42), Outcome.STORED),
                new NodeCommand.CaptureWaveform(1001, 0xFFFF_FFFFL),
                new NodeCommand.TeachBaseline(1001, NodeCommand.Lesson.FREEZE),
                new NodeCommand.TeachBaseline(1001, NodeCommand.Lesson.LEARN_ANEW),
                new NodeCommand.TeachBaseline(1001, NodeCommand.Lesson.TELL),
                new IrrigationCommand.OpenValve(1001, 0xFFFF_FFFFL, 4, 7200, Instant.ofEpochSecond(0xFFFF_FFFFL)),
                new IrrigationCommand.CloseValve(1001, 8, 1),
                new IrrigationCommand.StopAllValves(1001, 9),
                new IrrigationCommand.LiftStop(1001, 10),
                new IrrigationCommand.ExpectRain(1001, LocalDate.of(2026, 11, 29), List.of(0, 128, 65_535, 0, 0, 1, 2)),
                new IrrigationCommand.ExpectRain(1001, LocalDate.of(2026, 11, 29), List.of()),
                new IrrigationCommand.SetLines(1001, List.of(new Lines(1450, 2800), new Lines(0, 10_000))),
                new HeartCommand.TellPatient(1001, new PatientTold(0xFFFF_FFFFL, true)),
                new HeartCommand.TellPatient(1001, new PatientTold(1, false)));
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
    void theFormOfAValvesCommandIsTheContracts() {
        NodeCommand open = new IrrigationCommand.OpenValve(1001, 7, 2, 600, Instant.ofEpochSecond(1_793_000_000));
        assertThat(HexFormat.of().formatHex(codec.encode(open)))
                .isEqualTo("a60010011903e902090307040705" + "83021902581a6adf0240");
    }

    @Test
    void theFormOfAPatientIsTheContracts() {
        NodeCommand told = new HeartCommand.TellPatient(1001, new PatientTold(7, true));
        assertThat(HexFormat.of().formatHex(codec.encode(told))).isEqualTo("a60010011903e9020903" + "0d0407058101");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07 04 01 05 83 05 01 01", // valve 5
                "07 04 01 05 83 01 00 01", // no time
                "07 04 01 05 82 01 01", // no latest start
                "07 04 01", // no values
                "08 04 01 05 82 01 01", // one value too many
                "09 04 01 05 81 01", // a stop of one valve
                "0b 04 01 05 88 00 00 00 00 00 00 00 00", // eight days
                "0b 04 01 05 87 1a 00 01 00 00 00 00 00 00 00 00", // 6,553.6 mm
                "0b 04 01 05 82 00 00", // two days
                "0c 04 00 05 82 18 64 18 64", // refill at full
                "0c 04 00 05 83 01 02 03", // half a pair
                "0c 04 00", // no line
                "0c 04 00 05 82 01 20", // a negative one
                "0d 04 00 05 81 01", // no stay
                "0d 04 01 05 81 02", // neither with nor without
                "0d 04 01 05 82 01 00", // twice
                "0d 04 01" // not said
            })
    void aCommandOutOfRangeIsRefused(String rest) {
        String fields = rest.replace(" ", "");
        boolean values = fields.startsWith("05", 6);
        String bytes = (values ? "a6" : "a5") + "0010011903e9020903" + fields;
        assertThatExceptionOfType(FrameException.class)
                .isThrownBy(() -> codec.decode(HexFormat.of().parseHex(bytes)))
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(FrameException.Fault.BODY));
    }

    @Test
    void anUnknownCommandIsRefusedByName() {
        assertThatExceptionOfType(FrameException.class)
                .isThrownBy(() -> codec.decode(HexFormat.of().parseHex("a300100101021863")))
                .withMessageContaining("kind 99");
    }
}
