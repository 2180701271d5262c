package io.milliwatt.firmware;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/** A damaged bundle whose lengths, recipe digest and checksum are right again, so that damage reaches what lies behind. */
final class RepairedBundle {

    private static final int HEADER = 64;
    private static final int RECIPE = 2;

    private RepairedBundle() {}

    /** Repairs most; now and then leaves one field as damaged as it is. */
    static byte[] of(byte[] file, RandomGenerator random) {
        if (file.length < HEADER) {
            return file;
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (random.nextInt(16) != 0) {
            bytes.putInt(36, file.length);
        }
        if (random.nextInt(16) != 0) {
            digest(file, bytes);
        }
        int payload = bytes.getInt(52);
        if (payload >= 0 && payload <= file.length - HEADER && random.nextInt(64) != 0) {
            CRC32 crc = new CRC32();
            crc.update(file, 0, 60);
            crc.update(file, HEADER, payload);
            bytes.putInt(60, (int) crc.getValue());
        }
        return file;
    }

    private static void digest(byte[] file, ByteBuffer bytes) {
        for (int at = HEADER; at + 8 <= file.length; ) {
            long length = Integer.toUnsignedLong(bytes.getInt(at + 4));
            if (at + 8 + length > file.length) {
                return;
            }
            if (bytes.getShort(at) == RECIPE) {
                System.arraycopy(sha256(file, at + 8, (int) length), 0, file, 16, 8);
                return;
            }
            at += 8 + (int) (length + 3 & ~3L);
        }
    }

    private static byte[] sha256(byte[] file, int from, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(file, from, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
