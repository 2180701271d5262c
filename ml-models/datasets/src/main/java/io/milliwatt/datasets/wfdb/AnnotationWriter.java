package io.milliwatt.datasets.wfdb;

import io.milliwatt.datasets.reader.FileContent;
import io.milliwatt.datasets.recording.RecordingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes annotation files that the WFDB library and this package read. */
public final class AnnotationWriter {
    private static final long MAX_SKIP = Integer.MAX_VALUE;
    private static final String AHA_CODES = "NVFEPQOUR";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long time;
    private int channel;
    private int number;

    private AnnotationWriter() {}

    /**
     * Writes the annotations of a record.
     *
     * @param file named after the record, a dot, and the annotator
     * @throws RecordingException when they are not in the order of time, or the file cannot be written
     */
    public static void write(AnnotationFile annotations, Path file) throws RecordingException {
        byte[] bytes = bytes(annotations, FileContent.name(file));
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new RecordingException(
                    FileContent.name(file),
                    "could not be written (" + e.getMessage() + ")",
                    "Check the folder and its space.",
                    e);
        }
    }

    private static byte[] bytes(AnnotationFile file, String name) throws RecordingException {
        AnnotationWriter writer = new AnnotationWriter();
        for (Annotation label : AnnotationLabels.of(file)) {
            writer.put(label);
        }
        List<Annotation> all = file.annotations();
        for (int i = 0; i < all.size(); i++) {
            if (i > 0 && all.get(i).sample() < all.get(i - 1).sample()) {
                throw new RecordingException(
                        name,
                        "would not be in the order of time: annotation " + (i + 1) + " is at sample "
                                + all.get(i).sample() + ", the one before at "
                                + all.get(i - 1).sample(),
                        "Sort the annotations by sample.");
            }
            writer.put(all.get(i));
        }
        writer.word(0, 0);
        return writer.out.toByteArray();
    }

    private void put(Annotation annotation) {
        int code = annotation.code().number();
        long interval = annotation.sample() - time;
        // A word of zeros would end the file, and a file that begins like one of the AHA database would be taken for
        // one.
        long ownInterval = annotation.code() == AnnotationCode.NOT_QRS ? 1 : 0;
        if (ownInterval == 1 || interval < 0 || interval > AnnotationWords.MAX_VALUE || looksLikeAha(code, interval)) {
            skip(interval - ownInterval);
            interval = ownInterval;
        }
        word(code, (int) interval);
        time = annotation.sample();
        if (annotation.subtype() != 0) {
            word(AnnotationWords.SUBTYPE, annotation.subtype());
        }
        if (annotation.channel() != channel) {
            channel = annotation.channel();
            word(AnnotationWords.CHANNEL, channel);
        }
        if (annotation.number() != number) {
            number = annotation.number();
            word(AnnotationWords.NUMBER, number);
        }
        if (!annotation.auxiliary().isEmpty()) {
            byte[] text = annotation.auxiliary().getBytes(StandardCharsets.ISO_8859_1);
            word(AnnotationWords.AUXILIARY, text.length);
            out.writeBytes(text);
            if (text.length % 2 == 1) {
                out.write(0);
            }
        }
    }

    private boolean looksLikeAha(int code, long interval) {
        int word = code << 10 | (int) interval;
        return out.size() == 0 && (word & 0xFF) == 0 && AHA_CODES.indexOf(word >> 8) >= 0;
    }

    private void skip(long interval) {
        long left = interval;
        do {
            int step = (int) Math.clamp(left, -MAX_SKIP, MAX_SKIP);
            word(AnnotationWords.SKIP, 0);
            low(step >>> 16);
            low(step);
            left -= step;
        } while (left != 0);
    }

    private void word(int code, int value) {
        low(code << 10 | value & AnnotationWords.MAX_VALUE);
    }

    private void low(int word) {
        out.write(word);
        out.write(word >> 8);
    }
}
