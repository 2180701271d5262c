package io.milliwatt.dsp.fixedpoint.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.fixedpoint.FaultOrders;
import io.milliwatt.dsp.fixedpoint.QrsDetector;
import io.milliwatt.dsp.fixedpoint.heart.BeatFeatures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The vectors that generate_beats.py made from the text of recipe.md and heart.md alone: operation 24 as a stream, operation 30. The C
 * tests read the same files.
 */
class BeatVectorsTest {

    private static final Path VECTORS = Path.of("../device-firmware/contract/vectors");
    private static final int VALUES = 64;

    /** @param value how many samples ago the R wave was; the sign of a late one is the described beat's to tell */
    private record Found(int sample, int value) {}

    private record Described(int sample, long rWave, boolean late, List<Integer> values) {}

    @ParameterizedTest
    @ValueSource(strings = {"250-hz", "128-hz", "tachycardia-128-hz"})
    void beatsAndTheirFeaturesAreThoseOfTheContract(String name) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(VECTORS.resolve("beats-" + name + ".bin")))
                .order(ByteOrder.LITTLE_ENDIAN);
        byte[] section = new byte[file.getInt()];
        file.get(section);
        SensorConfiguration sensor = new SensorConfiguration(file.getInt(), FaultOrders.NONE);
        RecipeInterpreter interpreter = new RecipeInterpreter(Recipe.parse(section), sensor);
        short[] samples = new short[file.getInt()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = file.getShort();
        }
        file.position((file.position() + 3) & ~3);
        List<Found> found = new ArrayList<>();
        List<Described> described = new ArrayList<>();
        feed(interpreter, samples, found, described);
        assertThat(found).isEqualTo(found(file));
        assertThat(described).isEqualTo(described(file));
        assertThat(described).anyMatch(Described::late);
        assertThat(file.hasRemaining()).isFalse();
    }

    private static void feed(
            RecipeInterpreter interpreter, short[] samples, List<Found> found, List<Described> described) {
        QrsDetector detector = interpreter.beats(1);
        BeatFeatures features = interpreter.described(2);
        for (int i = 0; i < samples.length; i++) {
            interpreter.accept(samples, i, 1, window -> {});
            while (found.size() < detector.beats()) {
                long rWave = detector.beat(found.size()).orElseThrow().sample();
                found.add(new Found(i, (int) (i - rWave)));
            }
            if (described.size() < features.described()) {
                List<Integer> values = new ArrayList<>();
                for (int value = 0; value < VALUES; value++) {
                    values.add(features.element(value));
                }
                described.add(new Described(i, features.sample(), features.isLate(), values));
            }
        }
    }

    private static List<Found> found(ByteBuffer file) {
        List<Found> found = new ArrayList<>();
        for (int left = file.getInt(); left > 0; left--) {
            found.add(new Found(file.getInt(), Math.abs(file.getInt())));
        }
        return found;
    }

    private static List<Described> described(ByteBuffer file) {
        List<Described> described = new ArrayList<>();
        for (int left = file.getInt(); left > 0; left--) {
            int sample = file.getInt();
            long rWave = Integer.toUnsignedLong(file.getInt());
            boolean late = file.getInt() == 1;
            List<Integer> values = new ArrayList<>();
            for (int value = 0; value < VALUES; value++) {
                values.add((int) file.getShort());
            }
            described.add(new Described(sample, rWave, late, values));
        }
        return described;
    }
}
