package io.milliwatt.workbench.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.workbench.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How another command finds the demo that runs on a data folder. */
public final class RunningDemo {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "ports.json";

    private RunningDemo() {}

    static void announce(DataDirectory data, Ports ports) {
        Path file = data.root().resolve(FILE);
        try {
            Files.write(file, JSON.writeValueAsBytes(ports));
        } catch (IOException failure) {
            throw new SuiteException("The file " + file + " cannot be written: " + failure.getMessage(), failure);
        }
    }

    /** The gateway of the demo on this folder, with the operator's token. */
    public static RestClient gateway(Path data) {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            throw new SuiteException("No demo has run on the data in " + data
                    + ": start one with ./milliwatt demo, or name its folder with --data or a gateway with --gateway.");
        }
        try {
            Ports ports = JSON.readValue(file.toFile(), Ports.class);
            return RestClient.of("gateway", ports.gateway())
                    .withBearer(Secrets.loadOrDraw(secrets(data)).operatorToken());
        } catch (IOException failure) {
            throw new SuiteException("The file " + file + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    /** The key with which this demo's bundles are signed; its nodes know the public half. */
    public static SigningKey signingKey(Path data) {
        return SigningKey.loadOrDraw(secrets(data));
    }

    /** The newest released model of a domain, without a signature. */
    public static byte[] releasedModel(String domain) {
        return SignedModel.released(domain);
    }

    private static Path secrets(Path data) {
        return data.resolve("secrets");
    }
}
