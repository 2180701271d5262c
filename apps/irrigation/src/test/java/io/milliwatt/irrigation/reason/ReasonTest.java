package io.milliwatt.irrigation.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonTest {

    @Test
    void numbersAndTextsComeIntoTheSentence() {
        assertThat(Reason.of(ReasonCode.DEPLETION_BEYOND_REFILL)
                        .with("depletionMillimetres", 35.4)
                        .with("refillMillimetres", 34)
                        .sentence())
                .isEqualTo("The depletion is 35.4 mm, beyond the refill line of 34 mm.");
        assertThat(Reason.of(ReasonCode.BLACKOUT)
                        .with("from", "22:00")
                        .with("until", "06:00")
                        .with("why", "peak {tariff} $1")
                        .sentence())
                .isEqualTo("Nothing may run from 22:00 to 06:00: peak {tariff} $1.");
    }

    @Test
    void whatIsNotKnownIsLeftOutAndShownAsADash() {
        assertThat(Reason.of(ReasonCode.CROP_USE).sentence()).isEqualTo("The crop uses – mm a day.");
        assertThatThrownBy(() -> Reason.of(ReasonCode.CROP_USE).with("millimetresPerDay", Double.NaN))
                .hasMessageContaining("millimetresPerDay of crop-use is NaN");
    }

    @ParameterizedTest
    @EnumSource(ReasonCode.class)
    void everyCodeHasAWholeSentence(ReasonCode code) {
        assertThat(Reason.of(code).sentence()).doesNotContain("{", "}").matches("(?s)[\\p{Lu}–\\d].*(\\.|: –)");
        assertThat(ReasonCode.fromLabel(code.label())).isEqualTo(code);
    }
}
