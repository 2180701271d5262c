package io.milliwatt.ecg.exchange.edf;

import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.ecg.exchange.EcgLead;
import io.milliwatt.ecg.exchange.MonitoringExtract;
import io.milliwatt.ecg.exchange.SampleGrid;
import io.milliwatt.ecg.exchange.TraceGroup;
import io.milliwatt.ecg.signal.Trace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Writes one node's traces as a continuous EDF+ file. The format has no mark for a missing sample: the lowest value stands in its
 * place, and an annotation tells where and for how long nothing was received.
 */
public final class EdfFile {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int LONGEST_RECORD_SECONDS = 60;
    private static final double WHOLE = 1e-6;
    private static final String ANNOTATIONS = "EDF Annotations";

    private final MonitoringExtract extract;
    private final TraceGroup group;
    private final Instant start;
    private final List<SampleGrid> grids;
    private final int recordSeconds;
    private final int samplesPerRecord;
    private final int records;

    private EdfFile(MonitoringExtract extract, TraceGroup group) {
        this.extract = extract;
        this.group = group;
        // The header keeps whole seconds; what is beyond them goes into the records' own times.
        this.start = Instant.ofEpochSecond(extract.from().getEpochSecond());
        this.grids = group.grids(extract);
        this.recordSeconds = recordSeconds(group.sampleRateHz());
        this.samplesPerRecord = (int) Math.round(group.sampleRateHz() * recordSeconds);
        this.records = Math.ceilDiv(grids.getFirst().length(), samplesPerRecord);
    }

    /** Leaves {@code out} open. */
    public static void write(MonitoringExtract extract, TraceGroup group, OutputStream out) throws IOException {
        new EdfFile(extract, group).write(out);
    }

    /** The shortest record of whole seconds that holds a whole number of samples. */
    private static int recordSeconds(double sampleRateHz) {
        for (int seconds = 1; seconds <= LONGEST_RECORD_SECONDS; seconds++) {
            double samples = sampleRateHz * seconds;
            if (Math.abs(samples - Math.rint(samples)) < WHOLE) {
                return seconds;
            }
        }
        throw new IllegalArgumentException("A rate of " + sampleRateHz
                + " Hz gives no whole number of samples in a minute, which EDF needs. Export it as WFDB or CSV.");
    }

    private void write(OutputStream out) throws IOException {
        List<byte[]> notes = notesByRecord();
        int noteBytes = notes.stream().mapToInt(bytes -> bytes.length).max().orElse(0);
        int noteSamples = Math.ceilDiv(noteBytes, Short.BYTES);
        List<EdfHeader.Signal> signals = new ArrayList<>();
        for (Trace trace : group.traces()) {
            signals.add(new EdfHeader.Signal(
                    label(trace),
                    trace.unit(),
                    EdfHeader.DIGITAL_MINIMUM * trace.unitsPerCount(),
                    EdfHeader.DIGITAL_MAXIMUM * trace.unitsPerCount(),
                    samplesPerRecord));
        }
        signals.add(new EdfHeader.Signal(ANNOTATIONS, "", -1, 1, noteSamples));
        out.write(EdfHeader.of(extract.patient(), group.node(), start, records, recordSeconds, signals));
        ByteBuffer buffer = ByteBuffer.allocate((samplesPerRecord * grids.size() + noteSamples) * Short.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int record = 0; record < records; record++) {
            buffer.clear();
            for (SampleGrid grid : grids) {
                samples(grid, record, buffer);
            }
            byte[] note = notes.get(record);
            buffer.put(note).put(new byte[noteSamples * Short.BYTES - note.length]);
            out.write(buffer.array());
        }
    }

    /** EDF+ wants the kind of signal before the lead. */
    private String label(Trace trace) {
        EcgLead lead = extract.leadOf(trace);
        return "ECG " + (lead == EcgLead.UNSPECIFIED ? "channel " + trace.channel() : lead.label());
    }

    private void samples(SampleGrid grid, int record, ByteBuffer buffer) {
        for (int i = 0; i < samplesPerRecord; i++) {
            int place = record * samplesPerRecord + i;
            boolean received = place < grid.length() && grid.isReceived(place);
            buffer.putShort(received ? grid.counts()[place] : Short.MIN_VALUE);
        }
    }

    private List<byte[]> notesByRecord() {
        List<ByteArrayOutputStream> lists = new ArrayList<>();
        double begin = seconds(extract.from());
        for (int record = 0; record < records; record++) {
            ByteArrayOutputStream list = new ByteArrayOutputStream();
            list.writeBytes(EdfNote.timeKeeping(begin + (double) record * recordSeconds));
            lists.add(list);
        }
        for (EdfNote note : notes()) {
            int record = (int) ((note.onsetSeconds() - begin) / recordSeconds);
            lists.get(Math.clamp(record, 0, records - 1)).writeBytes(note.list());
        }
        return lists.stream().map(ByteArrayOutputStream::toByteArray).toList();
    }

    private List<EdfNote> notes() {
        List<EdfNote> notes = new ArrayList<>();
        extract.beats().stream()
                .filter(beat -> beat.node() == group.node() && within(beat.at()))
                .forEach(beat -> notes.add(new EdfNote(
                        seconds(beat.at()),
                        OptionalDouble.empty(),
                        beat.abstained()
                                ? "Q"
                                : Character.toString(beat.beatClass().letter()))));
        extract.episodes().stream()
                .filter(episode -> episode.node() == group.node() && within(episode.onsetAt()))
                .forEach(episode -> notes.add(new EdfNote(
                        seconds(episode.onsetAt()),
                        duration(episode.onsetAt(), episode.endAt()),
                        episode.known().map(EventClass::words).orElse("Event of class " + episode.eventClass()))));
        for (int i = 0; i < grids.size(); i++) {
            gaps(grids.get(i), label(group.traces().get(i)), notes);
        }
        notes.sort(Comparator.comparingDouble(EdfNote::onsetSeconds));
        return notes;
    }

    private void gaps(SampleGrid grid, String label, List<EdfNote> notes) {
        int end = records * samplesPerRecord;
        for (int from = grid.received().nextClearBit(0); from < end; ) {
            int next = grid.received().nextSetBit(from);
            int to = next < 0 ? end : next;
            notes.add(new EdfNote(
                    seconds(extract.from()) + from / grid.sampleRateHz(),
                    OptionalDouble.of((to - from) / grid.sampleRateHz()),
                    "Nothing received: " + label));
            from = grid.received().nextClearBit(to);
        }
    }

    private boolean within(Instant time) {
        return !time.isBefore(extract.from()) && time.isBefore(extract.to());
    }

    private double seconds(Instant time) {
        return Duration.between(start, time).toNanos() / NANOS_PER_SECOND;
    }

    private static OptionalDouble duration(Instant onset, Optional<Instant> end) {
        return end.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Duration.between(onset, end.get()).toNanos() / NANOS_PER_SECOND);
    }
}
