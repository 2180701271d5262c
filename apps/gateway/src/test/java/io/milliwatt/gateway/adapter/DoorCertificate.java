package io.milliwatt.gateway.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate for 127.0.0.1 in a key store, made by the JDK's keytool for the tests. */
public record DoorCertificate(Path keyStore) {
    public static final String PASSWORD = "key-store-password";
    private static final String ALIAS = "door";

    /** The one of a name, whether it was made or not. */
    public static DoorCertificate of(String name) {
        return new DoorCertificate(Path.of("target", name + ".p12").toAbsolutePath());
    }

    /** Makes it, anew for each run. */
    public DoorCertificate make() {
        try {
            Files.deleteIfExists(keyStore);
            Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
            int exit = new ProcessBuilder(
                            keytool.toString(),
                            "-genkeypair",
                            "-alias",
                            ALIAS,
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=127.0.0.1",
                            "-ext",
                            "SAN=IP:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            keyStore.toString(),
                            "-storepass",
                            PASSWORD)
                    .inheritIO()
                    .start()
                    .waitFor();
            assertThat(exit).isZero();
            return this;
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException("keytool did not make a certificate", failure);
        }
    }

    /** What a client needs that trusts it and nothing else. */
    public MqttClientSslConfig trusted() {
        try (InputStream in = Files.newInputStream(keyStore)) {
            KeyStore whole = KeyStore.getInstance("PKCS12");
            whole.load(in, PASSWORD.toCharArray());
            KeyStore certificateOnly = KeyStore.getInstance("PKCS12");
            certificateOnly.load(null, null);
            certificateOnly.setCertificateEntry(ALIAS, whole.getCertificate(ALIAS));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(certificateOnly);
            return MqttClientSslConfig.builder().trustManagerFactory(trust).build();
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException("The certificate cannot be read from " + keyStore, failure);
        }
    }
}
