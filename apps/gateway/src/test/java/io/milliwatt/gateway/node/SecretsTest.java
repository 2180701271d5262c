package io.milliwatt.gateway.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.milliwatt.telemetry.authentication.NodeKey;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** From Python: {@code hashlib.pbkdf2_hmac("sha256", b"open sesame", bytes(range(16)), 4096)}, Base64. */
    private static final String FROM_PYTHON =
            "pbkdf2-sha256$4096$AAECAwQFBgcICQoLDA0ODw==$Vbnd6dXqoectOVX1DaFdzt/eT9VemFFrpNeD0f2gRQg=";

    @Test
    void aHashMadeElsewhereIsUnderstood() {
        PasswordHash hash = new PasswordHash(FROM_PYTHON);
        assertThat(hash.matches("open sesame")).isTrue();
        assertThat(hash.matches("open Sesame")).isFalse();
        assertThat(hash.matches("")).isFalse();
    }

    @Test
    void theSamePasswordHashesDifferentlyEachTimeAndShowsNothing() {
        PasswordHash first = PasswordHash.of("secret", RANDOM);
        assertThat(first.text()).isNotEqualTo(PasswordHash.of("secret", RANDOM).text());
        assertThat(first.matches("secret")).isTrue();
        assertThat(first.toString()).doesNotContain(first.text());
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordHash("plain"));
    }

    @Test
    void aSealedKeyOpensOnlyForItsNodeAndRegistryKey() {
        KeySeal seal = new KeySeal(new byte[32], RANDOM);
        NodeKey key = NodeKey.random(RANDOM);
        byte[] sealed = seal.seal(7, key);
        assertThat(seal.open(7, sealed).toByteArray()).isEqualTo(key.toByteArray());
        assertThatIllegalStateException().isThrownBy(() -> seal.open(8, sealed));
        byte[] otherKey = new byte[32];
        otherKey[31] = 1;
        assertThatIllegalStateException()
                .isThrownBy(() -> new KeySeal(otherKey, RANDOM).open(7, sealed))
                .withMessageContaining("MILLIWATT_REGISTRY_KEY");
        sealed[20] ^= 1;
        assertThatIllegalStateException().isThrownBy(() -> seal.open(7, sealed));
    }

    @Test
    void aRegistryKeyHasThirtyTwoBytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeySeal(new byte[16], RANDOM));
    }
}
