package io.milliwatt.datasets.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdfReaderTest {
    @TempDir
    Path folder;

    /**
     * A file of another tool, BioSig 2.5.0: {@code save2gdf -f=EDF ours.edf biosig.edf}, where ours.edf is 720 samples of two leads at
     * 360 Hz, MLII at 200 units per mV and V5 at 1000 units per uV with a baseline of 5, sample i being i × 7919 mod 2001 − 1000 and
     * i² mod 1777 − 800. BioSig scales each lead to 16 bits anew, says EDF+C, writes no channel of annotations, and a second too few.
     * Its own {@code save2gdf -CSV} prints the same values from ours.edf as went into it, and our two annotations.
     */
    @Test
    void aFileOfAnotherToolReadsAsWhatWentIntoIt() throws IOException {
        Path file = folder.resolve("biosig.edf");
        try (InputStream in = EdfReaderTest.class.getResourceAsStream("biosig.edf")) {
            Files.copy(in, file);
        }
        EdfRecording read = EdfReader.refusingDamage().read(file);
        assertThat(read.header().kind()).isEqualTo(EdfKind.CONTINUOUS);
        assertThat(read.header().start()).contains(LocalDateTime.of(2026, 11, 28, 12, 30, 14));
        assertThat(read.recordStartSeconds()).hasSize(2);
        assertThat(read.signals())
                .extracting(signal -> signal.description().label())
                .containsExactly("MLII", "V5");
        for (int i = 0; i < 720; i++) {
            double first = (i * 7919 % 2001 - 1000) / 200.0;
            double second = (i * i % 1777 - 800 - 5) / 1000.0;
            assertThat(read.signals().get(0).physical(i)).isCloseTo(first, Offset.offset(10.0 / 65534));
            assertThat(read.signals().get(1).physical(i)).isCloseTo(second, Offset.offset(2.0 / 65534));
        }
    }

    /** The example of EDF+ §2.2.4, an EMG with its annotations, in three data records with a gap. */
    @Test
    void gapsAndAnnotationsAreRead() throws IOException {
        String first =
                "+0\u0014\u0014\0" + "+0\u0014Recording starts\u0014\0" + "-0.065\u0014Pre-stimulus µV 2.0\u0014\0";
        String second = "+1\u0014\u0014\0" + "+1.3\u001525.5\u0014Apnea\u0014Hypopnea\u0014\0";
        String third = "+120.25\u0014\u0014\0";
        EdfRecording read = read(file("EDF+D", 3, "1", first, second, third));
        assertThat(read.recordStartSeconds()).containsExactly(0.0, 1.0, 120.25);
        assertThat(read.annotations())
                .containsExactly(
                        EdfAnnotation.of(0, "Recording starts"),
                        EdfAnnotation.of(-0.065, "Pre-stimulus µV 2.0"),
                        new EdfAnnotation(1.3, OptionalDouble.of(25.5), "Apnea"),
                        new EdfAnnotation(1.3, OptionalDouble.of(25.5), "Hypopnea"));
        assertThat(read.signals()).hasSize(1);
        assertThat(read.signals().getFirst().samples())
                .startsWith((short) 0, (short) 1, (short) 2, (short) 3)
                .hasSize(12);
        assertThat(read.sampleRateHz(read.signals().getFirst())).isEqualTo(4);
        assertThat(read.findings()).isEmpty();
    }

    @Test
    void theYearOfTheRecordingFieldWinsOverTwoDigits() throws IOException {
        assertThat(read(file("EDF+C", 1, "1", "+0\u0014\u0014\0")).header().start())
                .contains(LocalDateTime.of(2002, 3, 2, 17, 5, 9));
        byte[] plain = file("", 1, "1", "");
        System.arraycopy("something else entirely   ".getBytes(StandardCharsets.US_ASCII), 0, plain, 88, 26);
        System.arraycopy("02.03.87".getBytes(StandardCharsets.US_ASCII), 0, plain, 168, 8);
        assertThat(read(plain).header().start()).contains(LocalDateTime.of(1987, 3, 2, 17, 5, 9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0   | 9       | does not begin with the 0 of EDF
            184 | 500     | states a header of 500 bytes, and 2 signals need 768
            236 | -2      | states -2 data records
            236 | x       | has "x" as its number of data records, which is no number
            244 | 0       | states data records of 0 s, and has the signal ECG in them
            244 | -1      | data records of -1.0 s
            252 | 9999    | states a header of 768 bytes, and 9999 signals need 2560000
            168 | 31.02.02| as its start; DD.MM.YY and HH.MM.SS are needed
            176 | 25.00.00| as its start; DD.MM.YY and HH.MM.SS are needed
            496 | 2048    | states digital 2048 to 2047 for physical -5.0 to 5.0 of signal ECG
            480 | -5      | which says nothing of what a count is worth
            512 | 2.5     | has "2.5" as its digital maximum of signal ECG, which is no whole number
            688 | 0       | has "0" as its number of samples per data record of signal ECG, which must be 1 or more
            688 | 99999999| states data records of
            236 | 7       | is cut short: it holds 2 data records of 7
            """)
    void wrongFieldsGetOneSentence(int offset, String field, String problem) throws IOException {
        byte[] bytes = file("EDF+C", 2, "1", "+0\u0014\u0014\0", "+1\u0014\u0014\0");
        int width = offset == 252 ? 4 : 8;
        byte[] text = Arrays.copyOf(field.getBytes(StandardCharsets.US_ASCII), width);
        for (int i = field.length(); i < width; i++) {
            text[i] = ' ';
        }
        System.arraycopy(text, 0, bytes, offset, width);
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(RecordingException.class)
                .hasMessageStartingWith("r.edf ")
                .hasMessageContaining(problem);
    }

    @Test
    void aFileThatIsCutShortLeavesItsWholeDataRecords() throws IOException {
        byte[] bytes = file("EDF+C", 2, "1", "+0\u0014\u0014\0", "+1\u0014\u0014\0");
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 3);
        assertThatThrownBy(() -> read(cut))
                .hasMessageContaining("it holds 1 data records of 2 and 85 bytes of one more");
        Files.write(folder.resolve("r.edf"), cut);
        EdfRecording left = EdfReader.flaggingDamage().read(folder.resolve("r.edf"));
        assertThat(left.signals().getFirst().samples()).containsExactly((short) 0, (short) 1, (short) 2, (short) 3);
        assertThat(left.findings()).hasSize(1);
        assertThatThrownBy(() -> read(Arrays.copyOf(bytes, 700)))
                .hasMessageContaining("is cut short inside its header");
        assertThatThrownBy(() -> read(new byte[0])).hasMessageContaining("is empty");
    }

    @Test
    void timesThatGoBackAndAnnotationsThatAreNoneAreDamage() throws IOException {
        byte[] back = file("EDF+D", 2, "1", "+5\u0014\u0014\0", "+5.5\u0014\u0014\0");
        assertThatThrownBy(() -> read(back))
                .hasMessageContaining("data record 1 begins at 5.5 s, where 6 s or later is due");
        byte[] gap = file("EDF+C", 2, "1", "+5\u0014\u0014\0", "+7\u0014\u0014\0");
        assertThatThrownBy(() -> read(gap)).hasMessageContaining("begins at 7 s, where 6 s is due");
        byte[] silent = file("EDF+D", 2, "1", "+5\u0014\u0014\0", "");
        assertThatThrownBy(() -> read(silent)).hasMessageContaining("does not say when data record 1 begins");
        byte[] none = file("EDF+C", 1, "1", "+0\u0014\u0014\0noon\u0014Apnea\u0014\0");
        assertThatThrownBy(() -> read(none))
                .hasMessageContaining("has 1 annotations that are none, the first one \"noon·Apnea·\"");
    }

    @Test
    void samplesOutsideOfTheStatedRangeAreKeptAndToldOf() throws IOException {
        byte[] bytes = file("", 1, "1", "");
        bytes[bytes.length - 88] = 0;
        bytes[bytes.length - 87] = 0x70;
        EdfRecording read = read(bytes);
        assertThat(read.signals().getFirst().sample(0)).isEqualTo(0x7000);
        assertThat(read.findings())
                .contains("r.edf has 1 samples of signal ECG outside of the digital range -2048 to 2047 it states.");
    }

    private EdfRecording read(byte[] bytes) throws IOException {
        Files.write(folder.resolve("r.edf"), bytes);
        return EdfReader.refusingDamage().read(folder.resolve("r.edf"));
    }

    /** One signal of four samples per data record, counting up, and a channel of 80 bytes with the given texts. */
    private static byte[] file(String kind, int records, String seconds, String... texts) {
        StringBuilder header = new StringBuilder();
        put(header, "0", 8);
        put(header, "MCH-0234567 F 02-MAY-1951 Haagse_Harry", 80);
        put(header, "Startdate 02-MAR-2002 EMG561 BK/JOP Sony.", 80);
        put(header, "02.03.02", 8);
        put(header, "17.05.09", 8);
        put(header, "768", 8);
        put(header, kind, 44);
        put(header, Integer.toString(records), 8);
        put(header, seconds, 8);
        put(header, "2", 4);
        String[][] fields = {
            {"ECG", "EDF Annotations"},
            {"", ""},
            {"mV", ""},
            {"-5", "-1"},
            {"5", "1"},
            {"-2048", "-32768"},
            {"2047", "32767"},
            {"", ""},
            {"4", "40"},
            {"", ""}
        };
        int[] widths = {16, 80, 8, 8, 8, 8, 8, 80, 8, 32};
        for (int i = 0; i < widths.length; i++) {
            put(header, fields[i][0], widths[i]);
            put(header, fields[i][1], widths[i]);
        }
        byte[] bytes = Arrays.copyOf(header.toString().getBytes(StandardCharsets.US_ASCII), 768 + records * 88);
        for (int record = 0; record < records; record++) {
            for (int i = 0; i < 4; i++) {
                bytes[768 + record * 88 + 2 * i] = (byte) (4 * record + i);
            }
            byte[] text = texts[record].getBytes(StandardCharsets.UTF_8);
            System.arraycopy(text, 0, bytes, 768 + record * 88 + 8, text.length);
        }
        return bytes;
    }

    private static void put(StringBuilder header, String text, int width) {
        header.append(text).repeat(' ', width - text.length());
    }
}
