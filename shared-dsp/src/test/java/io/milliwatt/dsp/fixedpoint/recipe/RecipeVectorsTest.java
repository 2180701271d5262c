package io.milliwatt.dsp.fixedpoint.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.fixedpoint.FaultOrders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors that generate_recipes.py made from the text of recipe.md alone; the C tests read the same files. */
class RecipeVectorsTest {

    private static final Path VECTORS = Path.of("../device-firmware/contract/vectors");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outer-race",
                "inner-race-slow",
                "standing",
                "statistics",
                "filters",
                "readings",
                "heart",
                "moving",
                "spectra-one",
                "spectra-many",
                "spectra-long",
                "spectra-short"
            })
    void everyWindowIsTheSameBitByBit(String name) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(VECTORS.resolve("recipe-" + name + ".bin")))
                .order(ByteOrder.LITTLE_ENDIAN);
        byte[] section = new byte[file.getInt()];
        file.get(section);
        SensorConfiguration sensor = new SensorConfiguration(
                file.getInt(), new FaultOrders(file.getInt(), file.getInt(), file.getInt(), file.getInt()));
        RecipeInterpreter interpreter = new RecipeInterpreter(Recipe.parse(section), sensor);
        interpreter.setShaftSpeed(file.getInt());
        short[] samples = new short[file.getInt()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = file.getShort();
        }
        file.position((file.position() + 3) & ~3);
        List<FeatureVector> vectors = new ArrayList<>();
        interpreter.accept(samples, 0, samples.length, vectors::add);
        assertThat(vectors).isEqualTo(expected(file));
        assertThat(file.hasRemaining()).isFalse();
    }

    private static List<FeatureVector> expected(ByteBuffer file) {
        int windows = file.getInt();
        int outputs = file.getInt();
        List<FeatureVector> vectors = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            int quality = file.getInt();
            short[] values = new short[outputs];
            for (int j = 0; j < outputs; j++) {
                values[j] = (short) file.getInt();
            }
            vectors.add(new FeatureVector(values, quality));
        }
        return vectors;
    }

    @Test
    void theReleasedRecipeIsTheOneInTheContract() throws IOException {
        assertThat(Files.readAllBytes(VECTORS.resolve("recipe-vibration-1.recipe")))
                .isEqualTo(Recipes.vibration().toBytes());
    }
}
