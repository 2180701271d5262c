package io.milliwatt.datasets.wfdb;

import io.milliwatt.datasets.reader.FileContent;
import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The folder of a header, in which all files that it names are looked for; nowhere else, since a header may come from anybody. A file
 * that is there only inside gzip, its name followed by .gz, is unpacked while it is read.
 */
record RecordFolder(Path folder) {
    private static final String GZIP = ".gz";
    private static final int MAX_HEADER_BYTES = 16 << 20;

    /** @param header the path of a header, or of a record without the .hea */
    static RecordFolder of(Path header) {
        Path parent = header.toAbsolutePath().normalize().getParent();
        return new RecordFolder(parent == null ? Path.of("/") : parent);
    }

    /** The file of that name, or it packed; whether it exists is for the one who opens it to find. */
    Path file(String header, String name) throws RecordingException {
        Path file;
        try {
            file = folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new RecordingException(
                    header, "names a file \"" + name + "\", which no file can be called", "Correct the header.", e);
        }
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new RecordingException(
                    header,
                    "names the file " + name + ", which is not in the header's folder",
                    "Put the file beside the header and name it without a path.");
        }
        Path packed = file.resolveSibling(file.getFileName() + GZIP);
        return !Files.exists(file) && Files.isRegularFile(packed) ? packed : file;
    }

    static boolean isPacked(Path file) {
        return file.getFileName().toString().endsWith(GZIP);
    }

    /** A file of samples or annotations, whose first bytes may look like gzip's by chance: only the name tells. */
    static InputStream open(Path file) throws RecordingException {
        return isPacked(file) ? FileContent.open(file) : FileContent.openAsItIs(file);
    }

    /** A header's text: UTF-8, or ISO 8859-1 if it is not that. */
    static String text(Path file) throws RecordingException {
        byte[] bytes;
        try (InputStream in = FileContent.open(file)) {
            bytes = in.readNBytes(MAX_HEADER_BYTES + 1);
        } catch (RecordingException e) {
            throw e;
        } catch (IOException e) {
            throw FileContent.failure(file, -1, e);
        }
        if (bytes.length > MAX_HEADER_BYTES) {
            throw new RecordingException(FileContent.name(file), "holds more than 16 MiB", "It is no WFDB header.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
