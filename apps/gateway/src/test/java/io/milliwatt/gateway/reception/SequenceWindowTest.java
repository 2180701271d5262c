package io.milliwatt.gateway.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceWindowTest {
    private static final int WIDTH = SequenceWindow.WIDTH;

    @Test
    void aFreshWindowContainsNothing() {
        SequenceWindow window = new SequenceWindow();
        assertThat(window.contains(0)).isFalse();
        assertThat(window.isBelow(0)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 63, 64, 65, WIDTH - 1, WIDTH, WIDTH + 1, 0xFFFF_FFFFL})
    void whatWasAddedIsContainedAndItsNeighboursAreNot(long sequence) {
        SequenceWindow window = new SequenceWindow();
        window.add(sequence);
        assertThat(window.contains(sequence)).isTrue();
        assertThat(window.contains(sequence + 1)).isFalse();
        assertThat(sequence > 0 && window.contains(sequence - 1)).isFalse();
    }

    @Test
    void exactlyTheNewestWidthIsInside() {
        SequenceWindow window = new SequenceWindow();
        window.add(10_000);
        assertThat(window.isBelow(10_000 - WIDTH)).isTrue();
        assertThat(window.isBelow(10_000 - WIDTH + 1)).isFalse();
        window.add(10_000 - WIDTH);
        assertThat(window.contains(10_000 - WIDTH)).isFalse();
    }

    /** Against a plain set: random walks with jumps, late arrivals and repeats. */
    @Test
    void itAgreesWithASetOfAllSequences() {
        Random random = new Random(42);
        SequenceWindow window = new SequenceWindow();
        Set<Long> all = new HashSet<>();
        long next = 0;
        for (int step = 0; step < 100_000; step++) {
            next += random.nextInt(1000) == 0 ? random.nextInt(3 * WIDTH) : random.nextInt(3);
            long sequence = Math.max(0, next - (random.nextInt(4) == 0 ? random.nextInt(WIDTH) : 0));
            if (!window.isBelow(sequence)) {
                assertThat(window.contains(sequence)).isEqualTo(all.contains(sequence));
                window.add(sequence);
                all.add(sequence);
            }
            if (step % 10_000 == 0) {
                window = SequenceWindow.restore(window.highest(), window.bits());
            }
        }
    }
}
