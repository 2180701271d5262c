package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.learning.BaselineLearning;
import io.milliwatt.runtime.learning.LearningPhase;
import io.milliwatt.runtime.learning.LearningState;
import io.milliwatt.runtime.model.Model;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java and C must learn the same from the same windows: the states are compared as bytes, the learnt models by score. */
class LearningParityTest {

    private static final int NOT_OF_THIS_MODEL = -6;
    private static final int RULES_PER_SIZE = 30;
    private static final int WINDOWS = 500;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void javaAndTheFirmwareLearnAlikeThroughRestartsFreezesAndNewBeginnings(boolean kMeans) {
        Random random = new Random(kMeans ? 51 : 61);
        int learnt = 0;
        int followed = 0;
        for (int inputs : RandomLearning.sizes()) {
            for (int trial = 0; trial < RULES_PER_SIZE; trial++) {
                Followed end = followOneMachine(random, new RandomLearning(random, kMeans, inputs));
                learnt += end.learnt ? 1 : 0;
                followed += end.moved ? 1 : 0;
            }
        }
        // The test means something only if most rules come to an end and some go on from there.
        assertThat(learnt).isGreaterThan(RandomLearning.sizes().size() * RULES_PER_SIZE * 2 / 3);
        assertThat(followed).isGreaterThan(RULES_PER_SIZE);
    }

    private record Followed(boolean learnt, boolean moved) {}

    private static Followed followOneMachine(Random random, RandomLearning machine) {
        byte[] file = machine.bundle().unsigned();
        Bundle bundle = Bundle.parse(file);
        BaselineLearning java = bundle.beginLearning().orElseThrow();
        NativeLearning firmware = new NativeLearning(file);
        boolean learnt = false;
        boolean moved = false;
        for (int window = 0; window < WINDOWS; window++) {
            switch (random.nextInt(200)) {
                case 0 -> {
                    java.freeze();
                    firmware.freeze();
                }
                case 1 -> {
                    java.restart();
                    firmware.restart();
                }
                case 2, 3, 4 -> {
                    byte[] state = firmware.state();
                    firmware.close();
                    firmware = new NativeLearning(file);
                    assertThat(firmware.read(state)).isZero();
                    java = bundle.beginLearning().orElseThrow();
                    LearningState.read(java, state);
                }
                default -> {}
            }
            short[] inputs = machine.window();
            int quality = random.nextInt(10) == 0 ? random.nextInt(64) : 0;
            byte[] before = LearningState.write(java);
            boolean became = java.window(inputs, quality);
            assertThat(firmware.window(inputs, quality)).isEqualTo(became);
            assertThat(firmware.state()).isEqualTo(LearningState.write(java));
            learnt |= became;
            moved |= java.phase() == LearningPhase.FOLLOWING
                    && !became
                    && !Arrays.equals(before, LearningState.write(java));
            scoresAlike(java.model(), firmware, machine.window());
        }
        firmware.close();
        return new Followed(learnt, moved);
    }

    private static void scoresAlike(Optional<Model> model, NativeLearning firmware, short[] inputs) {
        if (model.isPresent()) {
            assertThat(firmware.score(inputs)).isEqualTo(model.get().score(inputs));
        } else {
            assertThatThrownBy(() -> firmware.score(inputs)).isInstanceOf(FirmwareException.class);
        }
    }

    @Test
    void aStateOfAnotherModelOrCutOrOfAnImpossiblePhaseIsRefusedAndChangesNothing() {
        Random random = new Random(7);
        RandomLearning machine = new RandomLearning(random, true, 5);
        byte[] file = machine.bundle().unsigned();
        try (NativeLearning firmware = new NativeLearning(file)) {
            for (int window = 0; window < 30; window++) {
                firmware.window(machine.window(), 0);
            }
            byte[] state = firmware.state();
            for (int length = 0; length < state.length; length++) {
                assertThat(firmware.read(Arrays.copyOf(state, length))).isEqualTo(NOT_OF_THIS_MODEL);
            }
            for (int offset : new int[] {0, 2, 3, 4, 8, 19}) {
                byte[] other = state.clone();
                other[offset] ^= 1;
                assertThat(firmware.read(other)).isEqualTo(NOT_OF_THIS_MODEL);
            }
            byte[] impossible = state.clone();
            impossible[1] = 5;
            assertThat(firmware.read(impossible)).isEqualTo(NOT_OF_THIS_MODEL);
            assertThat(firmware.state()).isEqualTo(state);
            assertThat(firmware.read(state)).isZero();
        }
    }
}
