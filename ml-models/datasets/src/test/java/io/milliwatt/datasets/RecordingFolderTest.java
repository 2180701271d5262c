package io.milliwatt.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFolderTest {
    @TempDir
    Path folder;

    @Test
    void walksUpToASiblingOfTheWorkingDirectory() throws IOException {
        Path data = Files.createDirectories(folder.resolve("shared/data"));
        Path deep = Files.createDirectories(folder.resolve("project/ml-models/datasets"));
        assertThat(RecordingFolder.find(Map.of(), deep)).contains(data);
    }

    @Test
    void theVariableWinsAndAWrongOneFindsNothing() throws IOException {
        Files.createDirectories(folder.resolve("shared/data"));
        Path named = Files.createDirectories(folder.resolve("elsewhere"));
        assertThat(RecordingFolder.find(Map.of(RecordingFolder.VARIABLE, named.toString()), folder))
                .contains(named);
        // Falling back would hide a misspelt variable.
        assertThat(RecordingFolder.find(
                        Map.of(
                                RecordingFolder.VARIABLE,
                                folder.resolve("missing").toString()),
                        folder))
                .isEmpty();
    }
}
