package io.milliwatt.firmware;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Where a node keeps its models: flash with two slots, which is a file that outlives the node, and the bundle that its
 * firmware was built with.
 *
 * @param file made with all bytes FF where there is none
 * @param factory a {@code .mwm} file
 * @param signers whose bundles the node takes, at most two; without any it takes unsigned ones, for development
 * @param afterFault whether the start follows a fault, which condemns a model on trial
 */
public record ModelFlash(Path file, byte[] factory, List<BundleSigner> signers, boolean afterFault) {
    static final int PAGE_BYTES = 2048;
    static final int WORD_BYTES = 8;

    /** 2,000 fragments, the most that the firmware takes, and room for repairs. */
    static final int TRAILER_PAGES = 8;

    /** Bundles of at most 64 kB. */
    static final int DATA_PAGES = 32;

    private static final int SLOTS = 2;
    private static final long BYTES = (long) SLOTS * (TRAILER_PAGES + DATA_PAGES) * PAGE_BYTES;
    private static final byte ERASED = (byte) 0xFF;
    private static final int MOST_SIGNERS = 2;

    /** The public half of a key that bundles are signed with: 65 bytes, 04, X and Y on P-256. */
    public record BundleSigner(long keyId, byte[] point) {
        private static final int POINT_BYTES = 65;

        public BundleSigner {
            if (point.length != POINT_BYTES) {
                throw new IllegalArgumentException(
                        "A signer's public key has 65 bytes, 04, X and Y, not " + point.length + ".");
            }
            point = point.clone();
        }

        @Override
        public byte[] point() {
            return point.clone();
        }
    }

    public ModelFlash {
        factory = factory.clone();
        signers = List.copyOf(signers);
        if (signers.size() > MOST_SIGNERS) {
            throw new IllegalArgumentException("A node holds at most two public keys, not " + signers.size() + ".");
        }
    }

    @Override
    public byte[] factory() {
        return factory.clone();
    }

    /** The same flash at the next start. */
    public ModelFlash afterFault(boolean fault) {
        return new ModelFlash(file, factory, signers, fault);
    }

    /** The file's bytes in memory for as long as the arena lives; what is written there is in the file. */
    MemorySegment map(Arena arena) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            boolean isNew = channel.size() == 0;
            if (!isNew && channel.size() != BYTES) {
                throw new IllegalArgumentException("The flash in " + file + " has " + channel.size() + " bytes, not "
                        + BYTES + ": it belongs to another kind of node.");
            }
            MemorySegment flash = channel.map(FileChannel.MapMode.READ_WRITE, 0, BYTES, arena);
            if (isNew) {
                flash.fill(ERASED);
            }
            return flash;
        } catch (IOException failure) {
            throw new UncheckedIOException("The flash in " + file + " cannot be opened.", failure);
        }
    }

    /** C's {@code struct mw_java_flash_plan}. */
    MemorySegment plan(Arena arena) {
        return arena.allocateFrom(
                ValueLayout.JAVA_INT,
                PAGE_BYTES,
                WORD_BYTES,
                TRAILER_PAGES,
                DATA_PAGES,
                signers.size(),
                signers.isEmpty() ? 1 : 0,
                afterFault ? 1 : 0);
    }

    /** C's array of {@code struct mw_update_key}. */
    MemorySegment keys(Arena arena) {
        int size = Integer.BYTES + BundleSigner.POINT_BYTES + 3;
        MemorySegment keys = arena.allocate((long) MOST_SIGNERS * size, 8);
        for (int i = 0; i < signers.size(); i++) {
            keys.set(ValueLayout.JAVA_INT, (long) i * size, (int) signers.get(i).keyId());
            MemorySegment.copy(
                    signers.get(i).point(),
                    0,
                    keys,
                    ValueLayout.JAVA_BYTE,
                    (long) i * size + Integer.BYTES,
                    BundleSigner.POINT_BYTES);
        }
        return keys;
    }

    @Override
    public String toString() {
        return "ModelFlash[" + file + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelFlash flash
                && file.equals(flash.file)
                && java.util.Arrays.equals(factory, flash.factory)
                && afterFault == flash.afterFault;
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }
}
