package io.milliwatt.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void ranksAreTheNearestOnesWhateverTheOrder() {
        List<Double> oneToHundred = IntStream.rangeClosed(1, 100)
                .mapToObj(value -> (double) (101 - value))
                .toList();

        Latencies latencies = Latencies.of(oneToHundred);

        assertThat(latencies).isEqualTo(new Latencies(100, 50, 95, 99, 100));
    }

    @Test
    void aSingleOneIsEveryRank() {
        assertThat(Latencies.of(List.of(7.0))).isEqualTo(new Latencies(1, 7, 7, 7, 7));
    }

    @Test
    void nothingCannotBeSummarized() {
        assertThatThrownBy(() -> Latencies.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
