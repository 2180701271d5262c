package io.milliwatt.ecg.exchange.edf;

import io.milliwatt.datasets.edf.EdfAnnotation;
import io.milliwatt.datasets.edf.EdfHeader;
import io.milliwatt.datasets.edf.EdfKind;
import io.milliwatt.datasets.edf.EdfRecording;
import io.milliwatt.datasets.edf.EdfSignal;
import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.ecg.exchange.EcgLead;
import io.milliwatt.ecg.exchange.MonitoringExtract;
import io.milliwatt.ecg.exchange.SampleGrid;
import io.milliwatt.ecg.exchange.TraceGroup;
import io.milliwatt.ecg.signal.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One node's traces as a continuous EDF+ recording. The format has no mark for a missing sample: the value below the stated range
 * stands in its place, and an annotation tells where and for how long nothing was received. A sample at the very end of the converter's
 * range is told as the end of the stated range, one count higher.
 */
final class NodeRecording {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MICROS_PER_SECOND = 1e6;
    private static final int LONGEST_RECORD_SECONDS = 60;
    private static final double WHOLE = 1e-6;
    private static final short NOT_RECEIVED = Short.MIN_VALUE;
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("dd-MMM-uuuu", Locale.ENGLISH);

    private final MonitoringExtract extract;
    private final TraceGroup group;
    private final Instant start;
    private final List<SampleGrid> grids;
    private final int recordSeconds;
    private final int samplesPerRecord;
    private final int records;

    private NodeRecording(MonitoringExtract extract, TraceGroup group) {
        this.extract = extract;
        this.group = group;
        // The header keeps whole seconds; what is beyond them goes into the records' own times.
        this.start = Instant.ofEpochSecond(extract.from().getEpochSecond());
        this.grids = group.grids(extract);
        this.recordSeconds = recordSeconds(group.sampleRateHz());
        this.samplesPerRecord = (int) Math.round(group.sampleRateHz() * recordSeconds);
        this.records = Math.ceilDiv(grids.getFirst().length(), samplesPerRecord);
    }

    static EdfRecording of(MonitoringExtract extract, TraceGroup group) {
        return new NodeRecording(extract, group).recording();
    }

    /** The shortest record of whole seconds that holds a whole number of samples. */
    static int recordSeconds(double sampleRateHz) {
        for (int seconds = 1; seconds <= LONGEST_RECORD_SECONDS; seconds++) {
            double samples = sampleRateHz * seconds;
            if (Math.abs(samples - Math.rint(samples)) < WHOLE) {
                return seconds;
            }
        }
        throw new IllegalArgumentException("A rate of " + sampleRateHz
                + " Hz gives no whole number of samples in a minute, which EDF needs. Export it as WFDB or CSV.");
    }

    private EdfRecording recording() {
        LocalDateTime time = LocalDateTime.ofInstant(start, ZoneOffset.UTC);
        String date = LONG_DATE.format(time).toUpperCase(Locale.ENGLISH);
        // Code, sex, birth date and name; X for what is not told.
        EdfHeader header = new EdfHeader(
                EdfKind.CONTINUOUS,
                extract.patient() + " X X X",
                "Startdate " + date + " X X Milliwatt_node_" + group.node(),
                Optional.of(time),
                recordSeconds);
        List<Double> begins = new ArrayList<>();
        for (int record = 0; record < records; record++) {
            begins.add(micros(seconds(extract.from()) + (double) record * recordSeconds));
        }
        List<EdfSignal> signals = new ArrayList<>();
        for (int i = 0; i < grids.size(); i++) {
            Trace trace = group.traces().get(i);
            EdfSignal.Description description = EdfSignal.Description.of(
                    label(trace), trace.unit(), 1 / trace.unitsPerCount(), 0, samplesPerRecord);
            signals.add(EdfSignal.of(description, samples(grids.get(i))));
        }
        return new EdfRecording(header, begins, signals, annotations(), List.of());
    }

    /** EDF+ wants the kind of signal before the lead. */
    private String label(Trace trace) {
        EcgLead lead = extract.leadOf(trace);
        return "ECG " + (lead == EcgLead.UNSPECIFIED ? "channel " + trace.channel() : lead.label());
    }

    private short[] samples(SampleGrid grid) {
        short[] samples = new short[records * samplesPerRecord];
        for (int place = 0; place < samples.length; place++) {
            samples[place] = place < grid.length() && grid.isReceived(place)
                    ? (short) Math.max(grid.counts()[place], EdfSignal.MIN_RECORDED)
                    : NOT_RECEIVED;
        }
        return samples;
    }

    private List<EdfAnnotation> annotations() {
        List<EdfAnnotation> notes = new ArrayList<>();
        extract.beats().stream()
                .filter(beat -> beat.node() == group.node() && within(beat.at()))
                .forEach(beat -> notes.add(new EdfAnnotation(
                        seconds(beat.at()),
                        OptionalDouble.empty(),
                        beat.abstained()
                                ? "Q"
                                : Character.toString(beat.beatClass().letter()))));
        extract.episodes().stream()
                .filter(episode -> episode.node() == group.node() && within(episode.onsetAt()))
                .forEach(episode -> notes.add(new EdfAnnotation(
                        seconds(episode.onsetAt()),
                        duration(episode.onsetAt(), episode.endAt()),
                        episode.known().map(EventClass::words).orElse("Event of class " + episode.eventClass()))));
        for (int i = 0; i < grids.size(); i++) {
            gaps(grids.get(i), label(group.traces().get(i)), notes);
        }
        notes.sort(Comparator.comparingDouble(EdfAnnotation::onsetSeconds));
        return notes;
    }

    private void gaps(SampleGrid grid, String label, List<EdfAnnotation> notes) {
        int end = records * samplesPerRecord;
        for (int from = grid.received().nextClearBit(0); from < end; ) {
            int next = grid.received().nextSetBit(from);
            int to = next < 0 ? end : next;
            notes.add(new EdfAnnotation(
                    micros(seconds(extract.from()) + from / grid.sampleRateHz()),
                    OptionalDouble.of(micros((to - from) / grid.sampleRateHz())),
                    "Nothing received: " + label));
            from = grid.received().nextClearBit(to);
        }
    }

    private boolean within(Instant time) {
        return !time.isBefore(extract.from()) && time.isBefore(extract.to());
    }

    private double seconds(Instant time) {
        return micros(Duration.between(start, time).toNanos() / NANOS_PER_SECOND);
    }

    /** Times stand in the file as decimal text, which need not show how a sum was rounded. */
    private static double micros(double seconds) {
        return Math.round(seconds * MICROS_PER_SECOND) / MICROS_PER_SECOND;
    }

    /** Empty as well where a node's clock stepped back in between. */
    private static OptionalDouble duration(Instant onset, Optional<Instant> end) {
        return end.filter(at -> !at.isBefore(onset))
                .map(at -> OptionalDouble.of(Duration.between(onset, at).toNanos() / NANOS_PER_SECOND))
                .orElseGet(OptionalDouble::empty);
    }
}
