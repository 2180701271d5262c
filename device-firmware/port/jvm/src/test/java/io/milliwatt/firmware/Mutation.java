package io.milliwatt.firmware;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Damage to bytes, the same for the same random numbers: what a careless tool, a bad line or an attacker may do. */
final class Mutation {

    private static final int[] EDGES = {
        0, 1, 2, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, -1
    };

    private final RandomGenerator random;
    private final List<byte[]> seeds;

    Mutation(RandomGenerator random, List<byte[]> seeds) {
        this.random = random;
        this.seeds = seeds;
    }

    /** One of the seeds, changed in one to four ways; one in sixteen as it is. */
    byte[] next() {
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
        int changes = random.nextInt(16) == 0 ? 0 : random.nextInt(1, 5);
        for (int change = 0; change < changes; change++) {
            bytes = changed(bytes);
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 3, 4 -> bytes[at] += (byte) random.nextInt(-4, 5);
            case 5 -> bytes[at] = (byte) random.nextInt();
            case 6, 7 -> edge(bytes, at);
            case 8 -> {
                int length = random.nextInt(Math.min(16, bytes.length - at) + 1);
                System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length + 1), length);
            }
            case 9 -> {
                return spliced(bytes, at, new byte[0], random.nextInt(Math.min(9, bytes.length - at + 1)));
            }
            case 10 -> {
                byte[] added = new byte[random.nextInt(1, 9)];
                random.nextBytes(added);
                return spliced(bytes, at, random.nextBoolean() ? added : new byte[added.length], 0);
            }
            default -> {
                byte[] other = seeds.get(random.nextInt(seeds.size()));
                int from = random.nextInt(other.length + 1);
                int length = random.nextInt(Math.min(32, other.length - from) + 1);
                return spliced(
                        bytes, at, Arrays.copyOfRange(other, from, from + length), Math.min(length, bytes.length - at));
            }
        }
        return bytes;
    }

    /** A little-endian number where limits lie, in one, two or four bytes. */
    private void edge(byte[] bytes, int at) {
        int value = EDGES[random.nextInt(EDGES.length)] + random.nextInt(-1, 2);
        int width = Math.min(1 << random.nextInt(3), bytes.length - at);
        int aligned = random.nextBoolean() ? at & -width : at;
        for (int index = 0; index < width; index++) {
            bytes[aligned + index] = (byte) (value >> 8 * index);
        }
    }

    private static byte[] spliced(byte[] bytes, int at, byte[] added, int removed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(added);
        out.write(bytes, at + removed, bytes.length - at - removed);
        return out.toByteArray();
    }
}
