package io.milliwatt.telemetry.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.UnknownBody;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract's worked examples, made by a generator of its own; the firmware's tests read the same files. */
class ContractVectorsTest {
    private static final Path VECTORS = Path.of("../../device-firmware/contract/vectors");
    private static final JsonNode INDEX = readIndex();
    private static final NodeKey KEY =
            NodeKey.of(HexFormat.of().parseHex(INDEX.get("keyHex").asText()));

    private final FrameCodec codec = new FrameCodec();
    private final FrameAuthenticator authenticator = new FrameAuthenticator(KEY);

    static Stream<Arguments> frames() {
        return INDEX.get("frames")
                .valueStream()
                .map(vector -> Arguments.of(vector.get("name").asText(), vector));
    }

    static Stream<Arguments> refused() {
        return INDEX.get("refused")
                .valueStream()
                .map(vector -> Arguments.of(vector.get("name").asText(), vector));
    }

    @Test
    void thereAreExamples() {
        assertThat(INDEX.get("frames").size()).isGreaterThanOrEqualTo(17);
        assertThat(INDEX.get("refused").size()).isGreaterThanOrEqualTo(18);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void anExampleIsReadVerifiedAndWrittenToTheSameBytes(String name, JsonNode vector) throws Exception {
        byte[] bytes = bytes(vector);
        Frame frame = codec.decode(bytes);
        assertThat(frame.version()).isEqualTo(vector.get("version").asInt());
        assertThat(frame.node()).isEqualTo(vector.get("node").asLong());
        assertThat(frame.boot()).isEqualTo(vector.get("boot").asLong());
        assertThat(frame.sequence()).isEqualTo(vector.get("sequence").asLong());
        assertThat(frame.time())
                .isEqualTo(UnsignedTime.read(
                        Long.parseUnsignedLong(vector.get("timeMillis").asText())));
        assertThat(frame.body().kind()).isEqualTo(vector.get("kind").asLong());
        assertThat(authenticator.verifies(bytes)).isTrue();
        assertThat(bytesOfBodyAgree(vector, bytes)).isTrue();
        boolean hasUnknownKeys = name.equals("newer-minor-version");
        if (!hasUnknownKeys) {
            assertThat(codec.encode(frame, authenticator)).isEqualTo(bytes);
        }
        assertThat(frame.body() instanceof UnknownBody).isEqualTo(name.equals("unknown-kind"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aWrongFrameIsRefusedForItsReason(String name, JsonNode vector) throws Exception {
        byte[] bytes = bytes(vector);
        String reason = vector.get("reason").asText();
        if (reason.equals("mac")) {
            codec.decode(bytes);
            assertThat(authenticator.verifies(bytes)).as(name).isFalse();
        } else {
            assertThatExceptionOfType(FrameException.class)
                    .isThrownBy(() -> codec.decode(bytes))
                    .satisfies(refusal -> assertThat(refusal.fault().label()).isEqualTo(reason));
        }
    }

    /** The example's file and its hexadecimal text must say the same. */
    private static byte[] bytes(JsonNode vector) throws IOException {
        byte[] bytes = Files.readAllBytes(VECTORS.resolve(vector.get("file").asText()));
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(vector.get("hex").asText());
        return bytes;
    }

    private static boolean bytesOfBodyAgree(JsonNode vector, byte[] bytes) throws IOException {
        JsonNode body = new CBORMapper().readTree(bytes).get("6");
        JsonNode expected = vector.get("body");
        return body.size() == expected.size()
                && expected.propertyStream()
                        .filter(entry -> entry.getValue().isNumber())
                        .allMatch(entry -> body.get(entry.getKey()).asLong()
                                == entry.getValue().asLong());
    }

    private static JsonNode readIndex() {
        try {
            return new ObjectMapper().readTree(VECTORS.resolve("frames.json").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the contract's vectors are not in " + VECTORS, unreadable);
        }
    }
}
