package io.milliwatt.runtime.model;

/** A decision tree before it is laid out flat; the form in which training hands it over. */
public sealed interface TreeNode {

    /**
     * Goes left when {@code input ≤ threshold}.
     *
     * @param input the model input compared, 0 … 63
     * @param threshold −32768 … 32767
     */
    record Split(int input, int threshold, TreeNode left, TreeNode right) implements TreeNode {
        public Split {
            ModelShape.require(
                    threshold >= Short.MIN_VALUE && threshold <= Short.MAX_VALUE,
                    "A threshold must fit int16, but is " + threshold + ".");
        }
    }

    /** @param scores per class −128 … 127, added up over the trees */
    record Leaf(java.util.List<Byte> scores) implements TreeNode {
        public Leaf {
            scores = java.util.List.copyOf(scores);
        }

        /** A leaf of int scores, each −128 … 127. */
        public static Leaf of(int... scores) {
            return new Leaf(java.util.Arrays.stream(scores)
                    .mapToObj(score -> {
                        ModelShape.require(
                                score >= Byte.MIN_VALUE && score <= Byte.MAX_VALUE,
                                "A leaf score must fit int8, but is " + score + ".");
                        return (byte) score;
                    })
                    .toList());
        }
    }
}
