package io.milliwatt.workbench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.milliwatt.workbench.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What the programs of one suite know of each other and nobody else does; drawn at the first start and used from then on.
 *
 * @param operatorToken lets the launcher enrol nodes at the gateway
 * @param registryKey 32 bytes in Base64, encrypts the nodes' keys in the registry
 * @param internalToken lets the gateway hand urgent events to the app
 * @param sessionKey signs the maintenance console's session cookies
 * @param identityPassword of the database role that reads who the patients are
 * @param monitoringSessionKey signs the monitoring station's session cookies
 * @param irrigationSessionKey signs the irrigation console's session cookies
 */
public record Secrets(
        String databasePassword,
        String operatorToken,
        String registryKey,
        String internalToken,
        String sessionKey,
        String technicianPassword,
        String viewerPassword,
        String identityPassword,
        String monitoringSessionKey,
        String clinicianPassword,
        String administratorPassword,
        String irrigationSessionKey,
        String agronomistPassword) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int PASSWORD_LENGTH = 14;

    /** Without the letters and digits that look alike, because people type these. */
    private static final String PASSWORD_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    public static Secrets loadOrDraw(Path folder) {
        Path file = folder.resolve("suite.json");
        try {
            if (Files.exists(file)) {
                JsonNode kept = JSON.readTree(file.toFile());
                Secrets completed = completed(kept);
                if (!JSON.valueToTree(completed).equals(kept)) {
                    PrivateFile.write(file, JSON.writeValueAsBytes(completed));
                }
                return completed;
            }
            Secrets drawn = completed(JSON.createObjectNode());
            PrivateFile.write(file, JSON.writeValueAsBytes(drawn));
            return drawn;
        } catch (IOException failure) {
            throw new SuiteException(
                    "The secrets in " + file + " cannot be read or written (" + failure.getMessage()
                            + "): repair the file, or start afresh with another --data folder.",
                    failure);
        }
    }

    /** What an earlier release did not know yet is drawn now. */
    private static Secrets completed(JsonNode kept) {
        return new Secrets(
                kept.path("databasePassword").asText(token()),
                kept.path("operatorToken").asText(token()),
                kept.path("registryKey").asText(key()),
                kept.path("internalToken").asText(token()),
                kept.path("sessionKey").asText(key()),
                kept.path("technicianPassword").asText(password()),
                kept.path("viewerPassword").asText(password()),
                kept.path("identityPassword").asText(token()),
                kept.path("monitoringSessionKey").asText(key()),
                kept.path("clinicianPassword").asText(password()),
                kept.path("administratorPassword").asText(password()),
                kept.path("irrigationSessionKey").asText(key()),
                kept.path("agronomistPassword").asText(password()));
    }

    @Override
    public String toString() {
        return "Secrets[not shown]";
    }

    private static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes());
    }

    private static String key() {
        return Base64.getEncoder().encodeToString(randomBytes());
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(PASSWORD_ALPHABET.charAt(RANDOM.nextInt(PASSWORD_ALPHABET.length())));
        }
        return password.toString();
    }
}
