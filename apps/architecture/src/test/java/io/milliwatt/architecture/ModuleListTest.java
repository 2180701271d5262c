package io.milliwatt.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A module that the rules do not see is a module without rules. */
class ModuleListTest {

    @Test
    void everyModuleWithMainCodeIsRead() throws IOException {
        try (Stream<Path> files = Files.walk(Suite.root(), 6)) {
            List<String> modules = files.filter(path -> path.endsWith("src/main/java") && Files.isDirectory(path))
                    .map(path -> Suite.root().relativize(path).toString().replace("/src/main/java", ""))
                    .filter(module -> !module.contains("target/"))
                    .sorted()
                    .toList();
            assertThat(Suite.MODULES).containsAll(modules);
        }
    }

    @Test
    void everyListedModuleWasCompiledBeforeTheRulesRan() {
        assertThat(Suite.MODULES)
                .allSatisfy(module -> assertThat(Suite.root().resolve(module).resolve("target/classes"))
                        .isDirectory());
        assertThat(Suite.classes().size()).isGreaterThan(100);
    }
}
