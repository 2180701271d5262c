package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.bundle.BundleWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Networks whose self-test vectors come from {@code contract/vectors/generate_networks.py}, an interpreter of its own: Java and C check
 * them when they load the bundle.
 */
class NetworkVectorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"dense", "softmax", "convolutions", "wide", "array"})
    void javaAndTheFirmwareGiveTheAnswersOfTheIndependentInterpreter(String name) throws IOException {
        Path path = Path.of("../../contract/vectors/bundle-network-" + name + "-1.0.mwm");
        byte[] file = Files.readAllBytes(path);
        Bundle bundle = Bundle.parse(file);
        assertThat(bundle.vectors()).hasSize(24);
        try (NativeModel firmware = new NativeModel(file)) {
            assertThat(firmware.classes()).isEqualTo(bundle.model().model().classes());
        }
        BundleWriter again = new BundleWriter(
                bundle.identity(),
                bundle.model(),
                bundle.recipe(),
                bundle.labels(),
                bundle.decision(),
                bundle.vectors());
        assertThat(again.unsigned()).isEqualTo(file);
    }
}
