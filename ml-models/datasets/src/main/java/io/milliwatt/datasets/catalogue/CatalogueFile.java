package io.milliwatt.datasets.catalogue;

import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that the catalogue knows.
 *
 * @param sha256 of the published file, 64 hexadecimal digits in lower case
 */
public record CatalogueFile(String name, String sha256) {
    /** Checks that the file in {@code folder} is the published one, byte for byte. */
    void verify(Path folder) throws RecordingException {
        String found = sha256(folder.resolve(name));
        if (!found.equals(sha256)) {
            throw new RecordingException(
                    name,
                    "in " + folder + " is not the published file: its SHA-256 is " + found + ", the catalogue says "
                            + sha256,
                    "Copy it again from its source.");
        }
    }

    private static String sha256(Path file) throws RecordingException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[1 << 16];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                digest.update(block, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new RecordingException(
                    file.getFileName().toString(),
                    "could not be read (" + e.getMessage() + ")",
                    "Check the folder.",
                    e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
