package io.milliwatt.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    @TempDir
    Path folder;

    @Test
    void cwruHasNineFaultyBearingsAtFourLoadsAndOneHealthyRecord() {
        var byBearing = CwruDataSet.records().stream().collect(Collectors.groupingBy(CwruRecord::bearing));
        assertThat(byBearing).hasSize(10).containsKey("healthy");
        byBearing.remove("healthy");
        assertThat(byBearing.values()).allSatisfy(records -> {
            assertThat(records).extracting(CwruRecord::loadHorsepower).containsExactly(0, 1, 2, 3);
            assertThat(records).extracting(CwruRecord::fileRateHz).containsOnly(12000.0);
        });
    }

    @Test
    void everyDataSetNamesItsSourceLicenceCitationAndTraps() {
        assertThat(DataSetDescription.all()).allSatisfy(description -> {
            assertThat(description.source()).matches(".*(commit |physionet.org/content/).*");
            assertThat(description.licence()).isNotBlank();
            assertThat(description.citation()).isNotBlank();
            assertThat(description.traps()).isNotEmpty().allMatch(trap -> trap.endsWith("."));
        });
    }

    @Test
    void theCataloguesDigestsAreThoseOfTheFolders() throws IOException {
        List<CatalogueFile> files = new ArrayList<>();
        CwruDataSet.records().forEach(record -> files.add(record.file()));
        FemtoDataSet.lives().forEach(life -> files.add(life.file()));
        ImsDataSet.snapshots().forEach(snapshot -> files.add(snapshot.file()));
        MitBihDataSet.records().forEach(record -> files.addAll(record.files()));
        List<String> published = new ArrayList<>();
        for (String id : List.of("vibration/cwru", "vibration/femto", "vibration/ims", "ecg/mitdb")) {
            for (String line : Files.readAllLines(recordings(id).resolve("SHA256SUMS"))) {
                published.add(line.replaceAll(" +", "  "));
            }
        }
        assertThat(published)
                .containsAll(files.stream()
                        .map(file -> file.sha256() + "  " + file.name())
                        .toList());
    }

    @Test
    void theHealthyRecordComesAtTheRateOfTheOthers() throws IOException {
        CwruDataSet cwru = CwruDataSet.open(recordings("vibration"));
        MachineSignal healthy = cwru.load(CwruDataSet.records().getFirst(), CwruDataSet.Sensor.FAN_END);
        assertThat(healthy.signal().sampleRateHz()).isEqualTo(12000);
        assertThat(healthy.signal().values()).hasSize((243938 + 3) / 4);
        assertThat(healthy.shaftSpeedRpm()).isEqualTo(1796);
    }

    @Test
    void femtoAndImsReadAsTheirIndexSays() throws IOException {
        // Bearing3_1_index.csv: rms_h_g of the first snapshot.
        FemtoDataSet femto = FemtoDataSet.open(recordings("vibration/femto"));
        FemtoDataSet.Life life = FemtoDataSet.lives().get(4);
        List<MachineSignal> snapshots = femto.snapshots(life);
        assertThat(snapshots).hasSize(515);
        String first = Files.readAllLines(recordings("vibration/femto").resolve("Bearing3_1_index.csv"))
                .get(1);
        assertThat(rootMeanSquare(snapshots.getFirst().signal().values()))
                .isCloseTo(Double.parseDouble(first.split(",")[4]), org.assertj.core.data.Offset.offset(5e-5));
        ImsDataSet ims = ImsDataSet.open(recordings("vibration/ims"));
        assertThat(ImsDataSet.snapshots()).allSatisfy(snapshot -> {
            List<MachineSignal> signals = ims.load(snapshot);
            assertThat(signals).hasSize(snapshot.channelCount());
            boolean still = rootMeanSquare(signals.getFirst().signal().values()) < 0.005;
            assertThat(still).isEqualTo(snapshot.state() == ImsDataSet.State.STOPPED);
        });
    }

    @Test
    void wrongFoldersGetOneSentence() throws IOException {
        assertThatThrownBy(() -> CwruDataSet.open(folder.resolve("absent")))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("is not a folder");
        assertThatThrownBy(() -> CwruDataSet.open(folder)).hasMessageContaining("holds none of the cwru files");
        Files.createFile(folder.resolve("97.mat"));
        assertThatThrownBy(() -> CwruDataSet.open(folder))
                .hasMessageContaining("lacks 36 of the 37 cwru files: 105.mat");
    }

    @Test
    void aChangedFileIsRefused() throws IOException {
        for (CwruRecord record : CwruDataSet.records()) {
            Files.writeString(folder.resolve(record.file().name()), "changed");
        }
        CwruDataSet cwru = CwruDataSet.open(folder);
        assertThatThrownBy(() -> cwru.load(CwruDataSet.records().getFirst(), CwruDataSet.Sensor.DRIVE_END))
                .hasMessageContaining("97.mat in ")
                .hasMessageContaining("is not the published file");
    }

    private static double rootMeanSquare(double[] samples) {
        double mean = 0;
        for (double sample : samples) {
            mean += sample / samples.length;
        }
        double sum = 0;
        for (double sample : samples) {
            sum += (sample - mean) * (sample - mean);
        }
        return Math.sqrt(sum / samples.length);
    }

    private static Path recordings(String below) {
        Assumptions.assumeTrue(RecordingFolder.find(below).isPresent(), RecordingFolder.absence(below));
        return RecordingFolder.find(below).orElseThrow();
    }
}
