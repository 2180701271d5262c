package io.milliwatt.workbench.analyze.ecg;

import io.milliwatt.datasets.ecg.LeadSamples;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.firmware.FirmwareException;
import io.milliwatt.firmware.HeartWatch;
import io.milliwatt.firmware.NativeHeart;
import io.milliwatt.models.ReleasedModels;
import io.milliwatt.models.ReleasedModels.ReleasedModel;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.bundle.MalformedBundleException;
import io.milliwatt.workbench.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A bundle that watches hearts.
 *
 * @param name for reports
 * @param rateHz samples per second its recipe takes
 */
record HeartModel(String name, byte[] bundle, int rateHz) {
    private static final String DOMAIN = "ecg";

    /** The one in a file, or the newest that was released. */
    static HeartModel of(Optional<Path> file) {
        if (file.isPresent()) {
            try {
                return parsed(file.get().getFileName().toString(), Files.readAllBytes(file.get()));
            } catch (IOException e) {
                throw new SuiteException(
                        "The model " + file.get() + " could not be read (" + e.getMessage() + "); check the path.", e);
            }
        }
        ReleasedModel released = ReleasedModels.newest(DOMAIN)
                .orElseThrow(() ->
                        new SuiteException("This build has no released ECG model; name a bundle with --model FILE."));
        return parsed(DOMAIN + " " + released.version(), released.bundle());
    }

    private static HeartModel parsed(String name, byte[] bytes) {
        try {
            Recipe recipe = Recipe.parse(Bundle.parse(bytes).recipe().bytes());
            return new HeartModel(name, bytes, recipe.sampleRateMilliHertz() / 1_000);
        } catch (MalformedBundleException | IllegalArgumentException e) {
            throw new SuiteException(name + " is no bundle that watches hearts: " + e.getMessage(), e);
        }
    }

    /** Begins to watch a heart of which nothing is known. */
    NativeHeart watch(LeadSamples samples) {
        try {
            return new NativeHeart(
                    bundle,
                    samples.nanoMillivoltPerCount(),
                    HeartWatch.SILENT.withRails(samples.lowestRail(), samples.highestRail()));
        } catch (FirmwareException e) {
            throw new SuiteException(name + " cannot watch this heart: " + e.getMessage(), e);
        }
    }
}
