package io.milliwatt.nodes.emulator;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Messages over the board's UART: {@code u16 length, u8 kind, content}, little-endian, the length counting kind and content
 * ({@code port/cortex-m/node/bridge.h}). Sending is safe for several threads, receiving for one.
 */
final class BoardWire {
    /** To the node. */
    enum Word {
        DOWNLINK(1),
        DELIVERED(2),
        CONNECTED(3),
        LOST(4),
        TIME(5),
        POWER_OFF(6);

        private final int number;

        Word(int number) {
            this.number = number;
        }
    }

    static final int FRAME = 1;
    static final int STARTED = 2;

    private static final int MOST_CONTENT = 2047;

    /** From the node. {@code kind} is {@link #FRAME}, {@link #STARTED}, or one of a later firmware. */
    @SuppressWarnings("ArrayRecordComponent") // passed through, never compared
    record Message(int kind, byte[] content) {}

    private final DataInputStream in;
    private final OutputStream out;

    BoardWire(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = out;
    }

    /** Waits for the next message; empty when the board has ended. */
    Optional<Message> receive() throws IOException {
        try {
            int length = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
            int kind = in.readUnsignedByte();
            return Optional.of(new Message(kind, in.readNBytes(length - 1)));
        } catch (EOFException ended) {
            return Optional.empty();
        }
    }

    void send(Word word, byte[] content) throws IOException {
        if (content.length > MOST_CONTENT) {
            throw new IllegalArgumentException(
                    "A message to the board has at most " + MOST_CONTENT + " bytes, not " + content.length + ".");
        }
        byte[] message = littleEndian(3 + content.length)
                .putShort((short) (1 + content.length))
                .put((byte) word.number)
                .put(content)
                .array();
        synchronized (out) {
            out.write(message);
            out.flush();
        }
    }

    void sendDelivered(long boot, long sequence) throws IOException {
        send(
                Word.DELIVERED,
                littleEndian(8).putInt((int) boot).putInt((int) sequence).array());
    }

    void sendTime(long millis) throws IOException {
        send(Word.TIME, littleEndian(8).putLong(millis).array());
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
