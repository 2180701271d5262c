package io.milliwatt.datasets.reader;

import io.milliwatt.datasets.recording.Recording;
import io.milliwatt.datasets.recording.RecordingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads one file format into a {@link Recording}. */
public sealed interface RecordingReader permits MatlabReader, DelimitedTextReader, RawReader {
    /**
     * @param file a file, plain or inside gzip
     * @throws RecordingException when the file is missing, cut short, or not of this format
     */
    Recording read(Path file) throws RecordingException;

    /**
     * The reader for a file by what it begins with. Raw samples have no mark and are never guessed: they need a
     * {@link RawReader} with a stated sample type and scale.
     */
    static RecordingReader recognise(Path file) throws RecordingException {
        byte[] start = FileContent.start(file, 4096);
        if (MatlabReader.recognises(start)) {
            return new MatlabReader();
        }
        if (looksLikeText(start)) {
            return DelimitedTextReader.withDetectedDelimiter();
        }
        throw new RecordingException(
                file.getFileName().toString(),
                "is neither a MATLAB level 5 file nor text",
                "If it holds raw samples, state their type and scale (int16, int32, float32 or float64, little-endian).");
    }

    private static boolean looksLikeText(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        // A byte order mark of UTF-8 is text; control characters other than tab and line ends are not.
        return !text.isBlank() && text.chars().noneMatch(c -> c < 32 && c != '\t' && c != '\n' && c != '\r' && c != 12);
    }
}
