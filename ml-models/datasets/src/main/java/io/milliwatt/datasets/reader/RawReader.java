package io.milliwatt.datasets.reader;

import io.milliwatt.datasets.recording.Channel;
import io.milliwatt.datasets.recording.Recording;
import io.milliwatt.datasets.recording.RecordingException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Raw little-endian samples without a header, channels interleaved.
 *
 * @param type how a sample is stored
 * @param scale the unit's amount per count, finite and not 0; 0.001 turns milli-g into g
 * @param channelCount 1 to 256; with more than one, sample i of channel c stands at position i × channelCount + c
 */
public record RawReader(SampleType type, double scale, int channelCount) implements RecordingReader {
    public RawReader {
        if (!Double.isFinite(scale) || scale == 0) {
            throw new IllegalArgumentException("scale must be a number other than 0, not " + scale);
        }
        if (channelCount < 1 || channelCount > 256) {
            throw new IllegalArgumentException("channel count must be 1 to 256, not " + channelCount);
        }
    }

    public static RawReader of(SampleType type, double scale) {
        return new RawReader(type, scale, 1);
    }

    @Override
    public Recording read(Path file) throws RecordingException {
        byte[] bytes = FileContent.bytes(file);
        int frameBytes = type.bytes() * channelCount;
        int length = bytes.length / frameBytes;
        if (bytes.length % frameBytes != 0) {
            throw new RecordingException(
                    FileContent.name(file),
                    "ends in the middle of a sample: " + bytes.length + " bytes are " + length + " samples of "
                            + frameBytes + " bytes and " + bytes.length % frameBytes + " bytes more",
                    "Check the stated sample type and channel count, or copy the file again.");
        }
        double[][] samples = new double[channelCount][length];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < length; i++) {
            for (int c = 0; c < channelCount; c++) {
                samples[c][i] = type.get(buffer) * scale;
            }
        }
        List<Channel> channels = new ArrayList<>();
        for (int c = 0; c < channelCount; c++) {
            channels.add(Channel.owning("channel " + (c + 1), samples[c]));
        }
        return Recording.ofChannels(FileContent.name(file), channels);
    }
}
