package io.milliwatt.models;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The released trees that find faults of soil probes among their days; no bundle, since no node runs them. */
public final class ReleasedFaultModel {
    /** The newest version. */
    public static final int VERSION = 1;

    private ReleasedFaultModel() {}

    /** The model as the soil's fault room parses it ({@code io.milliwatt.dsp.soil.fault.FaultModel}); the caller closes it. */
    public static BufferedReader open() {
        return new BufferedReader(new InputStreamReader(stream("model.txt"), StandardCharsets.US_ASCII));
    }

    /** What it is for, how good it is and where it fails; Markdown. */
    public static String card() {
        try (InputStream in = stream("card.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(String name) {
        String path = "soil-faults/" + VERSION + "/" + name;
        InputStream in = ReleasedFaultModel.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("the released file " + path + " is missing from this build");
        }
        return in;
    }
}
