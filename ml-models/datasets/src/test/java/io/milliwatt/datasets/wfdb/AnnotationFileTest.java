package io.milliwatt.datasets.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationFileTest {
    @TempDir
    Path folder;

    /** Words by hand after annot(5): code in the upper six bits, interval in the lower ten, low byte first. */
    @Test
    void bytesAreThoseOfTheFormatsDescription() throws IOException {
        List<Annotation> annotations = List.of(
                Annotation.rhythm(18, "(N"),
                Annotation.of(77, AnnotationCode.NORMAL),
                new Annotation(77, AnnotationCode.PREMATURE_VENTRICULAR, 3, 1, -2, "odd"),
                Annotation.of(5077, AnnotationCode.NORMAL));
        write(annotations);
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file())))
                .isEqualTo("1270" + "02fc" + "284e" // 28, 18 on; text of 2 bytes: "(N"
                        + "3b04" // 1, 59 on
                        + "0014" + "03f4" + "01f8" + "fef3" + "03fc"
                        + "6f646400" // 5; subtype 3, channel 1, number -2, "odd"
                        + "00ec" + "0000" + "8813" // skip 0x00001388, high word first
                        + "0004" + "00f8" + "00f0" // 1, no interval left; channel and number back to 0
                        + "0000");
        assertThat(read().annotations()).isEqualTo(annotations);
    }

    @Test
    void anyAnnotationsInTheOrderOfTimeComeBack() throws IOException {
        Random random = new Random(1001);
        for (int run = 0; run < 200; run++) {
            List<Annotation> annotations = new ArrayList<>();
            long sample = random.nextInt(3) == 0 ? -random.nextLong(10_000_000_000L) : random.nextInt(2000);
            for (int i = random.nextInt(60); i > 0; i--) {
                sample += switch (random.nextInt(5)) {
                    case 0 -> 0;
                    case 1 -> random.nextInt(1022, 1026);
                    case 2 -> random.nextLong(6_000_000_000L);
                    default -> random.nextInt(1000);
                };
                annotations.add(random(random, sample));
            }
            AnnotationFile file = new AnnotationFile(
                    annotations,
                    random.nextBoolean()
                            ? OptionalDouble.of(random.nextBoolean() ? 360 : 128.5)
                            : OptionalDouble.empty(),
                    random.nextBoolean()
                            ? List.of(
                                    new AnnotationFile.Definition(
                                            AnnotationCode.USER_DEFINED_42, "ma", Optional.of("micro  arousal")),
                                    new AnnotationFile.Definition(AnnotationCode.NORMAL, "n1", Optional.empty()))
                            : List.of(),
                    List.of());
            AnnotationWriter.write(file, file());
            assertThat(read()).isEqualTo(file);
        }
    }

    private static Annotation random(Random random, long sample) {
        boolean plain = random.nextInt(3) > 0;
        byte[] text = new byte[plain ? 0 : random.nextInt(256)];
        random.nextBytes(text);
        String auxiliary = new String(text, java.nio.charset.StandardCharsets.ISO_8859_1).replaceAll("\0+$", "");
        return new Annotation(
                sample,
                AnnotationCode.of(random.nextInt(50)).orElseThrow(),
                plain ? 0 : random.nextInt(-512, 512),
                plain ? 0 : random.nextInt(1024),
                plain ? 0 : random.nextInt(-512, 512),
                auxiliary);
    }

    @Test
    void unsortedAnnotationsAreNotWritten() {
        assertThatThrownBy(() -> write(
                        List.of(Annotation.of(500, AnnotationCode.NORMAL), Annotation.of(499, AnnotationCode.NORMAL))))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("annotation 2 is at sample 499, the one before at 500");
        assertThat(file()).doesNotExist();
    }

    /** A systole at sample 0 is the word 0x5000; a file of the AHA database begins with 0 and a letter as well. */
    @Test
    void noFileBeginsLikeOneOfTheAhaDatabase() throws IOException {
        List<Annotation> annotations =
                List.of(Annotation.of(0, AnnotationCode.SYSTOLE), Annotation.of(1, AnnotationCode.NORMAL));
        write(annotations);
        assertThat(Files.readAllBytes(file())).startsWith(0, 0xEC);
        assertThat(read().annotations()).isEqualTo(annotations);
    }

    @Test
    void aFileOfTheAhaDatabaseIsRefused() throws IOException {
        Files.write(file(), HexFormat.of().parseHex("004e00005a0001000001000000000000" + "ff".repeat(16)));
        assertThatThrownBy(this::read).hasMessageContaining("is in the AHA database's own format");
    }

    @Test
    void aFileThatIsCutShortIsRefusedOrGivesWhatIsLeft() throws IOException {
        write(List.of(Annotation.of(100, AnnotationCode.NORMAL), Annotation.rhythm(5000, "(AFIB")));
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length - 2; length++) {
            Files.write(file(), java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(this::read).hasMessageContaining("is cut short: it has no end mark after");
            AnnotationFile left = WfdbReader.flaggingDamage().annotations(file());
            assertThat(left.findings()).isNotEmpty();
            assertThat(left.annotations().size()).isEqualTo(length < 2 ? 0 : length < 10 ? 1 : 2);
        }
    }

    @Test
    void codesThatAreNoneAreRefusedOrToldOf() throws IOException {
        Files.write(file(), HexFormat.of().parseHex("0504" + "0ad4" + "0504" + "0000"));
        assertThatThrownBy(this::read).hasMessageContaining("at sample 15 with code 53, and codes end at 49");
        AnnotationFile left = WfdbReader.flaggingDamage().annotations(file());
        assertThat(left.annotations()).extracting(Annotation::sample).containsExactly(5L, 20L);
        assertThat(left.findings()).hasSize(1);
    }

    @Test
    void annotationsThatGoBackInTimeAreKeptAndToldOf() throws IOException {
        Files.write(file(), HexFormat.of().parseHex("6404" + "00ec" + "ffff" + "ceff" + "0004" + "0000"));
        AnnotationFile read = read();
        assertThat(read.annotations()).extracting(Annotation::sample).containsExactly(100L, 50L);
        assertThat(read.findings()).containsExactly("r.atr has an annotation at sample 50 after one at sample 100.");
    }

    private void write(List<Annotation> annotations) throws RecordingException {
        AnnotationWriter.write(AnnotationFile.of(annotations), file());
    }

    private AnnotationFile read() throws RecordingException {
        return WfdbReader.refusingDamage().annotations(file());
    }

    private Path file() {
        return folder.resolve("r.atr");
    }
}
