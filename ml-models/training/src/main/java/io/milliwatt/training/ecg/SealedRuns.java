package io.milliwatt.training.ecg;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The figures of the one run on DS2, which stand in a report only if they are of the very bundle that it is about. */
final class SealedRuns {

    private static final String RESOURCE = "sealed-run.json";

    private SealedRuns() {}

    static Optional<EcgReport.SealedRun> of(String bundleSha256) {
        try (InputStream in = SealedRuns.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                return Optional.empty();
            }
            EcgReport.SealedRun run =
                    new ObjectMapper().registerModule(new Jdk8Module()).readValue(in, EcgReport.SealedRun.class);
            return run.bundleSha256().equals(bundleSha256) ? Optional.of(run) : Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException("the figures of the sealed run cannot be read", broken);
        }
    }
}
