package io.milliwatt.telemetry.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.telemetry.FrameExamples;
import io.milliwatt.telemetry.ModelOffer;
import io.milliwatt.telemetry.Octets;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.milliwatt.telemetry.encoding.FragmentCodec.Fragment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class FragmentCodecTest {
    private static final Path VECTORS = Path.of("../../device-firmware/contract/vectors/frames.json");
    private static final int BUNDLE_BYTES = 1003;
    private final byte[] bundle = new byte[BUNDLE_BYTES];
    private final ModelOffer offer = offer(77);
    private final FragmentCodec codec = new FragmentCodec(FrameExamples.authenticator());

    FragmentCodecTest() {
        new Random(20_261_123).nextBytes(bundle);
    }

    @Test
    void theFragmentsOfABundleAreTheBundle() {
        byte[] joined = new byte[offer.fragments() * offer.fragmentBytes()];
        for (int index = 0; index < offer.fragments(); index++) {
            byte[] message = codec.encode(offer, bundle, index);
            assertThat(message).hasSize(51).startsWith(1);
            Fragment fragment = codec.decode(offer, message).orElseThrow();
            assertThat(fragment.index()).isEqualTo(index);
            System.arraycopy(
                    fragment.data().toByteArray(), 0, joined, index * offer.fragmentBytes(), offer.fragmentBytes());
        }
        assertThat(Arrays.copyOf(joined, BUNDLE_BYTES)).isEqualTo(bundle);
        assertThat(Arrays.copyOfRange(joined, BUNDLE_BYTES, joined.length)).containsOnly(0xFF);
    }

    /** The covered bytes are put together here by hand after frame.md, not by the codec under test. */
    @Test
    void theMacCoversPurposeUpdateDigestIndexAndData() throws Exception {
        byte[] message = codec.encode(offer, bundle, 2);
        String covered = HexFormat.of().formatHex("mw fragment".getBytes("US-ASCII")) + "4d000000" + "05".repeat(32)
                + "0200" + HexFormat.of().formatHex(bundle, 80, 120);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(FrameExamples.key().toByteArray(), "HmacSHA256"));
        byte[] tag = Arrays.copyOf(mac.doFinal(HexFormat.of().parseHex(covered)), 8);
        assertThat(Arrays.copyOfRange(message, 43, 51)).isEqualTo(tag);
    }

    @Test
    void theContractsExamplesAreReadAlike() throws Exception {
        JsonNode examples = new ObjectMapper().readTree(VECTORS.toFile());
        NodeKey key = NodeKey.of(HexFormat.of().parseHex(examples.get("keyHex").asText()));
        FragmentCodec ofTheContract = new FragmentCodec(new FrameAuthenticator(key));
        assertThat(examples.get("fragments").size()).isGreaterThanOrEqualTo(2);
        for (JsonNode example : examples.get("fragments")) {
            Octets digest = Octets.of(
                    HexFormat.of().parseHex(example.get("bundleDigestHex").asText()));
            byte[] data = HexFormat.of().parseHex(example.get("dataHex").asText());
            ModelOffer offered = new ModelOffer(example.get("updateId").asLong(), 42, 4, 3100, digest, data.length, 20);
            byte[] message = HexFormat.of().parseHex(example.get("hex").asText());
            assertThat(ofTheContract.decode(offered, message))
                    .contains(new Fragment(example.get("index").asInt(), Octets.of(data)));
        }
    }

    @Test
    void aChangedFragmentOrOneOfAnotherUpdateIsNotTaken() {
        byte[] message = codec.encode(offer, bundle, 0);
        for (int position = 0; position < message.length; position++) {
            byte[] changed = message.clone();
            changed[position] ^= 1;
            assertThat(codec.decode(offer, changed)).as("byte %d", position).isEmpty();
        }
        assertThat(codec.decode(offer(78), message)).isEmpty();
        assertThat(codec.decode(offer, Arrays.copyOf(message, 50))).isEmpty();
    }

    @Test
    void aFragmentBeyondTheBundleIsNotMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.encode(offer, bundle, offer.fragments()))
                .withMessageContaining("fragment 26 of 26");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.encode(offer, new byte[1], 0))
                .withMessageContaining("1003 were offered");
    }

    private static ModelOffer offer(long updateId) {
        byte[] digest = new byte[32];
        Arrays.fill(digest, (byte) 5);
        return new ModelOffer(updateId, 1, 2, BUNDLE_BYTES, Octets.of(digest), 40, 10);
    }
}
