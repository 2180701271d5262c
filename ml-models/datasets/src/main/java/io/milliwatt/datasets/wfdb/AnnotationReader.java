package io.milliwatt.datasets.wfdb;

import io.milliwatt.datasets.reader.FileContent;
import io.milliwatt.datasets.recording.Findings;
import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an annotation file word by word. */
final class AnnotationReader {
    private static final int MAX_BYTES = 1 << 28;
    private static final int AHA_BYTES = 16;
    private static final Set<Character> AHA_CODES = Set.of('N', 'V', 'F', 'E', 'P', 'Q', 'O', 'U', 'R');

    private final String file;
    private final byte[] bytes;
    private final Findings findings;
    private final List<Annotation> annotations = new ArrayList<>();
    private int at;
    private long time;
    private int channel;
    private int number;
    private boolean ended;

    private AnnotationReader(String file, byte[] bytes, Findings findings) {
        this.file = file;
        this.bytes = bytes;
        this.findings = findings;
    }

    static AnnotationFile read(Path file, Findings findings) throws RecordingException {
        String name = FileContent.name(file);
        byte[] bytes;
        try (InputStream in = RecordFolder.open(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (RecordingException e) {
            throw e;
        } catch (IOException e) {
            throw FileContent.failure(file, -1, e);
        }
        if (bytes.length > MAX_BYTES) {
            throw new RecordingException(name, "holds more than 256 MiB", "It is no annotation file.");
        }
        AnnotationReader reader = new AnnotationReader(name, bytes, findings);
        reader.refuseAha();
        reader.readAll();
        return AnnotationLabels.separate(name, reader.annotations, findings);
    }

    /** The other format WFDB's tools know would read as nonsense; its first record has serial number 1. */
    private void refuseAha() throws RecordingException {
        if (bytes.length >= AHA_BYTES
                && bytes[0] == 0
                && AHA_CODES.contains((char) bytes[1])
                && bytes[6] == 1
                && bytes[7] == 0) {
            throw new RecordingException(
                    file, "is in the AHA database's own format", "Convert it with WFDB's rdann and wrann.");
        }
    }

    private void readAll() throws RecordingException {
        while (!ended && at + 2 <= bytes.length) {
            int word = word();
            int code = word >> 10;
            if (word == 0) {
                ended = true;
            } else if (code == AnnotationWords.SKIP) {
                skip();
            } else if (code > AnnotationWords.SKIP) {
                throw new RecordingException(
                        file,
                        "begins with something said about an annotation before the first one",
                        "It is no annotation file.");
            } else {
                time += word & AnnotationWords.MAX_VALUE;
                annotation(code);
            }
        }
        if (!ended) {
            findings.damage(
                    file,
                    "is cut short: it has no end mark after " + annotations.size() + " annotations",
                    "Copy it again from its source.");
        }
    }

    /** All that is said about one annotation: everything up to the next code below that of an interval. */
    private void annotation(int code) throws RecordingException {
        long sample = time;
        int subtype = 0;
        String auxiliary = "";
        while (at + 2 <= bytes.length && peek() >> 10 >= AnnotationWords.SKIP) {
            int word = word();
            int value = word & AnnotationWords.MAX_VALUE;
            switch (word >> 10) {
                case AnnotationWords.SKIP -> skip();
                case AnnotationWords.NUMBER -> number = AnnotationWords.signed(value);
                case AnnotationWords.SUBTYPE -> subtype = AnnotationWords.signed(value);
                case AnnotationWords.CHANNEL -> channel = value;
                default -> auxiliary = text(value);
            }
        }
        add(sample, code, subtype, auxiliary);
    }

    private void add(long sample, int code, int subtype, String auxiliary) throws RecordingException {
        Optional<AnnotationCode> known = AnnotationCode.of(code);
        if (known.isEmpty()) {
            findings.damage(
                    file,
                    "has an annotation at sample " + sample + " with code " + code + ", and codes end at "
                            + AnnotationCode.MAX_NUMBER,
                    "Copy it again from its source.");
            return;
        }
        annotations.add(new Annotation(sample, known.get(), subtype, channel, number, auxiliary));
    }

    /** High word first: the order of the machine that WFDB grew up on. */
    private void skip() throws RecordingException {
        if (at + 4 > bytes.length) {
            at = bytes.length;
            return;
        }
        int high = word();
        time += high << 16 | word();
    }

    /** The low eight bits count; an odd number of bytes is followed by one more. */
    private String text(int value) {
        int length = Math.min(value & 0xFF, bytes.length - at);
        int from = at;
        at = Math.min(bytes.length, at + (value & 0xFF) + (value & 1));
        while (length > 0 && bytes[from + length - 1] == 0) {
            length--;
        }
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    private int peek() {
        return Byte.toUnsignedInt(bytes[at]) | Byte.toUnsignedInt(bytes[at + 1]) << 8;
    }

    private int word() {
        int word = peek();
        at += 2;
        return word;
    }
}
