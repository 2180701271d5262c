package io.milliwatt.telemetry.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.milliwatt.telemetry.FrameExamples;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FrameAuthenticatorTest {
    /**
     * RFC 4231 gives no case with a 32-byte key, so Python's hmac stands in:
     * {@code hmac.new(bytes(range(32)), b"milliwatt", "sha256").hexdigest()[:16]}.
     */
    @Test
    void theTagIsTheFirstEightBytesOfHmacSha256() {
        byte[] message = "milliwatt".getBytes(StandardCharsets.US_ASCII);
        byte[] tag = FrameExamples.authenticator().tag(message, message.length);
        assertThat(HexFormat.of().formatHex(tag)).isEqualTo("a5e3a7d48e192b6c");
    }

    @Test
    void anotherKeyDoesNotVerify() {
        byte[] message = new byte[40];
        byte[] tag = FrameExamples.authenticator().tag(message, 31);
        message[31] = 0x48;
        System.arraycopy(tag, 0, message, 32, 8);
        assertThat(FrameExamples.authenticator().verifies(message)).isTrue();
        assertThat(new FrameAuthenticator(NodeKey.of(new byte[32])).verifies(message))
                .isFalse();
    }

    @Test
    void bytesTooShortForATagDoNotVerify() {
        for (int length = 0; length <= FrameAuthenticator.TRAILER_BYTES; length++) {
            assertThat(FrameExamples.authenticator().verifies(new byte[length])).isFalse();
        }
    }

    @Test
    void aKeyIsThirtyTwoBytesAndHidesThem() {
        assertThatIllegalArgumentException().isThrownBy(() -> NodeKey.of(new byte[31]));
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) 0x5A);
        assertThat(NodeKey.of(bytes).toString()).doesNotContainIgnoringCase("5a");
        assertThat(NodeKey.of(bytes).toByteArray()).isEqualTo(bytes);
    }
}
