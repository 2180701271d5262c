package io.milliwatt.telemetry.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.SoilReading;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompactReadingTest {
    private static final Path VECTORS = Path.of("../../device-firmware/contract/vectors");
    private static final JsonNode INDEX = readIndex();
    private static final FrameAuthenticator KEY = new FrameAuthenticator(
            NodeKey.of(HexFormat.of().parseHex(INDEX.get("keyHex").asText())));

    static Stream<Arguments> vectors() {
        return INDEX.get("compact")
                .valueStream()
                .map(each -> Arguments.of(each.get("name").asText(), each));
    }

    private static JsonNode readIndex() {
        try {
            return new ObjectMapper().readTree(VECTORS.resolve("frames.json").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the contract's vectors are not in " + VECTORS, unreadable);
        }
    }

    private static byte[] bytes(JsonNode vector) throws IOException {
        byte[] bytes = Files.readAllBytes(VECTORS.resolve(vector.get("file").asText()));
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(vector.get("hex").asText());
        return bytes;
    }

    private static FrameIdentity identity(JsonNode vector) {
        return new FrameIdentity(
                vector.get("node").asLong(),
                vector.get("boot").asLong(),
                vector.get("sequence").asLong());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void anExampleIsReadAndVerified(String name, JsonNode vector) throws IOException {
        CompactReading compact = CompactReading.of(bytes(vector)).orElseThrow();
        FrameIdentity identity = identity(vector);
        assertThat(compact.isOf(identity, KEY)).isTrue();
        assertThat(compact.lowBoot()).isEqualTo(identity.boot() % 4);
        assertThat(compact.lowSequence()).isEqualTo(identity.sequence() % 256);
        JsonNode water = vector.get("water");
        SoilReading reading = compact.at(LongStream.rangeClosed(1, water.size())
                .map(depth -> 100 * depth)
                .boxed()
                .toList());
        for (int depth = 0; depth < water.size(); depth++) {
            SoilReading.AtDepth told = reading.depths().get(depth);
            assertThat(told.waterContentPermille())
                    .isEqualTo(
                            water.get(depth).isNull()
                                    ? OptionalLong.empty()
                                    : OptionalLong.of(water.get(depth).asLong()));
            assertThat(told.qualityFlags() != 0)
                    .isEqualTo(vector.get("quality").get(depth).asLong() != 0);
        }
        JsonNode tenths = vector.get("refillTenthsDay");
        assertThat(reading.daysToRefillTenths().isPresent()).isEqualTo(!tenths.isNull());
        assertThat(reading.need().isPresent()).isEqualTo(!tenths.isNull() && tenths.asLong() == 0);
    }

    @Test
    void whatTheFormRoundsIsRoundedAsTheContractSays() throws IOException {
        SoilReading reading = CompactReading.of(bytes(INDEX.get("compact").get(0)))
                .orElseThrow()
                .at(List.of(100L, 200L, 300L));
        assertThat(reading.batteryMillivolts()).hasValue(2_950);
        assertThat(reading.daysToRefillTenths()).hasValue(50);
        assertThat(reading.qualityFlags()).hasValue(0);
    }

    @Test
    void otherCountersAnotherNodeAndAChangedBitAreNotGenuine() throws IOException {
        byte[] bytes = bytes(INDEX.get("compact").get(0));
        FrameIdentity right = identity(INDEX.get("compact").get(0));
        CompactReading compact = CompactReading.of(bytes).orElseThrow();
        assertThat(compact.isOf(new FrameIdentity(right.node(), right.boot(), right.sequence() + 256), KEY))
                .isFalse();
        assertThat(compact.isOf(new FrameIdentity(right.node(), right.boot() + 4, right.sequence()), KEY))
                .isFalse();
        assertThat(compact.isOf(new FrameIdentity(right.node() + 1, right.boot(), right.sequence()), KEY))
                .isFalse();
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(CompactReading.of(changed).orElseThrow().isOf(right, KEY))
                    .isFalse();
        }
    }

    @Test
    void onlyElevenBytesAreOneAndOnlyUpToThreeDepthsHaveOne() throws IOException {
        assertThat(CompactReading.of(new byte[10])).isEmpty();
        assertThat(CompactReading.of(new byte[12])).isEmpty();
        CompactReading compact = CompactReading.of(new byte[11]).orElseThrow();
        assertThatIllegalArgumentException().isThrownBy(() -> compact.at(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> compact.at(List.of(1L, 2L, 3L, 4L)));
    }
}
