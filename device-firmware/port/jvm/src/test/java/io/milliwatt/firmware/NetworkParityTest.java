package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.model.NetworkModel;
import io.milliwatt.runtime.model.network.Network;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Networks: Java and C give the same bits over random operators, shapes, weights, scales and inputs. */
class NetworkParityTest {

    private static final int NETWORKS = 4_000;
    private static final int VECTORS_PER_NETWORK = 60;

    @Test
    void javaAndTheFirmwareRunNetworksAlike() {
        Random random = new Random(20261126);
        RandomNetwork networks = new RandomNetwork(random);
        Set<Class<?>> operators = new HashSet<>();
        int different = 0;
        for (int trial = 0; trial < NETWORKS; trial++) {
            Network network = networks.next(trial % 3 == 0 ? 400 : 64);
            network.operators().forEach(operator -> operators.add(operator.getClass()));
            byte[] file = SmallBundles.ofNetwork(network, random).unsigned();
            Bundle bundle = Bundle.parse(file);
            assertThat(bundle.model().model()).isEqualTo(new NetworkModel(network));
            RandomModel inputs = new RandomModel(random, network.inputs(), network.classes());
            try (NativeModel firmware = new NativeModel(file)) {
                Set<String> seen = new HashSet<>();
                for (int index = 0; index < VECTORS_PER_NETWORK; index++) {
                    short[] vector = inputs.vector();
                    short[] expected = bundle.model().model().score(vector);
                    short[] found = firmware.score(vector);
                    if (!Arrays.equals(expected, found)) {
                        throw new AssertionError("Network " + trial + " " + network + " gives "
                                + Arrays.toString(expected) + " in Java, " + Arrays.toString(found) + " in C for "
                                + Arrays.toString(vector));
                    }
                    seen.add(Arrays.toString(found));
                }
                different += seen.size();
            }
        }
        assertThat(operators).hasSize(9);
        // Were most networks constant, agreement would mean little.
        assertThat(different).isGreaterThan(NETWORKS * VECTORS_PER_NETWORK / 4);
    }
}
