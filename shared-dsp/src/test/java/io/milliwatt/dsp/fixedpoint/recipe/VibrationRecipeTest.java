package io.milliwatt.dsp.fixedpoint.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class VibrationRecipeTest {

    /** Nodes and bundles name the recipe by this digest: if it changes, this is no longer version 1. */
    @Test
    void theReleasedBytesAreFrozen() {
        assertThat(HexFormat.of().formatHex(Recipes.vibration().digest())).isEqualTo("c7fb3aa81af9bc77");
    }

    @Test
    void theReleasedNumbersAreTheDesignedOnes() {
        assertThat(Recipes.vibration()).isEqualTo(VibrationRecipeDesign.recipe());
    }

    @Test
    void modelsFindTheirFeaturesByName() {
        assertThat(Recipes.vibration().outputs())
                .extracting(Output::name)
                .containsExactly(
                        "velocityRms",
                        "accelerationRms",
                        "peak",
                        "kurtosis",
                        "crest",
                        "lineInner",
                        "lineBall",
                        "lineOuter",
                        "anomaly",
                        "shaftSpeed");
        assertThat(Recipes.vibration().indexOf("lineInner")).isEqualTo(5);
    }

    /** Design figure: the whole chain within 16 kB of RAM; the model and the frame ring need their share. */
    @Test
    void itsStateLeavesRoomOnASmallNode() {
        assertThat(Recipes.vibration().stateBytes()).isLessThanOrEqualTo(10_240);
    }
}
