package io.milliwatt.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateFramesTest {
    @Test
    void theBitmapNamesTheMissingFragmentsFromItsLowestBit() {
        assertThat(missing(20, 3, "0501").indices()).containsExactly(3, 5, 11);
        assertThat(missing(20, 3, "").indices()).isEmpty();
    }

    @Test
    void bitsBeyondTheLastFragmentAreLeftOut() {
        assertThat(missing(10, 8, "ff").indices()).containsExactly(8, 9);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100, 32, 40, update id",
        "1, 0, 32, 40, number of bundle bytes",
        "1, 100, 31, 40, 31 bytes",
        "1, 100, 32, 0, multiple of 8",
        "1, 100, 32, 44, multiple of 8",
        "1, 100, 32, 1032, multiple of 8",
        "1, 524289, 32, 8, larger fragments"
    })
    void anOfferThatNoNodeCouldTakeIsNotMade(long id, long bytes, int digestBytes, int fragment, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelOffer(id, 1, 1, bytes, Octets.of(new byte[digestBytes]), fragment, 10))
                .withMessageContaining(named);
    }

    @Test
    void aBundleMakesAsManyFragmentsAsItFills() {
        assertThat(IntStream.of(39, 40, 41).map(bytes -> offer(bytes).fragments()))
                .containsExactly(1, 1, 2);
    }

    @Test
    void everyReasonIsFoundByItsNumberAndUnknownOnesAreNot() {
        for (UpdateReason reason : UpdateReason.values()) {
            assertThat(UpdateReason.fromNumber(reason.number())).contains(reason);
            assertThat(reason.sentence()).isNotBlank().doesNotEndWith(".");
        }
        assertThat(UpdateReason.fromNumber(15)).isEmpty();
        assertThat(UpdateReason.fromNumber(9)).contains(UpdateReason.TRIAL_FAILED);
        assertThat(UpdateReason.fromNumber(14)).contains(UpdateReason.OTHER_DIGEST);
    }

    private static ModelOffer offer(int bytes) {
        return new ModelOffer(1, 1, 1, bytes, Octets.of(new byte[32]), 40, 10);
    }

    private static MissingFragments missing(int fragments, int first, String bitmap) {
        return new MissingFragments(
                1, fragments, first, Octets.of(HexFormat.of().parseHex(bitmap)));
    }
}
