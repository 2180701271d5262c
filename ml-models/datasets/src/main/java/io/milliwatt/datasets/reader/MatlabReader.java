package io.milliwatt.datasets.reader;

import io.milliwatt.datasets.recording.Recording;
import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;

/**
 * MATLAB level 5 files, compressed or not, of either byte order ("MAT-File Format", The MathWorks, R2019b). Vectors, columns of
 * matrices and vectors inside structures become channels; single numbers become scalars, {@code X105RPM} the shaft speed.
 */
public record MatlabReader() implements RecordingReader {
    private static final int HEADER_BYTES = 128;
    private static final String COPY_AGAIN = "Copy it again from its source.";

    static boolean recognises(byte[] start) {
        return startsWith(start, "MATLAB ") || (start.length >= 4 && (start[0] & 0xFF) == 0x89 && start[1] == 'H');
    }

    @Override
    public Recording read(Path file) throws RecordingException {
        byte[] bytes = FileContent.bytes(file);
        String name = FileContent.name(file);
        checkHeader(name, bytes);
        MatlabElements.check(name, ByteBuffer.wrap(bytes), HEADER_BYTES);
        Source source = Sources.wrap(bytes);
        MatFile content;
        try {
            content = Mat5.newReader(source)
                    .setMaxInflateBufferSize(1 << 16)
                    .setBufferAllocator(new BoundedAllocator(1032L * bytes.length))
                    .disableSubsystemProcessing()
                    .readMat();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // The library reports damage by whatever its buffers throw, and believes any length that a damaged file
            // states.
            throw new RecordingException(
                    name, "is damaged in the variable that ends at byte " + source.getPosition(), COPY_AGAIN, e);
        }
        try {
            return MatlabVariables.collect(name, content);
        } catch (IndexOutOfBoundsException | ClassCastException | NegativeArraySizeException e) {
            throw new RecordingException(name, "holds a variable whose size does not match its data", COPY_AGAIN, e);
        }
    }

    /**
     * Refuses what a damaged file claims beyond reason.
     *
     * @param maxBytes deflate packs at most 1032 bytes into one (zlib's technical notes)
     */
    private record BoundedAllocator(long maxBytes) implements BufferAllocator {
        @Override
        public ByteBuffer allocate(int bytes) {
            if (bytes < 0 || bytes > maxBytes) {
                throw new IllegalArgumentException("a variable claims " + bytes + " bytes");
            }
            return ByteBuffer.allocate(bytes);
        }

        @Override
        public void release(ByteBuffer buffer) {
            // The garbage collector does.
        }
    }

    private static void checkHeader(String name, byte[] bytes) throws RecordingException {
        if (startsWith(bytes, "MATLAB 7.3") || (bytes.length > 1 && bytes[1] == 'H' && (bytes[0] & 0xFF) == 0x89)) {
            throw new RecordingException(
                    name, "is a MATLAB 7.3 (HDF5) file", "Save it in MATLAB with the option -v7 and read that.");
        }
        if (!startsWith(bytes, "MATLAB ")) {
            throw new RecordingException(
                    name, "is not a MATLAB level 5 file", "Name a file that MATLAB saved with -v6 or -v7.");
        }
        if (bytes.length < HEADER_BYTES) {
            throw new RecordingException(
                    name,
                    "is cut short: " + bytes.length + " bytes do not hold the header of " + HEADER_BYTES,
                    COPY_AGAIN);
        }
    }

    private static boolean startsWith(byte[] bytes, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= wanted.length
                && ByteBuffer.wrap(bytes, 0, wanted.length).equals(ByteBuffer.wrap(wanted));
    }
}
