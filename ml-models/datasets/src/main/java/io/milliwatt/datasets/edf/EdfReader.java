package io.milliwatt.datasets.edf;

import io.milliwatt.datasets.reader.FileContent;
import io.milliwatt.datasets.recording.Findings;
import io.milliwatt.datasets.recording.RecordingException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads files of EDF and EDF+, also inside gzip. */
public final class EdfReader {
    private final Supplier<Findings> findings;

    private EdfReader(Supplier<Findings> findings) {
        this.findings = findings;
    }

    /** For figures: a file that is not as it was made is refused. */
    public static EdfReader refusingDamage() {
        return new EdfReader(Findings::refusingDamage);
    }

    /** For looking at what is left: damage is named in the recording's findings. */
    public static EdfReader flaggingDamage() {
        return new EdfReader(Findings::flaggingDamage);
    }

    /** @throws RecordingException when the file is missing, no EDF, or damaged and damage is refused */
    public EdfRecording read(Path file) throws RecordingException {
        Findings found = findings.get();
        String name = FileContent.name(file);
        byte[] bytes = FileContent.bytes(file);
        EdfLayout layout = EdfLayout.read(name, bytes, found);
        int records = records(name, layout, bytes.length - layout.headerBytes(), found);
        List<EdfSignal> signals = new ArrayList<>();
        List<byte[]> texts = new ArrayList<>();
        int offset = layout.headerBytes();
        for (EdfSignal.Description channel : layout.channels()) {
            if (layout.isAnnotations(channel)) {
                texts.add(text(bytes, offset, layout, channel, records));
            } else {
                signals.add(signal(name, bytes, offset, layout, channel, records, found));
            }
            offset += 2 * channel.samplesPerRecord();
        }
        EdfTimes times = EdfTimes.read(name, layout, records, texts, found);
        return new EdfRecording(
                layout.header(), times.recordStartSeconds(), signals, times.annotations(), found.sentences());
    }

    private static int records(String name, EdfLayout layout, int dataBytes, Findings found) throws RecordingException {
        int whole = layout.channels().isEmpty() ? 0 : (int) (dataBytes / layout.recordBytes());
        long rest = layout.channels().isEmpty() ? 0 : dataBytes % layout.recordBytes();
        int stated = layout.statedRecords() < 0 ? whole : layout.statedRecords();
        if (whole < stated || layout.statedRecords() < 0 && rest > 0) {
            found.damage(
                    name,
                    "is cut short: it holds " + whole + " data records"
                            + (layout.statedRecords() < 0 ? "" : " of " + stated)
                            + (rest > 0 ? " and " + rest + " bytes of one more, which are left out" : ""),
                    "Copy it again from its source.");
        } else if (whole > stated || rest > 0) {
            found.note(name, "holds more than the " + stated + " data records its header states; the rest is not read");
        }
        return Math.min(whole, stated);
    }

    private static EdfSignal signal(
            String name,
            byte[] bytes,
            int offset,
            EdfLayout layout,
            EdfSignal.Description channel,
            int records,
            Findings found) {
        int perRecord = channel.samplesPerRecord();
        short[] samples = new short[records * perRecord];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int outside = 0;
        for (int record = 0; record < records; record++) {
            buffer.position(offset + Math.toIntExact(record * layout.recordBytes()));
            for (int i = 0; i < perRecord; i++) {
                short sample = buffer.getShort();
                samples[record * perRecord + i] = sample;
                outside += sample < channel.digitalMinimum() || sample > channel.digitalMaximum() ? 1 : 0;
            }
        }
        if (outside > 0) {
            found.note(
                    name,
                    "has " + outside + " samples of signal " + channel.label() + " outside of the digital range "
                            + channel.digitalMinimum() + " to " + channel.digitalMaximum() + " it states");
        }
        return EdfSignal.owning(channel, samples);
    }

    /** One channel's bytes of all records, one after the other. */
    private static byte[] text(byte[] bytes, int offset, EdfLayout layout, EdfSignal.Description channel, int records) {
        int perRecord = 2 * channel.samplesPerRecord();
        byte[] all = new byte[records * perRecord];
        for (int record = 0; record < records; record++) {
            int from = offset + Math.toIntExact(record * layout.recordBytes());
            System.arraycopy(bytes, from, all, record * perRecord, perRecord);
        }
        return all;
    }
}
