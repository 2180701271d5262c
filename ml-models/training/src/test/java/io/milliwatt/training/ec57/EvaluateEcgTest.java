package io.milliwatt.training.ec57;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.ec57.beat.BeatFigures;
import io.milliwatt.ec57.report.EvaluationFigures;
import io.milliwatt.ec57.report.HeartAnalysis;
import io.milliwatt.ec57.report.NoiseCurve;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.training.pipeline.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On real records, and on folders and records that cannot be judged. */
class EvaluateEcgTest {
    private static final String FOLDER = "ecg/mitdb";

    @TempDir
    Path folder;

    @Test
    void beatsAreFoundInRecordsAndLessSoInNoise() throws IOException {
        writeNoise(300_000);
        EvaluationFigures figures = EcgEvaluation.of(
                golden(),
                EcgRecordFolder.annotated(recordings(), List.of("118", "119")),
                Optional.of(EcgRecordFolder.all(folder)),
                Progress.silent());
        BeatFigures clean = figures.afterLearning().getFirst().gross().beats();
        assertThat(clean.qrsSensitivity().of()).isEqualTo(1_916 + 1_661);
        assertThat(clean.qrsSensitivity().percent().orElseThrow()).isGreaterThan(99.9);
        NoiseCurve curve = figures.noise().getFirst();
        assertThat(curve.noise()).isEqualTo("white");
        assertThat(curve.points().stream().map(NoiseCurve.Point::ratioDb)).containsExactly(24, 18, 12, 6, 0, -6);
        assertThat(errors(curve, 0)).isLessThan(0.5);
        assertThat(errors(curve, 5)).isGreaterThan(10 * Math.max(0.1, errors(curve, 0)));
        assertThat(EvaluationText.of(figures)).contains("NOISE STRESS");
    }

    /** The contract's bundle, which judges beats by plain rules at 250 Hz. */
    private static HeartAnalysis golden() throws IOException {
        return new ChainAnalysis("golden", Bundle.parse(Files.readAllBytes(ChainAnalysisTest.BUNDLE)));
    }

    private static double errors(NoiseCurve curve, int point) {
        return curve.points()
                .get(point)
                .figures()
                .gross()
                .beats()
                .detectionErrorPercent()
                .orElseThrow();
    }

    @Test
    void foldersWithoutRecordsOrAnnotationsAreRefusedWithWhatToDo() throws IOException {
        assertThatThrownBy(() -> EcgRecordFolder.annotated(folder.resolve("absent"), List.of()))
                .hasMessageContaining("is not a folder");
        assertThatThrownBy(() -> EcgRecordFolder.annotated(folder, List.of()))
                .hasMessageContaining("holds no WFDB record");
        writeNoise(1_000);
        assertThatThrownBy(() -> EcgRecordFolder.annotated(folder, List.of()))
                .hasMessageContaining("no reference annotations");
        assertThatThrownBy(() -> EcgRecordFolder.annotated(folder, List.of("100")))
                .hasMessageContaining("holds no record 100. It has white.");
    }

    @Test
    void aRecordShorterThanTheLearningPeriodIsRefused() throws IOException {
        writeNoise(1_000);
        Files.write(folder.resolve("white.atr"), new byte[] {1, 4, 0, 0});
        EcgRecordFolder records = EcgRecordFolder.annotated(folder, List.of());
        assertThatThrownBy(() -> EcgEvaluation.of(golden(), records, Optional.empty(), Progress.silent()))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("five minutes");
    }

    private static Path recordings() {
        var found = RecordingFolder.find(FOLDER);
        Assumptions.assumeTrue(found.isPresent(), RecordingFolder.absence(FOLDER));
        return found.orElseThrow();
    }

    /** White noise as a record of WFDB: format 16, one signal, 360 Hz. */
    private void writeNoise(int samples) throws IOException {
        Random random = new Random(1);
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < samples; i++) {
            bytes.putShort((short) Math.round(100 * random.nextGaussian()));
        }
        Files.write(folder.resolve("white.dat"), bytes.array());
        Files.writeString(folder.resolve("white.hea"), "white 1 360 " + samples + "\nwhite.dat 16 200 16 0\n");
    }
}
