package io.milliwatt.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingCommandsTest {
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @AfterEach
    void restore() {
        System.setErr(realErr);
    }

    @Test
    void aWrongFolderGetsOneSentence() {
        assertThat(run(
                        "evaluate",
                        "vibration",
                        "--data",
                        folder.resolve("absent").toString()))
                .isEqualTo(1);
        assertThat(said()).endsWith(".\n").contains("is not a folder").hasLineCount(1);
        err.reset();
        assertThat(run("train", "vibration", "--data", folder.toString(), "--out", folder.toString()))
                .isEqualTo(1);
        assertThat(said()).contains("holds none of the cwru files").hasLineCount(1);
    }

    @Test
    void anUnknownDomainIsNamedWithTheKnownOnes() {
        assertThat(run("evaluate", "astrology", "--data", ".")).isEqualTo(2);
        assertThat(said()).contains("There is no domain 'astrology'; there are: vibration, ecg, soil.");
    }

    @Test
    void soilIsToldApartByItsSectionsAndFilesAndSaysWhatItLooksFor() {
        assertThat(run("evaluate", "soil", "--data", folder.toString(), "--sections", "moon"))
                .isEqualTo(2);
        assertThat(said())
                .contains(
                        "There is no section 'moon'; there are: forecast, depletion, seasons, faults, wazihub, fireblight.");
        err.reset();
        assertThat(run("evaluate", "soil", "--data", folder.toString(), "--predict", "ids.csv"))
                .isEqualTo(2);
        assertThat(said()).contains("--predict names the ids and --out the file to write");
        err.reset();
        assertThat(run("evaluate", "soil", "--data", folder.toString())).isEqualTo(1);
        assertThat(said()).contains("holds nothing that can be judged").contains("measured soil water (.sws)");
        err.reset();
        assertThat(run("train", "soil", "--part", "moon", "--data", folder.toString(), "--out", folder.toString()))
                .isEqualTo(2);
        assertThat(said()).contains("There is no part 'moon' of soil; there are: forecast, faults.");
    }

    private int run(String... arguments) {
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        return TrainingCommands.run(arguments);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
