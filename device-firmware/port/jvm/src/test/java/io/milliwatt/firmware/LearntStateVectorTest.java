package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.learning.BaselineLearning;
import io.milliwatt.runtime.learning.LearningState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Learnt states written once and kept: every later release must learn the same from the same windows, in Java and in C
 * ({@code tests/learning_test.c} draws the same windows), and must read them. A file that is missing is written.
 */
class LearntStateVectorTest {

    private static final Path VECTORS = Path.of("../../contract/vectors");
    private static final int WINDOWS = 25;

    private int noiseState = 1;

    @ParameterizedTest
    @ValueSource(strings = {"kmeans", "gaussian"})
    void aGoldenStateIsStillLearntFromItsWindowsAndReadBack(String kind) throws IOException {
        Bundle bundle = Bundle.parse(Files.readAllBytes(VECTORS.resolve("bundle-" + kind + "-learning-1.0.mwm")));
        BaselineLearning learning = bundle.beginLearning().orElseThrow();
        for (int window = 0; window < WINDOWS; window++) {
            boolean works = noise(2) == 1;
            short first = (short) ((works ? 1000 : 100) + noise(21));
            short second = (short) ((works ? 260 : 310) + noise(41));
            learning.window(new short[] {first, second}, 0);
        }
        byte[] state = LearningState.write(learning);
        Path file = VECTORS.resolve("learnt-" + kind + "-1.0.bin");
        if (Files.notExists(file)) {
            Files.write(file, state);
            throw new AssertionError(file + " was missing and has been written; commit it and run again.");
        }
        assertThat(state).isEqualTo(Files.readAllBytes(file));
        BaselineLearning read = bundle.beginLearning().orElseThrow();
        LearningState.read(read, state);
        assertThat(LearningState.write(read)).isEqualTo(state);
    }

    private int noise(int range) {
        noiseState = noiseState * 1664525 + 1013904223;
        return (noiseState >>> 16) % range;
    }
}
