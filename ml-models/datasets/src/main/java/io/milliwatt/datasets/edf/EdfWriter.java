package io.milliwatt.datasets.edf;

import io.milliwatt.datasets.reader.FileContent;
import io.milliwatt.datasets.recording.RecordingException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes files of EDF and EDF+. What a field cannot hold is refused and not cut. */
public final class EdfWriter {
    private final String file;
    private final EdfRecording recording;
    private final AnnotationChannel annotations;
    private final StringBuilder header = new StringBuilder();

    private EdfWriter(String file, EdfRecording recording) throws RecordingException {
        this.file = file;
        this.recording = recording;
        this.annotations = AnnotationChannel.of(file, recording);
    }

    /**
     * Writes one recording; a file of the same name is replaced.
     *
     * @param recording its header's start without fractions of a second: a later first data record says these in EDF+
     * @throws RecordingException when a text or number does not fit its field, or the file cannot be written
     */
    public static void write(EdfRecording recording, Path file) throws RecordingException {
        EdfWriter writer = new EdfWriter(FileContent.name(file), recording);
        writer.putHeader();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(writer.header.toString().getBytes(StandardCharsets.US_ASCII));
            writer.writeRecords(out);
        } catch (IOException e) {
            throw new RecordingException(
                    writer.file, "could not be written (" + e.getMessage() + ")", "Check the folder and its space.", e);
        }
    }

    private void putHeader() throws RecordingException {
        EdfHeader about = recording.header();
        if (about.start().map(LocalDateTime::getNano).orElse(0) != 0) {
            throw new RecordingException(
                    file,
                    "would start at " + about.start().get() + ", and EDF tells whole seconds",
                    "Let the first data record begin later.");
        }
        List<EdfSignal.Description> channels = channels();
        put("version", "0", 8);
        put("patient", about.patient(), 80);
        put("recording", about.recording(), 80);
        put(
                "start date",
                about.start()
                        .map(start -> EdfStart.shortDate(start.toLocalDate()))
                        .orElse(EdfStart.NO_DATE),
                8);
        put(
                "start time",
                about.start().map(start -> EdfStart.time(start.toLocalTime())).orElse(EdfStart.NO_TIME),
                8);
        put("number of header bytes", Integer.toString(EdfLayout.BLOCK_BYTES * (channels.size() + 1)), 8);
        put("kind", about.kind().mark(), 44);
        put(
                "number of data records",
                Integer.toString(recording.recordStartSeconds().size()),
                8);
        put("duration of a data record", FieldNumber.text(about.recordSeconds()), 8);
        put("number of signals", Integer.toString(channels.size()), 4);
        putEach(channels, "label", EdfSignal.Description::label, 16);
        putEach(channels, "transducer", EdfSignal.Description::transducer, 80);
        putEach(channels, "unit", EdfSignal.Description::unit, 8);
        putEach(channels, "physical minimum", channel -> FieldNumber.text(channel.physicalMinimum()), 8);
        putEach(channels, "physical maximum", channel -> FieldNumber.text(channel.physicalMaximum()), 8);
        putEach(channels, "digital minimum", channel -> Integer.toString(channel.digitalMinimum()), 8);
        putEach(channels, "digital maximum", channel -> Integer.toString(channel.digitalMaximum()), 8);
        putEach(channels, "prefiltering", EdfSignal.Description::prefiltering, 80);
        putEach(channels, "samples per data record", channel -> Integer.toString(channel.samplesPerRecord()), 8);
        putEach(channels, "reserved field", channel -> "", 32);
    }

    private List<EdfSignal.Description> channels() {
        List<EdfSignal.Description> channels = new ArrayList<>();
        recording.signals().forEach(signal -> channels.add(signal.description()));
        annotations.description().ifPresent(channels::add);
        return channels;
    }

    private void putEach(
            List<EdfSignal.Description> channels, String field, Function<EdfSignal.Description, String> text, int width)
            throws RecordingException {
        for (EdfSignal.Description channel : channels) {
            put(field + " of signal " + channel.label(), text.apply(channel), width);
        }
    }

    private void put(String field, String text, int width) throws RecordingException {
        if (text.length() > width || text.chars().anyMatch(c -> c < 32 || c > 126) || !text.equals(text.strip())) {
            throw new RecordingException(
                    file,
                    "would have \"" + text + "\" as its " + field + ", which is not " + width
                            + " or fewer printable characters of ASCII without spaces around them",
                    "Shorten it or spell it otherwise, such as uV for µV.");
        }
        header.append(text).repeat(' ', width - text.length());
    }

    private void writeRecords(OutputStream out) throws IOException {
        for (int record = 0; record < recording.recordStartSeconds().size(); record++) {
            for (EdfSignal signal : recording.signals()) {
                int perRecord = signal.description().samplesPerRecord();
                ByteBuffer bytes = ByteBuffer.allocate(2 * perRecord).order(ByteOrder.LITTLE_ENDIAN);
                for (int i = 0; i < perRecord; i++) {
                    bytes.putShort((short) signal.sample(record * perRecord + i));
                }
                out.write(bytes.array());
            }
            out.write(annotations.bytes(record));
        }
    }
}
