package io.milliwatt.datasets.edf;

import io.milliwatt.datasets.recording.Findings;
import io.milliwatt.datasets.recording.RecordingException;
import java.util.ArrayList;
import java.util.List;

/**
 * A file's header, as it is needed to read the rest.
 *
 * @param statedRecords −1 where the file does not say how many data records it has
 * @param channels all signals and annotation channels, in the order of a data record
 */
record EdfLayout(EdfHeader header, int statedRecords, List<EdfSignal.Description> channels) {
    static final int BLOCK_BYTES = 256;
    static final String ANNOTATIONS = "EDF Annotations";

    private static final String VERSION = "0";
    private static final long MAX_RECORD_BYTES = 1 << 26;

    static EdfLayout read(String file, byte[] bytes, Findings findings) throws RecordingException {
        if (bytes.length < BLOCK_BYTES) {
            throw new RecordingException(
                    file, "has " + bytes.length + " bytes, and a header of EDF has 256 or more", "It is no EDF file.");
        }
        EdfFields fields = new EdfFields(file, bytes);
        String version = fields.text(8);
        if (!version.equals(VERSION)) {
            throw new RecordingException(
                    file,
                    version.endsWith("BIOSEMI") ? "is a BDF file of 24 bits" : "does not begin with the 0 of EDF",
                    "Convert it to EDF or EDF+.");
        }
        String patient = fields.text(80);
        String recording = fields.text(80);
        String date = fields.text(8);
        String time = fields.text(8);
        int headerBytes = fields.integer("number of header bytes", 8);
        EdfKind kind = EdfKind.of(fields.text(44));
        int records = fields.integer("number of data records", 8);
        String durationText = fields.text(8);
        double recordSeconds = fields.number("duration of a data record", durationText);
        int count = fields.integer("number of signals", 4);
        if (recordSeconds < 0 || records < -1 || count < 0) {
            throw new RecordingException(
                    file,
                    "states " + records + " data records of " + recordSeconds + " s with " + count + " signals",
                    "It is damaged: copy it again from its source.");
        }
        requireHeader(file, bytes.length, headerBytes, count);
        EdfHeader header = new EdfHeader(
                kind, patient, recording, EdfStart.parse(file, date, time, recording, findings), recordSeconds);
        EdfLayout layout = new EdfLayout(header, records, channels(fields, count));
        layout.validate(file, findings);
        return layout;
    }

    private static void requireHeader(String file, int length, int headerBytes, int count) throws RecordingException {
        if (headerBytes != BLOCK_BYTES * (count + 1)) {
            throw new RecordingException(
                    file,
                    "states a header of " + headerBytes + " bytes, and " + count + " signals need "
                            + BLOCK_BYTES * (count + 1),
                    "It is damaged: copy it again from its source.");
        }
        if (length < headerBytes) {
            throw new RecordingException(
                    file,
                    "is cut short inside its header: it has " + length + " of " + headerBytes + " bytes",
                    "Copy it again from its source.");
        }
    }

    private static List<EdfSignal.Description> channels(EdfFields fields, int count) throws RecordingException {
        List<String> labels = fields.texts(16, count);
        List<String> transducers = fields.texts(80, count);
        List<String> units = fields.texts(8, count);
        List<String> physicalMinima = fields.texts(8, count);
        List<String> physicalMaxima = fields.texts(8, count);
        List<String> digitalMinima = fields.texts(8, count);
        List<String> digitalMaxima = fields.texts(8, count);
        List<String> prefilterings = fields.texts(80, count);
        List<String> samples = fields.texts(8, count);
        List<EdfSignal.Description> channels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String of = " of signal " + labels.get(i);
            int samplesPerRecord = fields.integer("number of samples per data record" + of, samples.get(i));
            if (samplesPerRecord < 1) {
                throw fields.failure(
                        "number of samples per data record" + of, samples.get(i), "which must be 1 or more");
            }
            channels.add(new EdfSignal.Description(
                    labels.get(i),
                    transducers.get(i),
                    units.get(i),
                    fields.number("physical minimum" + of, physicalMinima.get(i)),
                    fields.number("physical maximum" + of, physicalMaxima.get(i)),
                    fields.integer("digital minimum" + of, digitalMinima.get(i)),
                    fields.integer("digital maximum" + of, digitalMaxima.get(i)),
                    prefilterings.get(i),
                    samplesPerRecord));
        }
        return channels;
    }

    private void validate(String file, Findings findings) throws RecordingException {
        if (recordBytes() > MAX_RECORD_BYTES) {
            throw new RecordingException(
                    file,
                    "states data records of " + recordBytes() + " bytes",
                    "It is damaged: copy it again from its source.");
        }
        for (EdfSignal.Description channel : channels) {
            if (isAnnotations(channel)) {
                continue;
            }
            if (header.recordSeconds() == 0) {
                throw new RecordingException(
                        file,
                        "states data records of 0 s, and has the signal " + channel.label() + " in them",
                        "Correct the header.");
            }
            if (!channel.isCalibrated()) {
                findings.damage(
                        file,
                        "states digital " + channel.digitalMinimum() + " to " + channel.digitalMaximum()
                                + " for physical "
                                + channel.physicalMinimum() + " to " + channel.physicalMaximum() + " of signal "
                                + channel.label()
                                + ", which says nothing of what a count is worth",
                        "Correct the header.");
            }
        }
    }

    boolean isAnnotations(EdfSignal.Description channel) {
        return header.kind() != EdfKind.EDF && channel.label().equals(ANNOTATIONS);
    }

    /** At least 1, so that it can be divided by. */
    long recordBytes() {
        return Math.max(
                1,
                channels.stream()
                        .mapToLong(channel -> 2L * channel.samplesPerRecord())
                        .sum());
    }

    int headerBytes() {
        return BLOCK_BYTES * (channels.size() + 1);
    }
}
