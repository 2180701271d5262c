package io.milliwatt.ecg.exchange.wfdb;

import io.milliwatt.datasets.wfdb.AnnotationFile;
import io.milliwatt.datasets.wfdb.AnnotationWriter;
import io.milliwatt.datasets.wfdb.RecordLine;
import io.milliwatt.datasets.wfdb.SignalFormat;
import io.milliwatt.datasets.wfdb.SignalLine;
import io.milliwatt.datasets.wfdb.WfdbRecord;
import io.milliwatt.datasets.wfdb.WfdbSignal;
import io.milliwatt.datasets.wfdb.WfdbWriter;
import io.milliwatt.ecg.exchange.FileArchive;
import io.milliwatt.ecg.exchange.MonitoringExtract;
import io.milliwatt.ecg.exchange.SampleGrid;
import io.milliwatt.ecg.exchange.TraceGroup;
import io.milliwatt.ecg.signal.Trace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes an extract as one record per node and sampling rate, named after the pseudonym and the node. */
public final class WfdbArchive {

    /** Annotator of what the node found by itself; {@code atr} is kept for people. */
    public static final String ANNOTATOR = "mwt";

    private WfdbArchive() {}

    /** Leaves {@code out} open. */
    public static void write(MonitoringExtract extract, OutputStream out) throws IOException {
        FileArchive.write(
                folder -> {
                    for (TraceGroup group : TraceGroup.of(extract)) {
                        writeRecord(extract, group, folder);
                    }
                },
                out);
    }

    private static void writeRecord(MonitoringExtract extract, TraceGroup group, Path folder) throws IOException {
        String name = extract.patient() + "_" + group.name();
        List<SampleGrid> grids = group.grids(extract);
        SignalFormat format = format(grids);
        List<WfdbSignal> signals = new ArrayList<>();
        for (int i = 0; i < grids.size(); i++) {
            Trace trace = group.traces().get(i);
            signals.add(signal(grids.get(i), line(trace, name + ".dat", format, extract.traceName(trace))));
        }
        LocalDateTime start = LocalDateTime.ofInstant(extract.from(), ZoneOffset.UTC);
        RecordLine line = new RecordLine(
                name,
                group.sampleRateHz(),
                group.sampleRateHz(),
                0,
                grids.getFirst().length(),
                Optional.of(start.toLocalTime()),
                Optional.of(start.toLocalDate()));
        List<String> comments = List.of(
                "Patient " + extract.patient() + " (a pseudonym); times are UTC.",
                "Annotations ." + ANNOTATOR + " were made by the node and not checked by a person.");
        WfdbWriter.into(folder).write(new WfdbRecord(line, signals, comments, List.of()));
        AnnotationWriter.write(
                AnnotationFile.of(RecordAnnotations.of(extract, group.node(), grids.getFirst())),
                folder.resolve(name + "." + ANNOTATOR));
    }

    /** Format 16 keeps -32768 for samples that are missing; where a clipped signal holds that value, 24 has room for both. */
    private static SignalFormat format(List<SampleGrid> grids) {
        for (SampleGrid grid : grids) {
            for (short count : grid.counts()) {
                if (count == Short.MIN_VALUE) {
                    return SignalFormat.SIGNED_24;
                }
            }
        }
        return SignalFormat.SIGNED_16;
    }

    private static SignalLine line(Trace trace, String file, SignalFormat format, String description) {
        return new SignalLine(
                file,
                format.number(),
                1,
                0,
                0,
                1 / trace.unitsPerCount(),
                true,
                0,
                trace.unit(),
                Short.SIZE,
                0,
                0,
                OptionalInt.empty(),
                0,
                description);
    }

    private static WfdbSignal signal(SampleGrid grid, SignalLine line) {
        int[] samples = new int[grid.length()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = grid.isReceived(i) ? grid.counts()[i] : WfdbSignal.MISSING;
        }
        return WfdbSignal.of(line, samples);
    }
}
