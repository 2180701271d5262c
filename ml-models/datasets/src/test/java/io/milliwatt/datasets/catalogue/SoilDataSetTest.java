package io.milliwatt.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SoilDataSetTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.milliwatt.datasets.catalogue.SoilDataSet#ids")
    void everyFileOfTheFoldersIsThePublishedOne(String id) throws RecordingException {
        var recordings = RecordingFolder.find("soil/" + id);
        Assumptions.assumeTrue(recordings.isPresent(), RecordingFolder.absence("soil/" + id));
        SoilDataSet.open(recordings.orElseThrow(), id).verify();
    }

    @Test
    void aChangedFileIsRefused() throws IOException {
        Files.writeString(folder.resolve("uscrn_daily_2020_dev.csv.gz"), "changed");
        SoilDataSet changed = SoilDataSet.open(folder, "uscrn-daily-2020");
        assertThatThrownBy(changed::verify).hasMessageContaining("is not the published file");
        assertThatThrownBy(() -> changed.file("other.csv")).hasMessageContaining("is no file of uscrn-daily-2020");
    }

    @Test
    void anUnknownDataSetIsNamedWithTheKnownOnes() {
        assertThat(SoilDataSet.ids()).hasSize(13);
        assertThatThrownBy(() -> SoilDataSet.files("moon")).hasMessageContaining("wazihub-senegal");
    }
}
