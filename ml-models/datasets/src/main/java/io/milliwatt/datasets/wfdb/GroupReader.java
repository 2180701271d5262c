package io.milliwatt.datasets.wfdb;

import io.milliwatt.datasets.reader.FileContent;
import io.milliwatt.datasets.recording.RecordingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Reads the samples of one signal file block by block, so that memory grows with what is there and not with what is stated. */
final class GroupReader {
    private static final int BLOCK_SAMPLES = 1 << 14;

    private final SignalGroup group;
    private final SignalFormat format;
    private final Path file;
    private final int frameSamples;
    private final int[][] samples;
    private final int[] latest;
    private final int[] sums;
    private int frames;
    private boolean holdsMore;
    private RecordingException failure;

    GroupReader(SignalGroup group, SignalFormat format, Path file) {
        this.group = group;
        this.format = format;
        this.file = file;
        this.frameSamples = group.frameSamples();
        int signals = group.signals().size();
        this.samples = new int[signals][0];
        this.sums = new int[signals];
        this.latest =
                group.signals().stream().mapToInt(SignalLine::initialValue).toArray();
    }

    /** Reads until {@code limit} frames are there, the file ends or cannot be read on. */
    void read(int limit) {
        try (InputStream in = RecordFolder.open(file)) {
            skipPreamble(in);
            reserve(expectedFrames(limit));
            readFrames(in, limit);
        } catch (RecordingException e) {
            failure = e;
        } catch (IOException e) {
            failure = FileContent.failure(file, -1, e);
        }
    }

    /** How many frames were read. */
    int frames() {
        return frames;
    }

    /** Whether the file has frames beyond the limit. */
    boolean holdsMore() {
        return holdsMore;
    }

    /** What ended the reading before the file's end. */
    Optional<RecordingException> failure() {
        return Optional.ofNullable(failure);
    }

    /** The samples of a signal of the group, with room for {@code frameCount} frames; what was not read is missing. */
    int[] samples(int signal, int frameCount) {
        int[] all = samples[signal];
        int read = frames * group.signals().get(signal).samplesPerFrame();
        int wanted = frameCount * group.signals().get(signal).samplesPerFrame();
        if (all.length != wanted) {
            all = Arrays.copyOf(all, wanted);
        }
        if (read < wanted) {
            Arrays.fill(all, read, wanted, WfdbSignal.MISSING);
        }
        return all;
    }

    /** The lowest 16 bits of the sum of what the file holds. */
    short checksum(int signal) {
        return (short) sums[signal];
    }

    private void skipPreamble(InputStream in) throws IOException {
        try {
            in.skipNBytes(group.byteOffset());
        } catch (EOFException e) {
            throw new RecordingException(
                    FileContent.name(file),
                    "is shorter than the " + group.byteOffset()
                            + " bytes that the header states before its first sample",
                    "Copy it again from its source.",
                    e);
        }
    }

    /** What a plain file's size promises; of a packed one nothing is known. */
    private int expectedFrames(int limit) throws IOException {
        if (RecordFolder.isPacked(file)) {
            return 0;
        }
        long bytes = Math.max(0, Files.size(file) - group.byteOffset());
        return (int) Math.min(limit, format.samplesIn(bytes) / frameSamples);
    }

    private void readFrames(InputStream in, int limit) throws IOException {
        // A pack holds 1, 2 or 3 samples: after six frames a pack ends, whatever the format.
        int blockFrames = Math.max(1, BLOCK_SAMPLES / (6 * frameSamples)) * 6;
        byte[] bytes = new byte[Math.toIntExact(format.bytesOf((long) blockFrames * frameSamples))];
        int[] block = new int[blockFrames * frameSamples];
        SampleDecoder decoder = new SampleDecoder(format, bytes, block);
        int count = bytes.length;
        while (count == bytes.length && !holdsMore) {
            count = in.readNBytes(bytes, 0, bytes.length);
            int available = (int) (format.samplesIn(count) / frameSamples);
            int taken = Math.min(limit - frames, available);
            // An unfinished pack at the end has room for a sample that nobody recorded.
            holdsMore = available > taken && count > format.bytesOf((long) taken * frameSamples);
            decoder.decode(taken * frameSamples);
            append(block, taken, limit);
        }
    }

    private void append(int[] block, int count, int limit) {
        if (frames + count > capacity()) {
            reserve((int) Math.min(limit, Math.max(frames + count, frames * 3L / 2)));
        }
        boolean differences = format == SignalFormat.DIFFERENCES_8;
        int missing = format.min() - 1;
        int at = 0;
        for (int frame = frames; frame < frames + count; frame++) {
            for (int s = 0; s < samples.length; s++) {
                int perFrame = group.signals().get(s).samplesPerFrame();
                for (int k = 0; k < perFrame; k++) {
                    int value = differences ? latest[s] + block[at++] : block[at++];
                    latest[s] = value;
                    sums[s] += value;
                    samples[s][frame * perFrame + k] = value == missing ? WfdbSignal.MISSING : value;
                }
            }
        }
        frames += count;
    }

    private int capacity() {
        return samples[0].length / group.signals().getFirst().samplesPerFrame();
    }

    private void reserve(int frameCount) {
        for (int s = 0; s < samples.length; s++) {
            samples[s] = Arrays.copyOf(
                    samples[s], frameCount * group.signals().get(s).samplesPerFrame());
        }
    }
}
