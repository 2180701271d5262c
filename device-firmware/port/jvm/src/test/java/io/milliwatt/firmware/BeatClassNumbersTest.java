package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.fixedpoint.heart.BeatClass;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Frames, signal processing and annotations may not import one another and have an enum of beat classes each: one table. */
class BeatClassNumbersTest {
    private record Row(int number, char letter) {}

    @Test
    void framesSignalProcessingAndAnnotationsNumberBeatClassesAlike() {
        List<Row> node = rows(BeatClass.values(), beat -> new Row(beat.number(), beat.letter()));

        assertThat(rows(io.milliwatt.telemetry.BeatClass.values(), beat -> new Row(beat.number(), beat.letter())))
                .isEqualTo(node);
        assertThat(rows(
                        io.milliwatt.datasets.ecg.BeatClass.values(),
                        beat -> new Row(beat.number(), beat.name().charAt(0))))
                .isEqualTo(node);
    }

    private static <T> List<Row> rows(T[] values, Function<T, Row> row) {
        return Arrays.stream(values).map(row).toList();
    }
}
