package io.milliwatt.nodes.run;

import io.milliwatt.firmware.ModelFlash;
import io.milliwatt.firmware.ModelFlash.BundleSigner;
import java.nio.file.Path;
import java.util.List;

/**
 * Which models the nodes of a fleet take.
 *
 * @param factory the bundle that they begin with
 * @param signers whose bundles they take; without any also unsigned ones
 */
record NodeModels(byte[] factory, List<BundleSigner> signers) {
    NodeModels {
        signers = List.copyOf(signers);
    }

    ModelFlash in(Path flashFile) {
        return new ModelFlash(flashFile, factory, signers, false);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NodeModels models
                && java.util.Arrays.equals(factory, models.factory)
                && signers.equals(models.signers);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(factory);
    }
}
