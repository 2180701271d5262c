package io.milliwatt.firmware;

import io.milliwatt.dsp.fixedpoint.recipe.FeatureVector;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.RecipeInterpreter;
import io.milliwatt.dsp.fixedpoint.recipe.SensorConfiguration;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.decision.EventVotes;
import io.milliwatt.runtime.decision.Judgement;
import io.milliwatt.runtime.heart.HeartChain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A file of inputs with the answers of Java, for {@code tests/emulated/replay.c}, where the format is told. */
final class Corpus implements AutoCloseable {

    private static final int MAGIC = 0x4352574D;
    private static final int END = 0;
    private static final int SAMPLES = 1;
    private static final int SPEED = 2;
    private static final int WINDOW = 3;
    private static final int LONGEST_CHUNK = 5_000;

    private final OutputStream file;
    private final ByteArrayOutputStream record = new ByteArrayOutputStream();
    private int cases;

    Corpus(Path path) throws IOException {
        file = Files.newOutputStream(path);
        file.write(little(4).putInt(MAGIC).array());
    }

    /** Cases written so far. */
    int cases() {
        return cases;
    }

    /** Scores and probabilities of a bundle's model. */
    void model(String name, byte[] bundleFile, List<short[]> inputs) throws IOException {
        Bundle bundle = Bundle.parse(bundleFile);
        number(bundleFile.length);
        record.write(bundleFile);
        number(inputs.size());
        for (short[] vector : inputs) {
            short[] scores = bundle.model().model().score(vector);
            shorts(vector, 0, vector.length);
            shorts(scores, 0, scores.length);
            for (int probability : bundle.model().scale().probabilities(scores)) {
                record.write(probability);
            }
        }
        cases += inputs.size();
        end(1, name);
    }

    /** Verdicts and events of a bundle over given recipe values. */
    void values(String name, byte[] bundleFile, List<int[]> values, RandomGenerator random) throws IOException {
        Bundle bundle = Bundle.parse(bundleFile);
        EventVotes votes = new EventVotes(bundle.decision().voting());
        number(bundleFile.length);
        record.write(bundleFile);
        number(values.size());
        for (int[] window : values) {
            number(window.length);
            for (int value : window) {
                number(value);
            }
            int quality = random.nextInt(4) == 0 ? random.nextInt(64) : 0;
            number(quality);
            verdict(bundle, votes, window, quality);
        }
        cases += values.size();
        end(3, name);
    }

    /** A stretch of samples at one shaft speed. */
    record Stretch(int speedMilliHertz, short[] samples) {}

    /** Features of a recipe. */
    void recipe(String name, Recipe recipe, SensorConfiguration sensor, List<Stretch> stretches, RandomGenerator random)
            throws IOException {
        byte[] section = recipe.toBytes();
        number(0);
        number(section.length);
        record.write(section);
        stretches(recipe, sensor, stretches, random, window -> {});
        end(2, name);
    }

    /** Features, verdicts and events of a bundle with its own recipe. */
    void bundle(
            String name, byte[] bundleFile, SensorConfiguration sensor, List<Stretch> stretches, RandomGenerator random)
            throws IOException {
        Bundle bundle = Bundle.parse(bundleFile);
        EventVotes votes = new EventVotes(bundle.decision().voting());
        number(1);
        number(bundleFile.length);
        record.write(bundleFile);
        stretches(Recipe.parse(bundle.recipe().bytes()), sensor, stretches, random, window -> {
            int[] values = new int[window.values().length];
            for (int index = 0; index < values.length; index++) {
                values[index] = window.value(index);
            }
            verdict(bundle, votes, values, window.qualityFlags());
        });
        end(2, name);
    }

    /** A heart that a bundle watches: what was told up to the end of each chunk, as a count and a sum. */
    void heart(
            String name,
            byte[] bundleFile,
            int rateHz,
            int nanoMillivoltPerCount,
            short[] samples,
            RandomGenerator random)
            throws IOException {
        int[] rowsAndSum = {0, (int) 2_166_136_261L};
        HeartChain chain = TwinHeart.chain(bundleFile, rateHz, nanoMillivoltPerCount, told -> {
            rowsAndSum[0]++;
            for (int number : TwinHeart.row(told)) {
                rowsAndSum[1] = (rowsAndSum[1] ^ number) * 16_777_619;
            }
        });
        number(bundleFile.length);
        record.write(bundleFile);
        number(nanoMillivoltPerCount);
        for (int at = 0; at < samples.length; ) {
            int chunk = Math.min(samples.length - at, random.nextInt(1, 2 * rateHz));
            chain.accept(samples, at, chunk);
            number(chunk);
            shorts(samples, at, chunk);
            number(rowsAndSum[0]);
            number(rowsAndSum[1]);
            at += chunk;
            cases++;
        }
        number(0);
        end(4, name);
    }

    private interface WindowEnd {
        void write(FeatureVector window);
    }

    private void stretches(
            Recipe recipe,
            SensorConfiguration sensor,
            List<Stretch> stretches,
            RandomGenerator random,
            WindowEnd verdict) {
        number(sensor.nanoUnitsPerCount());
        number(sensor.faultOrders().outerRaceQ16());
        number(sensor.faultOrders().innerRaceQ16());
        number(sensor.faultOrders().ballDefectQ16());
        number(sensor.faultOrders().cageQ16());
        RecipeInterpreter interpreter = new RecipeInterpreter(recipe, sensor);
        int left = recipe.windowLength();
        for (Stretch stretch : stretches) {
            interpreter.setShaftSpeed(stretch.speedMilliHertz());
            number(SPEED);
            number(stretch.speedMilliHertz());
            short[] samples = stretch.samples();
            for (int at = 0; at < samples.length; ) {
                int chunk = Math.min(Math.min(samples.length - at, left), random.nextInt(1, LONGEST_CHUNK));
                number(SAMPLES);
                number(chunk);
                shorts(samples, at, chunk);
                interpreter.accept(samples, at, chunk, window -> {
                    window(window);
                    verdict.write(window);
                });
                at += chunk;
                left = left == chunk ? recipe.windowLength() : left - chunk;
            }
        }
        number(END);
    }

    private void window(FeatureVector window) {
        number(WINDOW);
        number(window.values().length);
        for (short value : window.values()) {
            number(value);
        }
        number(window.qualityFlags());
        cases++;
    }

    private void verdict(Bundle bundle, EventVotes votes, int[] values, int quality) {
        Optional<Judgement> judgement = bundle.judge(values, quality);
        var event = judgement.flatMap(votes::count);
        number(judgement.isPresent() ? 1 : 0);
        number(judgement.map(Judgement::verdict).orElse(0));
        number(judgement.map(Judgement::probability).orElse(0));
        number(judgement.map(Judgement::evidence).orElse(0));
        number(event.map(each -> each.onset() ? 2 : 1).orElse(0));
        number(event.map(each -> each.verdict()).orElse(0));
        number(event.map(each -> each.probability()).orElse(0));
    }

    private void end(int kind, String name) throws IOException {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        file.write(little(12)
                .putInt(kind)
                .putInt(4 + text.length + record.size())
                .putInt(text.length)
                .array());
        file.write(text);
        record.writeTo(file);
        record.reset();
    }

    private void number(int value) {
        record.writeBytes(little(4).putInt(value).array());
    }

    private void shorts(short[] values, int from, int count) {
        ByteBuffer bytes = little(2 * count);
        bytes.asShortBuffer().put(values, from, count);
        record.writeBytes(bytes.array());
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
