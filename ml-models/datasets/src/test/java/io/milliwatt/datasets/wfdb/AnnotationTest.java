package io.milliwatt.datasets.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.datasets.ecg.EscapeBeats;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AnnotationTest {
    @Test
    void everyNumberAndMnemonicNamesOneCode() {
        assertThat(AnnotationCode.values()).hasSize(50).allSatisfy(code -> {
            assertThat(AnnotationCode.of(code.number())).contains(code);
            assertThat(AnnotationCode.ofMnemonic(code.mnemonic())).contains(code);
            assertThat(code.description()).isNotBlank();
        });
        assertThat(AnnotationCode.of(-1)).isEmpty();
        assertThat(AnnotationCode.of(50)).isEmpty();
        assertThat(AnnotationCode.ofMnemonic("")).isEmpty();
    }

    /** The beat annotations listed at physionet.org/physiobank/annotations.shtml. */
    @Test
    void beatsAreThoseOfPhysioNetsListAndAllOfThemHaveAClass() {
        String beats = Arrays.stream(AnnotationCode.values())
                .filter(AnnotationCode::isBeat)
                .map(AnnotationCode::mnemonic)
                .sorted()
                .collect(Collectors.joining());
        assertThat(beats).isEqualTo("/?ABEFJLNQRSVaefjnr");
        assertThat(AnnotationCode.values()).allSatisfy(code -> {
            assertThat(EscapeBeats.NORMAL.classOf(code).isPresent()).isEqualTo(code.isBeat());
            assertThat(EscapeBeats.SUPRAVENTRICULAR.classOf(code).isPresent()).isEqualTo(code.isBeat());
        });
    }

    @Test
    void whatNoFileCanHoldIsRefused() {
        AnnotationCode code = AnnotationCode.COMMENT;
        assertThatThrownBy(() -> new Annotation(0, code, 512, 0, 0, "")).hasMessageContaining("not 512");
        assertThatThrownBy(() -> new Annotation(0, code, 0, -1, 0, "")).hasMessageContaining("not -1");
        assertThatThrownBy(() -> new Annotation(0, code, 0, 0, -513, "")).hasMessageContaining("-513");
        assertThatThrownBy(() -> new Annotation(0, code, 0, 0, 0, "x".repeat(256)))
                .hasMessageContaining("256 characters");
        assertThatThrownBy(() -> new Annotation(0, code, 0, 0, 0, "λ")).hasMessageContaining("ISO 8859-1");
        assertThatThrownBy(() -> new Annotation(0, code, 0, 0, 0, "(N\0")).hasMessageContaining("NUL");
    }
}
