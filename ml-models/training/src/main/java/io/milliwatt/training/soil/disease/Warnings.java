package io.milliwatt.training.soil.disease;

/**
 * Warnings against what was found.
 *
 * @param hits warned and found
 * @param misses found without a warning
 */
record Warnings(int hits, int falseWarnings, int misses, int quiet) {

    static final Warnings NONE = new Warnings(0, 0, 0, 0);

    Warnings with(boolean warned, boolean found) {
        return new Warnings(
                hits + (warned && found ? 1 : 0),
                falseWarnings + (warned && !found ? 1 : 0),
                misses + (!warned && found ? 1 : 0),
                quiet + (!warned && !found ? 1 : 0));
    }

    double recallPercent() {
        return hits + misses == 0 ? 0 : 100.0 * hits / (hits + misses);
    }

    String text() {
        return hits + " of " + (hits + misses) + ", " + falseWarnings + " false of " + (falseWarnings + quiet);
    }
}
