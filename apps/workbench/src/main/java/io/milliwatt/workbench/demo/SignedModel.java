package io.milliwatt.workbench.demo;

import io.milliwatt.models.ReleasedModels;
import io.milliwatt.runtime.bundle.BundleWriter;
import io.milliwatt.runtime.bundle.MalformedBundleException;
import io.milliwatt.workbench.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The released model as this installation's nodes begin with it: signed, since they take nothing else. Signed once and kept,
 * so that the nodes know it again at the next start.
 *
 * @param signer key id and public key, as the virtual nodes take it
 */
record SignedModel(Path file, String signer) {

    static SignedModel in(DataDirectory data, String domain) {
        SigningKey key = SigningKey.loadOrDraw(data.secrets());
        Path file = data.root().resolve(domain + ".mwm");
        byte[] released = released(domain);
        try {
            if (!Files.exists(file) || !isOf(Files.readAllBytes(file), released)) {
                Files.write(file, key.sign(released));
            }
        } catch (IOException failure) {
            throw new SuiteException("The model " + file + " cannot be written: " + failure.getMessage(), failure);
        }
        return new SignedModel(file, key.keyId() + ":" + key.publicPoint());
    }

    /** The newest released model of a domain, without a signature. */
    static byte[] released(String domain) {
        return ReleasedModels.newest(domain)
                .orElseThrow(
                        () -> new SuiteException("This build holds no released model of the domain " + domain + "."))
                .bundle();
    }

    private static boolean isOf(byte[] signed, byte[] released) {
        try {
            return Arrays.equals(BundleWriter.of(signed).unsigned(), released);
        } catch (MalformedBundleException damaged) {
            return false;
        }
    }
}
