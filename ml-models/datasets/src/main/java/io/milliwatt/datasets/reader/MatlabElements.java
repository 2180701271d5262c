package io.milliwatt.datasets.reader;

import io.milliwatt.datasets.recording.RecordingException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Walks the top-level data elements of a level 5 file, so that a file cut short is named as such, with the position. */
final class MatlabElements {
    private static final int MATRIX = 14;
    private static final int COMPRESSED = 15;
    private static final int LARGEST_KNOWN_TYPE = 18;

    private MatlabElements() {}

    static void check(String file, ByteBuffer bytes, int from) throws RecordingException {
        // Bytes 126-127 spell "MI" in the writer's own order, so "IM" when read as bytes means little-endian.
        boolean littleEndian = bytes.get(126) == 'I' && bytes.get(127) == 'M';
        boolean bigEndian = bytes.get(126) == 'M' && bytes.get(127) == 'I';
        if (!littleEndian && !bigEndian) {
            throw new RecordingException(
                    file, "has no byte-order mark at byte 126", "It is damaged or not a MATLAB level 5 file.");
        }
        bytes.order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int position = from;
        int elements = 0;
        while (position < bytes.limit()) {
            if (bytes.limit() - position < 8) {
                throw cutShort(file, position, 8, bytes.limit() - position);
            }
            int type = bytes.getInt(position);
            long length = Integer.toUnsignedLong(bytes.getInt(position + 4));
            if (type < 1 || type > LARGEST_KNOWN_TYPE) {
                throw new RecordingException(
                        file,
                        "is damaged: at byte " + position + " stands the unknown element type " + type,
                        "Copy it again from its source.");
            }
            if (position + 8L + length > bytes.limit()) {
                throw cutShort(file, position, length, bytes.limit() - position - 8L);
            }
            elements += type == MATRIX || type == COMPRESSED ? 1 : 0;
            if (type == MATRIX && !MatlabShape.isPlausible(bytes, position + 8, (int) (position + 8 + length))) {
                throw new RecordingException(
                        file,
                        "is damaged: the variable at byte " + position + " claims more values than it has bytes",
                        "Copy it again from its source.");
            }
            position = (int) (position + 8L + length);
        }
        if (elements == 0) {
            throw new RecordingException(file, "holds no variable", "Copy it again from its source.");
        }
    }

    private static RecordingException cutShort(String file, long position, long announced, long left) {
        return new RecordingException(
                file,
                "is cut short: at byte " + position + " a variable of " + announced + " bytes begins and " + left
                        + " bytes are left",
                "Copy it again from its source.");
    }
}
