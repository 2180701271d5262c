package io.milliwatt.training.tree;

/**
 * Minimal cost-complexity pruning (Breiman, Friedman, Olshen, Stone, Classification and Regression Trees, 1984, chapter 3): of all
 * trees that cutting branches can leave, the one with the smallest impurity plus a price for each leaf.
 *
 * @param pricePerLeaf share of the windows' Gini impurity that one more leaf must save to stay; 0 cuts only what saves nothing
 */
public record CostComplexityPruning(double pricePerLeaf) {
    public CostComplexityPruning {
        if (!(pricePerLeaf >= 0)) {
            throw new IllegalArgumentException("the price of a leaf is at least 0, not " + pricePerLeaf);
        }
    }

    private record Priced(ShareTree tree, double cost) {}

    /** @param rows the windows that the tree was grown on; leaves that a cut makes take their shares from them */
    public ShareTree prune(ShareTree tree, TrainingRows rows) {
        return cheapest(tree, rows, pricePerLeaf * rows.size()).tree();
    }

    private Priced cheapest(ShareTree tree, TrainingRows rows, double price) {
        double asLeaf = rows.impurity() + price;
        if (!(tree instanceof ShareTree.Split split)) {
            return new Priced(tree, asLeaf);
        }
        Priced left = cheapest(split.left(), rows.left(split), price);
        Priced right = cheapest(split.right(), rows.right(split), price);
        double asSplit = left.cost() + right.cost();
        // A node that only the bootstrap's repetitions justified, and that no window reaches, goes as well.
        if (asLeaf <= asSplit) {
            return new Priced(rows.size() == 0 ? anyLeaf(tree) : new ShareTree.Leaf(rows.shares()), asLeaf);
        }
        return new Priced(new ShareTree.Split(split.input(), split.threshold(), left.tree(), right.tree()), asSplit);
    }

    private static ShareTree anyLeaf(ShareTree tree) {
        ShareTree at = tree;
        while (at instanceof ShareTree.Split split) {
            at = split.left();
        }
        return at;
    }
}
