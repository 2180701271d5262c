package io.milliwatt.datasets.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.recording.Recording;
import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sinks;

class MatlabReaderTest {
    @TempDir
    Path folder;

    @Test
    void vectorsBecomeChannelsAndTheSpeedOfTheFilesOwnNumberIsTaken() throws IOException {
        MatFile content = Mat5.newMatFile()
                .addArray("X098_DE_time", row(1, 2, 3))
                .addArray("X099_DE_time", column(4, 5, 6, 7))
                .addArray("X098RPM", Mat5.newScalar(1772))
                .addArray("X099RPM", Mat5.newScalar(1750));
        Recording recording = new MatlabReader().read(write("99.mat", content, Deflater.NO_COMPRESSION));
        assertThat(recording.channelNames()).containsExactly("X098_DE_time", "X099_DE_time");
        assertThat(recording.channel("X099_DE_time").samples()).containsExactly(4, 5, 6, 7);
        assertThat(recording.shaftSpeedRpm()).hasValue(1750);
        assertThat(recording.scalars()).containsEntry("X098RPM", 1772.0);
        assertThat(recording.sampleRateHz()).isEmpty();
    }

    @Test
    void compressedStructuresAndMatricesAreOpenedAndGzipIsSeenByItsMark() throws IOException {
        Matrix matrix = Mat5.newMatrix(5, 2);
        for (int i = 0; i < 10; i++) {
            matrix.setDouble(i, i);
        }
        MatFile content = Mat5.newMatFile()
                .addArray("bearing", Mat5.newStruct().set("gs", column(1, 2)).set("sr", Mat5.newScalar(97656)))
                .addArray("both", matrix)
                .addArray("note", Mat5.newString("text is no samples"));
        Path packed = folder.resolve("no-telling-name.dat");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(write("plain.mat", content, Deflater.BEST_COMPRESSION), out);
        }
        Recording recording = RecordingReader.recognise(packed).read(packed);
        assertThat(recording.channelNames()).containsExactly("bearing.gs", "both[1]", "both[2]");
        assertThat(recording.channel("both[2]").samples()).containsExactly(5, 6, 7, 8, 9);
        assertThat(recording.scalars()).containsEntry("bearing.sr", 97656.0);
    }

    @Test
    void integersOfAnySizeAreSamplesAndNotTakenForDimensions() throws IOException {
        Matrix counts = Mat5.newMatrix(4, 1, MatlabType.Int32);
        for (int i = 0; i < 4; i++) {
            counts.setInt(i, 1_000_000 * (i + 1));
        }
        MatFile content = Mat5.newMatFile().addArray("counts", counts);
        assertThat(new MatlabReader()
                        .read(write("counts.mat", content, Deflater.NO_COMPRESSION))
                        .onlyChannel()
                        .samples())
                .containsExactly(1e6, 2e6, 3e6, 4e6);
    }

    @Test
    void theRealFileReadsAsSciPyReadsIt() throws IOException {
        // python3: m = scipy.io.loadmat('105.mat'); m['X105_DE_time'][[0, -1], 0], m['X105RPM']
        Optional<Path> cwru = RecordingFolder.find("vibration/cwru");
        Assumptions.assumeTrue(cwru.isPresent(), RecordingFolder.absence("vibration/cwru"));
        Recording recording = new MatlabReader().read(cwru.orElseThrow().resolve("105.mat"));
        assertThat(recording.channelNames()).containsExactly("X105_DE_time", "X105_FE_time", "X105_BA_time");
        double[] driveEnd = recording.channel("X105_DE_time").samples();
        assertThat(driveEnd).hasSize(121265);
        assertThat(driveEnd[0]).isEqualTo(-0.08300435129740519);
        assertThat(driveEnd[121264]).isEqualTo(0.26736822355289425);
        assertThat(recording.shaftSpeedRpm()).hasValue(1797);
    }

    @Test
    void aFileCutAnywhereIsRefusedInASentence() throws IOException {
        byte[] whole = Files.readAllBytes(write("cut.mat", small(), Deflater.NO_COMPRESSION));
        Path cut = folder.resolve("cut.mat");
        for (int length = 1; length < whole.length; length++) {
            Files.write(cut, java.util.Arrays.copyOf(whole, length));
            try {
                // Between two variables a cut cannot be seen; what is left must then be whole.
                assertThat(new MatlabReader().read(cut).channel("first").samples())
                        .containsExactly(1, 2, 3);
            } catch (RecordingException e) {
                assertThat(e).hasMessageStartingWith("cut.mat ").hasMessageEndingWith(".");
            }
        }
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length - 3));
        assertThatThrownBy(() -> new MatlabReader().read(cut))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("is cut short: at byte ");
    }

    @Test
    void damageAnywhereGivesARecordingOrASentenceAndNothingElse() throws IOException {
        Path damaged = folder.resolve("damaged.mat");
        Random random = new Random(5);
        for (int level : new int[] {Deflater.NO_COMPRESSION, Deflater.BEST_SPEED}) {
            byte[] whole = Files.readAllBytes(write("whole.mat", small(), level));
            for (int round = 0; round < 500; round++) {
                byte[] bytes = whole.clone();
                for (int i = 0; i <= random.nextInt(4); i++) {
                    bytes[124 + random.nextInt(bytes.length - 124)] = (byte) random.nextInt(256);
                }
                Files.write(damaged, bytes);
                try {
                    assertThat(new MatlabReader().read(damaged).channels()).isNotEmpty();
                } catch (RecordingException e) {
                    assertThat(e).hasMessageStartingWith("damaged.mat ").hasMessageEndingWith(".");
                }
            }
        }
    }

    @Test
    void foreignEmptyAndMissingFilesAreNamed() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.mat"));
        Path text = Files.writeString(folder.resolve("text.mat"), "1,2\n3,4\n");
        Path hdf = Files.writeString(folder.resolve("new.mat"), "MATLAB 7.3 MAT-file, Platform: GLNXA64");
        assertThatThrownBy(() -> new MatlabReader().read(empty)).hasMessageContaining("empty.mat is empty");
        assertThatThrownBy(() -> new MatlabReader().read(text)).hasMessageContaining("is not a MATLAB level 5 file");
        assertThatThrownBy(() -> new MatlabReader().read(hdf)).hasMessageContaining("-v7");
        assertThatThrownBy(() -> new MatlabReader().read(folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> new MatlabReader().read(folder.resolve("absent.mat")))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("absent.mat does not exist");
    }

    private static MatFile small() {
        return Mat5.newMatFile()
                .addArray("first", column(1, 2, 3))
                .addArray("nested", Mat5.newStruct().set("a", row(1, 2)).set("b", Mat5.newString("x")))
                .addArray("cell", Mat5.newCell(1, 2).set(0, row(1, 2)).set(1, Mat5.newScalar(3)))
                .addArray("X7RPM", Mat5.newScalar(1500));
    }

    private Path write(String name, MatFile content, int level) throws IOException {
        Path file = folder.resolve(name);
        try (var sink = Sinks.newStreamingFile(file.toFile())) {
            Mat5.newWriter(sink).setDeflateLevel(level).writeMat(content);
        }
        return file;
    }

    private static Matrix row(double... values) {
        return fill(Mat5.newMatrix(1, values.length), values);
    }

    private static Matrix column(double... values) {
        return fill(Mat5.newMatrix(values.length, 1), values);
    }

    private static Matrix fill(Matrix matrix, double... values) {
        for (int i = 0; i < values.length; i++) {
            matrix.setDouble(i, values[i]);
        }
        return matrix;
    }
}
