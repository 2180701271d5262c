package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.bundle.BundleWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bundles written once and kept: they must load in every later release, in Java and in C, and the writer must still give
 * the same bytes. A file that is missing is written, so a new golden bundle is a new name here; run the test twice then.
 */
class GoldenBundlesTest {

    private static final Path VECTORS = Path.of("../../contract/vectors");

    record Golden(String name, BundleWriter writer) {
        Path file() {
            return VECTORS.resolve("bundle-" + name + ".mwm");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Golden> bundles() {
        Random random = new Random(20261123);
        return Stream.of(
                new Golden("race-lines-1.0", SmallBundles.raceLines()),
                new Golden("forest-1.0", SmallBundles.highestScore(new RandomModel(random, 5, 3).forest(), random)),
                new Golden(
                        "linear-1.0",
                        SmallBundles.highestScore(new RandomModel(random, 3, 4).linear(), random)
                                .withAntiRollbackCounter(3)),
                new Golden("centroid-1.0", SmallBundles.highestScore(new RandomModel(random, 6, 2).centroid(), random)),
                sharedForest(new Random(20261124)),
                sparseNetwork(new Random(20261125)),
                new Golden("kmeans-learning-1.0", SmallBundles.learningKMeans()),
                new Golden("gaussian-learning-1.0", SmallBundles.learningGaussian()),
                new Golden("heart-1.0", HeartBundles.atRate(250)),
                new Golden("soil-1.0", SoilBundles.drying()));
    }

    private static Golden sparseNetwork(Random random) {
        return new Golden("sparse-network-1.0", SmallBundles.ofNetwork(new RandomNetwork(random).sparse(), random));
    }

    private static Golden sharedForest(Random random) {
        return new Golden(
                "shared-forest-1.0", SmallBundles.highestScore(new RandomModel(random, 5, 3).sharedForest(), random));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aGoldenBundleIsStillWrittenTheSameAndLoadsInBothLanguages(Golden golden) throws IOException {
        byte[] written = golden.writer().unsigned();
        if (Files.notExists(golden.file())) {
            Files.write(golden.file(), written);
            throw new AssertionError(golden.file() + " was missing and has been written; commit it and run again.");
        }
        byte[] kept = Files.readAllBytes(golden.file());
        assertThat(written).isEqualTo(kept);
        Bundle bundle = Bundle.parse(kept);
        try (NativeModel model = new NativeModel(kept)) {
            assertThat(model.inputs()).isEqualTo(bundle.model().model().inputs());
            assertThat(model.classes()).isEqualTo(bundle.model().model().classes());
        }
    }
}
