package io.milliwatt.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The compiled main classes of every module, read from the reactor's output folders: the rules see all of the suite at
 * once without this module having to depend on apps that must not meet on one class path.
 */
final class Suite {

    /** Modules with Java main code; {@link ModuleListTest} fails when one is missing here. */
    static final List<String> MODULES = List.of(
            "shared-dsp",
            "ml-models/datasets",
            "ml-models/ec57",
            "ml-models/energy",
            "ml-models/runtime",
            "ml-models/models",
            "ml-models/training",
            "device-firmware/port/jvm",
            "apps/telemetry",
            "apps/test-kit",
            "apps/platform",
            "apps/gateway",
            "apps/vibration",
            "apps/ecg",
            "apps/irrigation",
            "apps/virtual-nodes",
            "apps/workbench");

    private static final JavaClasses CLASSES = read();

    private Suite() {}

    static JavaClasses classes() {
        return CLASSES;
    }

    /** The checkout's top folder, found upwards from the module that runs the test. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("device-firmware/contract"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException(
                    "No checkout found above " + Path.of("").toAbsolutePath());
        }
        return folder;
    }

    private static JavaClasses read() {
        List<Path> folders = MODULES.stream()
                .map(module -> root().resolve(module).resolve("target/classes"))
                .toList();
        return new ClassFileImporter().importPaths(folders);
    }
}
