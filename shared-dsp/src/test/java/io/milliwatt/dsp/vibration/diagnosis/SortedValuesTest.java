package io.milliwatt.dsp.vibration.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SortedValuesTest {

    @Test
    void aMovingWindowHasTheMedianOfItsSortedCopy() {
        Random random = new Random(12);
        double[] values =
                random.ints(600, 0, 40).mapToDouble(value -> value / 8.0 - 1).toArray();
        values[17] = -0.0;
        values[300] = Double.POSITIVE_INFINITY;
        for (int width : new int[] {1, 2, 7, 64}) {
            SortedValues window = new SortedValues(width);
            for (int end = 1; end <= values.length; end++) {
                if (end > width) {
                    window.remove(values[end - width - 1]);
                }
                window.add(values[end - 1]);
                double[] copy = Arrays.copyOfRange(values, Math.max(0, end - width), end);
                Arrays.sort(copy);
                assertThat(window.median()).isEqualTo(copy[copy.length / 2]);
            }
        }
    }

    @Test
    void onlyWhatIsThereCanBeTakenOut() {
        SortedValues window = new SortedValues(3);
        window.add(1);
        assertThatThrownBy(() -> window.remove(2)).hasMessageContaining("2.0 is not among the 1 values");
    }
}
