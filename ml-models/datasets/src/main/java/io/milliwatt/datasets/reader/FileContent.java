package io.milliwatt.datasets.reader;

import io.milliwatt.datasets.recording.RecordingException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file's bytes, unpacked if they begin with gzip's mark (RFC 1952 §2.3.1), whatever the file is called. */
public final class FileContent {
    /** More than any single recording of a sensor; a file that unpacks beyond it is refused, not loaded. */
    public static final int MAX_BYTES = 1 << 30;

    private FileContent() {}

    public static InputStream open(Path file) throws RecordingException {
        try {
            BufferedInputStream plain = openAsItIs(file);
            plain.mark(2);
            boolean packed = plain.read() == 0x1F && plain.read() == 0x8B;
            plain.reset();
            return packed ? new BufferedInputStream(new GZIPInputStream(plain, 1 << 16), 1 << 16) : plain;
        } catch (RecordingException e) {
            throw e;
        } catch (IOException e) {
            throw failure(file, 0, e);
        }
    }

    /** Without unpacking: for files whose own bytes may begin like gzip's. */
    public static BufferedInputStream openAsItIs(Path file) throws RecordingException {
        String name = name(file);
        if (Files.isDirectory(file)) {
            throw new RecordingException(name, "is a folder", "Name a file in it.");
        }
        if (!Files.isReadable(file)) {
            throw new RecordingException(
                    name, "does not exist or may not be read", "Check the path and its permissions.");
        }
        try {
            return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        } catch (IOException e) {
            throw failure(file, 0, e);
        }
    }

    /** All bytes; an empty file is refused. */
    public static byte[] bytes(Path file) throws RecordingException {
        byte[] content;
        try (InputStream in = open(file)) {
            content = in.readNBytes(MAX_BYTES);
            if (in.read() >= 0) {
                throw new RecordingException(
                        name(file), "holds more than " + (MAX_BYTES >> 20) + " MiB", "Cut it into shorter recordings.");
            }
        } catch (RecordingException e) {
            throw e;
        } catch (IOException e) {
            throw failure(file, -1, e);
        }
        if (content.length == 0) {
            throw empty(file);
        }
        return content;
    }

    /** At most {@code count} bytes from the beginning; an empty file is refused. */
    static byte[] start(Path file, int count) throws RecordingException {
        try (InputStream in = open(file)) {
            byte[] start = in.readNBytes(count);
            if (start.length == 0) {
                throw empty(file);
            }
            return start;
        } catch (RecordingException e) {
            throw e;
        } catch (IOException e) {
            throw failure(file, -1, e);
        }
    }

    public static RecordingException empty(Path file) {
        return new RecordingException(name(file), "is empty", "Copy it again from its source.");
    }

    /** @param position bytes read so far, negative if unknown */
    public static RecordingException failure(Path file, long position, IOException cause) {
        String where = position > 0 ? " after " + position + " unpacked bytes" : "";
        if (cause instanceof EOFException) {
            return new RecordingException(
                    name(file),
                    "is cut short: its gzip data ends early" + where,
                    "Copy it again from its source.",
                    cause);
        }
        if (cause instanceof ZipException) {
            return new RecordingException(
                    name(file), "is damaged inside its gzip data" + where, "Copy it again from its source.", cause);
        }
        return new RecordingException(
                name(file), "could not be read" + where + " (" + cause.getMessage() + ")", "Check the disk.", cause);
    }

    public static String name(Path file) {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }
}
