package io.milliwatt.dsp.fixedpoint.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The released recipes. Their bytes are frozen: a change is a new version beside the old one. */
public final class Recipes {

    private Recipes() {}

    /**
     * Recipe 1 version 1: bearings, 12 kHz, one-second windows. Outputs, in order: velocityRms, accelerationRms, peak,
     * kurtosis, crest, lineInner, lineBall, lineOuter, anomaly, shaftSpeed.
     */
    public static Recipe vibration() {
        return released("vibration-1.recipe");
    }

    private static Recipe released(String name) {
        try (InputStream section = Recipes.class.getResourceAsStream(name)) {
            if (section == null) {
                throw new IllegalStateException("The released recipe " + name + " is missing from this jar.");
            }
            return Recipe.parse(section.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException("The released recipe " + name + " cannot be read.", failure);
        }
    }
}
