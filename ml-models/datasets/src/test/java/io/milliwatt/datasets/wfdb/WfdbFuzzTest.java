package io.milliwatt.datasets.wfdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.recording.RecordingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bytes are, a reader returns or throws a RecordingException that is a sentence: nothing else, and no loop without end. */
class WfdbFuzzTest {
    private static final int RUNS = 800;
    private static final List<String> HEADERS = List.of(
            "r 2 360/3(4.5) 400 10:00:00 1/2/2003\nr.dat 212x2:1+3 200(5)/mV 11 1024 995 -22131 0 MLII\nr.dat 212x2:1+3 200 11 1024 1011 20052 0 V5\n# 69 M\n",
            "r 3 360 300\nr.dat 310 200 10 0 0 0 0 a\ns.dat 8 200 10 0 0 0 0 b\n~ 0 200 10 0 0 0 0 c\n",
            "r/3 2 360 600\ns_layout 0\n~ 200\ns 400\n",
            "r/2 1 360 800\ns 400\ns 400\n");
    private static final String[] TOKENS = {
        "0",
        "-1",
        "1",
        "2147483647",
        "-2147483648",
        "4294967296",
        "9223372036854775807",
        "1e308",
        "NaN",
        "~",
        "/",
        "r",
        "s",
        "r.dat",
        "24",
        "61",
        "311",
        "508",
        "212x3",
        "16:70000",
        "8+100000",
        "0/0",
        "()",
        "\0",
        "\u00e9",
        "..",
        "."
    };

    @TempDir
    Path folder;

    @Test
    void noHeaderEndsInAnythingButARecordOrASentence() throws IOException {
        Random random = new Random(20_261_128);
        Files.writeString(folder.resolve("s.hea"), "s 1 360 400\ns.dat 311 200(0)/mV 10 0 1 2 0 MLII\n");
        Files.writeString(
                folder.resolve("s_layout.hea"), "s_layout 2 360 0\n~ 0 200 10 0 0 0 0 MLII\n~ 0 100 10 0 0 0 0 V5\n");
        Files.write(folder.resolve("s.dat"), bytes(random, 536));
        Files.write(folder.resolve("r.dat"), bytes(random, 2403));
        int read = 0;
        for (int run = 0; run < RUNS; run++) {
            String header = mutated(random, HEADERS.get(run % HEADERS.size()));
            Files.writeString(folder.resolve("r.hea"), header, StandardCharsets.ISO_8859_1);
            read += outcome(header, () -> WfdbReader.flaggingDamage().read(folder.resolve("r")));
            outcome(header, () -> WfdbReader.refusingDamage().read(folder.resolve("r")));
        }
        // Both ways must be taken often, or this test tests nothing.
        assertThat(read).isBetween(RUNS / 10, RUNS * 9 / 10);
    }

    @Test
    void noSignalFileEndsInAnythingButARecordOrASentence() throws IOException {
        Random random = new Random(310_311);
        for (int run = 0; run < 300; run++) {
            SignalFormat[] formats = SignalFormat.values();
            int format = formats[1 + random.nextInt(formats.length - 1)].number();
            String header = "r 2 360 " + random.nextInt(200) + "\nr.dat " + format + "x" + (1 + random.nextInt(3))
                    + " 200\nr.dat " + format + " 200\n";
            Files.writeString(folder.resolve("r.hea"), header);
            Files.write(folder.resolve("r.dat"), bytes(random, random.nextInt(1000)));
            assertThat(outcome(header, () -> WfdbReader.flaggingDamage().read(folder.resolve("r"))))
                    .isEqualTo(1);
            outcome(header, () -> WfdbReader.refusingDamage().read(folder.resolve("r")));
        }
    }

    @Test
    void noAnnotationFileEndsInAnythingButAnnotationsOrASentence() throws IOException {
        Random random = new Random(1024);
        Path file = folder.resolve("r.atr");
        for (int run = 0; run < RUNS; run++) {
            byte[] bytes = bytes(random, random.nextInt(300));
            for (int i = 0; run % 2 == 0 && i + 1 < bytes.length; i += 2) {
                // Mostly codes that are known, so that reading goes on for a while.
                bytes[i + 1] = (byte) (random.nextInt(64) << 2);
            }
            Files.write(file, bytes);
            String shown = Arrays.toString(bytes);
            outcome(shown, () -> WfdbReader.flaggingDamage().annotations(file));
            outcome(shown, () -> WfdbReader.refusingDamage().annotations(file));
        }
    }

    @Test
    void noPackedFileEndsInAnythingButARecordOrASentence() throws IOException {
        Random random = new Random(8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var out = new java.util.zip.GZIPOutputStream(packed)) {
            out.write(bytes(random, 60_000));
        }
        Files.writeString(folder.resolve("r.hea"), "r 1 360 30000\nr.dat 16 200\n");
        for (int run = 0; run < 100; run++) {
            byte[] bytes = Arrays.copyOf(packed.toByteArray(), 1 + random.nextInt(packed.size()));
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(folder.resolve("r.dat.gz"), bytes);
            assertThat(outcome("run " + run, () -> WfdbReader.flaggingDamage().read(folder.resolve("r"))))
                    .isEqualTo(1);
        }
    }

    private interface Reading {
        Object read() throws RecordingException;
    }

    /** 1 if something was read, 0 if it was refused with a sentence. */
    private static int outcome(String input, Reading reading) {
        try {
            assertThat(reading.read()).isNotNull();
            return 1;
        } catch (RecordingException e) {
            assertThat(e.getMessage()).describedAs(input).matches("(?s).{10,}[.]");
            return 0;
        } catch (RuntimeException | OutOfMemoryError e) {
            throw new AssertionError("reading ended with " + e + " for:\n" + input, e);
        }
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String mutated(Random random, String text) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0 && mutated.length() > 1; i--) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(5)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.setCharAt(at, (char) random.nextInt(256));
                case 2 -> mutated.setLength(at);
                case 3 -> mutated.insert(at, (char) ('0' + random.nextInt(10)));
                default -> {
                    int end = at;
                    while (end < mutated.length() && !Character.isWhitespace(mutated.charAt(end))) {
                        end++;
                    }
                    mutated.replace(at, end, TOKENS[random.nextInt(TOKENS.length)]);
                }
            }
        }
        return mutated.toString();
    }
}
