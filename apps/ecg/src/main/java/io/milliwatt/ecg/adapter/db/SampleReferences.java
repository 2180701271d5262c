package io.milliwatt.ecg.adapter.db;

import io.milliwatt.ecg.label.Label.Samples;
import io.milliwatt.ecg.label.Label.Stored;
import io.milliwatt.ecg.signal.StripWindow;
import io.milliwatt.platform.storage.StoredBlock;
import io.milliwatt.platform.storage.WaveformReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Names the very samples that a person spoke of, so that a label outlives times, clocks and exports. */
@ApplicationScoped
public class SampleReferences {

    private static final double NANOS_PER_SECOND = 1e9;

    private final WaveformReader waveforms;

    SampleReferences(WaveformReader waveforms) {
        this.waveforms = waveforms;
    }

    /** The samples of a channel between two times; of a long stretch, those of its first two minutes. */
    public Samples of(long node, int channel, Instant from, Instant to) {
        Instant last = from.plus(StripWindow.LONGEST);
        Instant end = to.isAfter(last) ? last : to;
        List<StoredBlock> blocks = waveforms.blocks(List.of(node), from, end).stream()
                .filter(block -> block.channel() == channel)
                .toList();
        return new Samples(from, to, blocks.isEmpty() ? Optional.empty() : Optional.of(stored(blocks, from, end)));
    }

    private static Stored stored(List<StoredBlock> blocks, Instant from, Instant to) {
        long boot = blocks.getFirst().identity().boot();
        MessageDigest digest = sha256();
        long first = -1;
        long last = -1;
        for (StoredBlock block : blocks) {
            if (block.identity().boot() != boot) {
                break;
            }
            int begin = place(block, from);
            int end = place(block, to);
            long base = (long) block.blockIndex() * block.counts().length;
            if (begin < end) {
                first = first < 0 ? base + begin : first;
                last = base + end - 1;
                digest.update(bytes(block.counts(), begin, end));
            }
        }
        return new Stored(
                boot, Math.max(0, first), Math.max(0, last), HexFormat.of().formatHex(digest.digest()));
    }

    /** Which of a block's samples is the first that is not before a time. */
    private static int place(StoredBlock block, Instant time) {
        double samples = Duration.between(block.startsAt(), time).toNanos() / NANOS_PER_SECOND * block.sampleRateHz();
        return (int) Math.clamp(Math.ceil(samples), 0, block.counts().length);
    }

    private static byte[] bytes(short[] counts, int from, int to) {
        ByteBuffer bytes = ByteBuffer.allocate((to - from) * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = from; i < to; i++) {
            bytes.putShort(counts[i]);
        }
        return bytes.array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
