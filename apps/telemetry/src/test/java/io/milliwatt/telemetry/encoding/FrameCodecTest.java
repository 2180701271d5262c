package io.milliwatt.telemetry.encoding;

import static io.milliwatt.telemetry.encoding.FrameException.Fault.BODY;
import static io.milliwatt.telemetry.encoding.FrameException.Fault.NOT_DETERMINISTIC;
import static io.milliwatt.telemetry.encoding.FrameException.Fault.NOT_WELL_FORMED;
import static io.milliwatt.telemetry.encoding.FrameException.Fault.TOO_LARGE;
import static io.milliwatt.telemetry.encoding.FrameException.Fault.VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameExamples;
import io.milliwatt.telemetry.Ledger;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.UnknownBody;
import io.milliwatt.telemetry.encoding.FrameException.Fault;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FrameCodecTest {
    private static final String MAC = "07480102030405060708";

    private final FrameCodec codec = new FrameCodec();

    static List<Frame> examples() {
        return FrameExamples.oneOfEachKind();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsWrittenIsReadBackAndVerifies(Frame frame) throws FrameException {
        byte[] bytes = codec.encode(frame, FrameExamples.authenticator());
        assertThat(codec.decode(bytes)).isEqualTo(frame);
        assertThat(FrameExamples.authenticator().verifies(bytes)).isTrue();
    }

    /** Written by hand after RFC 8949 §3 and Appendix A, not by the encoder under test. */
    @Test
    void aStatusWrittenByHandIsReadAndWrittenAlike() throws FrameException {
        byte[] byHand = hex("A8 00 10 01 1903E9 02 07 03 182A 04 1B0000019A3F2B6C7B 05 01 06 A2 00 01 01 183C" + MAC);
        Frame frame = codec.decode(byHand);
        assertThat(frame.node()).isEqualTo(1001);
        assertThat(frame.boot()).isEqualTo(7);
        assertThat(frame.sequence()).isEqualTo(42);
        assertThat(frame.time().toEpochMilli()).isEqualTo(0x19A3F2B6C7BL);
        assertThat(frame.body()).isEqualTo(Status.of(Domain.VIBRATION, 60));
        byte[] encoded = codec.encode(frame, FrameExamples.authenticator());
        assertThat(encoded).startsWith(Arrays.copyOf(byHand, byHand.length - 8));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "NOT_WELL_FORMED, '', nothing at all",
        "NOT_WELL_FORMED, A8 00 10, truncated",
        "NOT_WELL_FORMED, A8 00 10 01 01 02 00 03 00 04 00 05 1828 06 A0 $MAC 00, a byte too many",
        "NOT_WELL_FORMED, A8 61 30 10 01 01 02 00 03 00 04 00 05 1828 06 A0 $MAC, a text key",
        "NOT_WELL_FORMED, A1 00 1C, a reserved head",
        "NOT_WELL_FORMED, A1 00 5B 7FFFFFFFFFFFFFFF 00, a length beyond the end",
        "NOT_WELL_FORMED, A1 00 9B 7FFFFFFFFFFFFFFF 00, a count beyond the end",
        "NOT_DETERMINISTIC, A8 00 1810 01 01 02 1800 03 00 04 00 05 1828 06 A0 $MAC, a long zero",
        "NOT_DETERMINISTIC, A8 00 10 01 01 02 190017 03 00 04 00 05 1828 06 A0 $MAC, a long small number",
        "NOT_DETERMINISTIC, BF 00 10 01 01 02 00 03 00 04 00 05 1828 06 A0 $MAC FF, indefinite length",
        "NOT_DETERMINISTIC, A8 00 10 01 01 02 00 03 00 05 1828 04 00 06 A0 $MAC, keys out of order",
        "NOT_DETERMINISTIC, A8 00 10 00 10 02 00 03 00 04 00 05 1828 06 A0 $MAC, a key twice",
        "NOT_DETERMINISTIC, A8 00 10 01 01 02 00 03 00 04 00 05 1828 06 A1 00 FA3F800000 $MAC, a long float",
        "NOT_WELL_FORMED, A8 00 10 01 E1 02 00 03 00 04 00 05 1828 06 A0 $MAC, a simple value for the node",
        "NOT_WELL_FORMED, A8 00 10 01 C1 01 02 00 03 00 04 00 05 1828 06 A0 $MAC, a tagged node",
        "NOT_WELL_FORMED, A8 00 10 01 01 02 00 03 00 04 00 05 1828 06 C1 A0 $MAC, a tagged body",
        "BODY, A8 00 10 01 01 02 00 03 00 04 00 05 01 06 A2 00 01 01 C1 00 $MAC, a tagged number",
        "VERSION, A1 00 18 20, major version 2 of any shape",
        "VERSION, A8 00 0F 01 01 02 00 03 00 04 00 05 1828 06 A0 $MAC, major version 0",
        "NOT_WELL_FORMED, 80, an array",
        "NOT_WELL_FORMED, A7 00 10 01 01 02 00 03 00 04 00 05 1828 06 A0, no MAC",
        "NOT_WELL_FORMED, A8 00 10 01 01 02 00 03 00 04 00 05 1828 06 A0 07 4701020304050607, a short MAC",
        "NOT_WELL_FORMED, A8 00 10 01 1B0000000100000000 02 00 03 00 04 00 05 1828 06 A0 $MAC, node beyond 32 bits",
        "NOT_WELL_FORMED, A8 00 10 01 20 02 00 03 00 04 00 05 1828 06 A0 $MAC, a negative node",
        "NOT_WELL_FORMED, A8 00 10 01 01 02 00 03 00 04 00 05 1828 06 80 $MAC, a body that is no map",
        "BODY, A8 00 10 01 01 02 00 03 00 04 00 05 01 06 A0 $MAC, a status without its fields",
        "BODY, A8 00 10 01 01 02 00 03 00 04 00 05 01 06 A2 00 04 01 00 $MAC, domain 4",
        "BODY, A8 00 10 01 01 02 00 03 00 04 00 05 03 06 A4 00 01 01 190100 02 00 03 00 $MAC, probability 256",
        "BODY, A8 00 10 01 01 02 00 03 00 04 00 05 08 06 A3 00 01 01 00 02 02 $MAC, outcome 2",
        "BODY, A8 00 10 01 01 02 00 03 00 04 00 05 05 06 A1 00 80 $MAC, soil without depth",
        "BODY, A8 00 10 01 01 02 00 03 00 04 00 05 0C 06 A3 00 00 01 80 02 00 $MAC, no beat",
        "BODY, A8 00 10 01 01 02 00 03 00 04 00 05 0C 06 A3 00 00 01 85 00 01 00 00 01 02 00 $MAC, five numbers",
        "BODY, A8 00 10 01 01 02 00 03 00 04 00 05 0C 06 A3 00 00 01 84 00 06 00 00 02 00 $MAC, beat class 6",
        "BODY, A8 00 10 01 01 02 00 03 00 04 00 05 0C 06 A3 00 00 01 84 20 01 00 00 02 00 $MAC, a negative interval",
        "BODY, A8 00 10 01 01 02 00 03 00 04 00 05 0C 06 A3 00 00 01 84 00 01 190100 00 02 00 $MAC, confidence 256",
        "BODY, A8 00 10 01 01 02 00 03 00 04 00 05 0C 06 A2 00 00 01 84 00 01 00 00 $MAC, beats without a model",
        "BODY, A8 00 10 01 01 02 00 03 00 04 00 05 0D 06 A0 $MAC, vitals without their time",
        "BODY, A8 00 10 01 01 02 00 03 00 04 00 05 0D 06 A2 00 00 01 1903E9 $MAC, saturation over 100 %",
        "BODY, A8 00 10 01 01 02 00 03 00 04 00 05 0D 06 A2 00 00 05 05 $MAC, consciousness 5",
        "BODY, A8 00 10 01 01 02 00 03 00 04 00 05 0D 06 A2 00 00 07 02 $MAC, oxygen neither given nor not",
        "BODY, A8 00 10 01 01 02 00 03 00 04 00 05 01 06 A3 00 02 01 05 0B 82 00 01 $MAC, stay 0",
        "BODY, A8 00 10 01 01 02 00 03 00 04 00 05 01 06 A3 00 02 01 05 0B 82 01 02 $MAC, a pacemaker neither had nor not",
        "BODY, A8 00 10 01 01 02 00 03 00 04 00 05 01 06 A3 00 02 01 05 0B 81 01 $MAC, a stay alone"
    })
    void eachFaultIsNamed(Fault fault, String bytes, String what) {
        assertThatExceptionOfType(FrameException.class)
                .as(what)
                .isThrownBy(() -> codec.decode(hex(bytes.replace("$MAC", MAC))))
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(fault))
                .satisfies(refused -> assertThat(refused).message().endsWith("."));
    }

    @Test
    void unknownKeysOfAKnownBodyPassWhateverTheirTypes() throws FrameException {
        Frame frame = codec.decode(hex("A8 00 10 01 01 02 00 03 00 04 00 05 01 06 A7 00 01 01 05 0C 6161 0D A1 00 80"
                + "0E C2 49 010000000000000000 0F F93C00 10 F6" + MAC));
        assertThat(frame.body()).isEqualTo(Status.of(Domain.VIBRATION, 5));
    }

    @Test
    void aLedgerWithANegativeCountIsRefusedAndAShortOneTellsWhatItHas() throws FrameException {
        assertThatExceptionOfType(FrameException.class)
                .isThrownBy(() ->
                        codec.decode(hex("A8 00 10 01 01 02 00 03 00 04 00 05 01 06 A3 00 01 01 05 0A 82 03 20" + MAC)))
                .withMessage("In the status: a ledger count is negative in [3, -1].");
        Frame frame = codec.decode(hex("A8 00 10 01 01 02 00 03 00 04 00 05 01 06 A3 00 01 01 05 0A 82 03 04" + MAC));
        Ledger ledger = ((Status) frame.body()).ledger().orElseThrow();
        assertThat(ledger.of(Ledger.Item.WINDOWS)).isEqualTo(4);
        assertThat(ledger.of(Ledger.Item.BURST_INTERVAL_SECONDS)).isZero();
    }

    @Test
    void aKnownKindOfANewerMinorVersionThatCannotBeReadPassesAsUnknown() throws FrameException {
        Frame frame = codec.decode(hex("A8 00 11 01 01 02 00 03 00 04 00 05 01 06 A1 00 04" + MAC));
        assertThat(frame.body()).isInstanceOf(UnknownBody.class);
        assertThat(((UnknownBody) frame.body()).encoded().toString()).isEqualTo("a10004");
    }

    @Test
    void hostileNestingIsRefusedBeforeItCostsTheStack() {
        byte[] nested = new byte[FrameCodec.MAX_FRAME_BYTES];
        Arrays.fill(nested, (byte) 0x81);
        assertThatExceptionOfType(FrameException.class)
                .isThrownBy(() -> codec.decode(nested))
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(NOT_WELL_FORMED));
    }

    @Test
    void moreBytesThanAnyFrameHasAreNotEvenRead() {
        assertThatExceptionOfType(FrameException.class)
                .isThrownBy(() -> codec.decode(new byte[FrameCodec.MAX_FRAME_BYTES + 1]))
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(TOO_LARGE));
    }

    @Test
    void faultLabelsAreStable() {
        assertThat(List.of(TOO_LARGE, NOT_WELL_FORMED, NOT_DETERMINISTIC, VERSION, BODY))
                .extracting(Fault::label)
                .containsExactly("too-large", "not-well-formed", "not-deterministic", "version", "body");
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }
}
