package io.milliwatt.workbench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path folder;

    @Test
    void theSecondStartFindsTheSecretsOfTheFirst() {
        Secrets first = Secrets.loadOrDraw(folder.resolve("secrets"));

        assertThat(Secrets.loadOrDraw(folder.resolve("secrets"))).isEqualTo(first);
        assertThat(Secrets.loadOrDraw(folder.resolve("others"))).isNotEqualTo(first);
        assertThat(Base64.getDecoder().decode(first.registryKey())).hasSize(32);
    }

    @Test
    void whatAnEarlierReleaseDidNotKnowIsDrawnAndKept() throws Exception {
        Path secrets = folder.resolve("secrets");
        Secrets first = Secrets.loadOrDraw(secrets);
        Path file = secrets.resolve("suite.json");
        Files.writeString(file, Files.readString(file).replaceAll(",\\s*\"clinicianPassword\"[^,}]*", ""));

        Secrets second = Secrets.loadOrDraw(secrets);

        assertThat(second.databasePassword()).isEqualTo(first.databasePassword());
        assertThat(second.clinicianPassword()).isNotBlank().isNotEqualTo(first.clinicianPassword());
        assertThat(Secrets.loadOrDraw(secrets)).isEqualTo(second);
    }

    @Test
    void onlyTheOwnerMayReadThem() throws Exception {
        Path secrets = folder.resolve("secrets");
        Secrets.loadOrDraw(secrets);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.resolve("suite.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theyAreNotPrintedByAccident() {
        Secrets secrets = Secrets.loadOrDraw(folder.resolve("secrets"));

        assertThat(secrets.toString()).doesNotContain(secrets.operatorToken()).doesNotContain(secrets.viewerPassword());
    }
}
