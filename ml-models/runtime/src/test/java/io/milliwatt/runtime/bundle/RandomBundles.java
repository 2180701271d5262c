package io.milliwatt.runtime.bundle;

import io.milliwatt.runtime.decision.Decision;
import io.milliwatt.runtime.decision.VerdictRule;
import io.milliwatt.runtime.decision.Voting;
import io.milliwatt.runtime.model.CentroidModel;
import io.milliwatt.runtime.model.ForestModel;
import io.milliwatt.runtime.model.InputMap;
import io.milliwatt.runtime.model.LinearModel;
import io.milliwatt.runtime.model.Model;
import io.milliwatt.runtime.model.ModelSection;
import io.milliwatt.runtime.model.ProbabilityScale;
import io.milliwatt.runtime.model.RandomModels;
import io.milliwatt.runtime.model.TreeNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/** Valid bundles around random or small models. */
final class RandomBundles {

    private RandomBundles() {}

    static BundleWriter writer(Random random, int kind) {
        return around(random, RandomModels.model(random, kind), random.nextInt(1, 5), random.nextInt(30));
    }

    /** Small enough to try every truncation and every bit. */
    static BundleWriter small(Random random, int kind) {
        Model model = switch (kind) {
            case 1 ->
                ForestModel.of(
                        2,
                        3,
                        List.of(
                                new TreeNode.Split(1, 5, TreeNode.Leaf.of(1, 2, 3), TreeNode.Leaf.of(3, 2, 1)),
                                new TreeNode.Split(
                                        0,
                                        -9,
                                        new TreeNode.Split(1, 0, TreeNode.Leaf.of(7, 0, 0), TreeNode.Leaf.of(0, 7, 0)),
                                        TreeNode.Leaf.of(1, 2, 3))));
            case 2 -> new LinearModel(2, 8, new int[] {1, -2}, new short[][] {{300, -4, 7}, {5, 6, 700}});
            default -> new CentroidModel(8, 4, new int[] {256, 300}, new short[][] {{100, 50}, {-80, 0}});
        };
        return around(random, model, 2, 9);
    }

    private static BundleWriter around(Random random, Model model, int vectors, int recipeLength) {
        byte[] recipe = new byte[recipeLength];
        random.nextBytes(recipe);
        List<Label> labels = IntStream.range(0, model.classes())
                .mapToObj(index -> new Label(index, "Klasse " + index + " °"))
                .toList();
        List<SelfTestVector> selfTest = new ArrayList<>();
        for (int index = 0; index < vectors; index++) {
            short[] inputs = RandomModels.inputs(random, model.inputs());
            selfTest.add(new SelfTestVector(inputs, model.score(inputs)));
        }
        Decision decision =
                new Decision(new VerdictRule.HighestScore(), new Voting(3, 4, 1), 1 << 4, 0, List.of(0, 1, 2, 3, 2));
        return new BundleWriter(
                new BundleIdentity(1, 1, 42, 3, 0, 1024, 512),
                new ModelSection(new ProbabilityScale(300), InputMap.identity(model.inputs()), model),
                new RecipeSection(recipe),
                labels,
                decision,
                selfTest);
    }

    /** The same bundle with minor version 1 and a section of a type that readers skip. */
    static byte[] withLaterSection(byte[] file) {
        byte[] longer = java.util.Arrays.copyOf(file, file.length + 12);
        ByteBuffer out = ByteBuffer.wrap(longer).order(ByteOrder.LITTLE_ENDIAN);
        out.put(4, (byte) 1);
        out.putInt(36, longer.length);
        int payload = out.getInt(52) + 12;
        out.putInt(52, payload);
        out.putShort(file.length, (short) 0x8001).putInt(file.length + 4, 3);
        CRC32 crc = new CRC32();
        crc.update(longer, 0, 60);
        crc.update(longer, 64, payload);
        out.putInt(60, (int) crc.getValue());
        return longer;
    }
}
