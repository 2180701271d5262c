package io.milliwatt.dsp.fixedpoint.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecipeTest {

    private static final byte[] VIBRATION = VibrationRecipeDesign.recipe().toBytes();

    @Test
    void bytesAndRecipeAreTheSameThing() {
        Recipe read = Recipe.parse(VIBRATION);
        assertThat(read).isEqualTo(VibrationRecipeDesign.recipe());
        assertThat(read.toBytes()).isEqualTo(VIBRATION);
    }

    @Test
    void everyTruncationIsRefused() {
        for (int length = 0; length < VIBRATION.length; length++) {
            byte[] cut = Arrays.copyOf(VIBRATION, length);
            assertThatThrownBy(() -> Recipe.parse(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** What is accepted has one form only, so a digest never stands for two different byte strings of equal meaning. */
    @Test
    void aDamagedByteIsRefusedOrKeptAsItIs() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = VIBRATION.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                assertThat(Recipe.parse(damaged).toBytes()).isEqualTo(damaged);
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).endsWith(".");
            }
        }
    }

    @Test
    void aStepCannotReadALaterOne() {
        assertThatThrownBy(() -> recipe(100, new Step.Energy(2), new Step.MeanRemoval(3, 0)))
                .hasMessageContaining("input of step 1 is 2");
    }

    @Test
    void aSpectrumCannotFeedAFilter() {
        assertThatThrownBy(
                        () -> recipe(64, new Step.LogSpectrum(0, 64, 0), new Step.Square(1, 0), new Step.ShaftSpeed()))
                .hasMessageContaining("Step 2 cannot read step 1");
    }

    @Test
    void aWindowLongerThanItsSpectrumIsRefused() {
        assertThatThrownBy(() -> recipe(65, new Step.LogSpectrum(0, 64, 0))).hasMessageContaining("Step 1");
    }

    @Test
    void aWindowThatTheDecimationDoesNotDivideIsRefused() {
        Step fir = new Step.DecimatingFir(0, 8, 0, List.of((short) 1));
        assertThatThrownBy(() -> recipe(100, fir, new Step.ShaftSpeed())).hasMessageContaining("multiple");
    }

    @Test
    void coefficientsWithoutHeadroomAreRefused() {
        int large = Integer.MAX_VALUE;
        assertThatThrownBy(() -> new Step.Section(large, large, 2, 0, 0)).hasMessageContaining("less than 8.0");
        assertThat(new Step.Section(large, large, 1, 0, 0).b2()).isEqualTo(1);
    }

    private static Recipe recipe(int windowLength, Step... steps) {
        Output output = new Output("value", "", 1, steps.length, 0, false, 1, 0);
        return new Recipe(9, 1, SampleUnit.MILLIVOLT, 0, 1_000_000, windowLength, List.of(steps), List.of(output));
    }
}
