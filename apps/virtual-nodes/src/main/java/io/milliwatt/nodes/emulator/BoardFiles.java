package io.milliwatt.nodes.emulator;

import io.milliwatt.firmware.ModelFlash;
import io.milliwatt.firmware.NodeConfiguration;
import io.milliwatt.nodes.signal.Digitizer;
import io.milliwatt.nodes.signal.SensorSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The files by which a board is provisioned, as {@code port/cortex-m/node/provisioning.h} lists them. */
public final class BoardFiles {
    static final double SAMPLE_RATE_HZ = 12_000;

    private static final int MAGIC = 0x434E574D;
    private static final int VERSION = 1;
    private static final int AFTER_FAULT = 1;
    private static final int UNSIGNED_ALLOWED = 2;
    private static final int KEYS_OFFSET = 24;
    private static final int KEY_BYTES = 72;
    private static final int CONFIGURATION_OFFSET = 168;
    private static final int FLASH_BYTES = 2 * (8 + 32) * 2048;
    private static final int RECORDED_SECONDS = 20;

    private final Path folder;

    public BoardFiles(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder " + folder + " of the board cannot be created.", failure);
        }
    }

    public Path folder() {
        return folder;
    }

    /** What the accelerometer plays in a loop: whole turns of the shaft, so that the seam is as even as possible. */
    public void layOutSamples(SensorSignal signal) {
        signal.next(new double[1]);
        double shaftHz = Math.max(1, signal.shaftSpeedHz());
        long turns = Math.round(RECORDED_SECONDS * shaftHz);
        double[] accelerationG = new double[(int) Math.round(turns * SAMPLE_RATE_HZ / shaftHz)];
        short[] counts = new short[accelerationG.length];
        signal.next(accelerationG);
        Digitizer.SIXTEEN_G.convert(accelerationG, counts);
        ByteBuffer bytes = littleEndian(2 * counts.length);
        bytes.asShortBuffer().put(counts);
        write("samples.bin", bytes.array());
    }

    /** New flash, unless the board has some already. */
    public void layOutFlash(byte[] factory) {
        write("factory.mwm", factory);
        if (!Files.exists(folder.resolve("flash.bin"))) {
            byte[] erased = new byte[FLASH_BYTES];
            Arrays.fill(erased, (byte) 0xFF);
            write("flash.bin", erased);
        }
    }

    /** What the board is told at its next start. */
    public void configure(
            NodeConfiguration configuration,
            List<ModelFlash.BundleSigner> signers,
            boolean afterFault,
            long nowMillis) {
        byte[] node = configuration.encoded();
        ByteBuffer out = littleEndian(CONFIGURATION_OFFSET + node.length);
        int flags = (afterFault ? AFTER_FAULT : 0) | (signers.isEmpty() ? UNSIGNED_ALLOWED : 0);
        out.putInt(MAGIC).putInt(VERSION).putLong(nowMillis).putInt(flags).putInt(signers.size());
        for (int i = 0; i < signers.size(); i++) {
            out.position(KEYS_OFFSET + i * KEY_BYTES);
            out.putInt((int) signers.get(i).keyId()).put(signers.get(i).point());
        }
        out.put(CONFIGURATION_OFFSET, node);
        write("node.conf", out.array());
    }

    private void write(String name, byte[] content) {
        try {
            Files.write(folder.resolve(name), content);
        } catch (IOException failure) {
            throw new UncheckedIOException("The board's file " + folder.resolve(name) + " cannot be written.", failure);
        }
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
