package io.milliwatt.ecg.exchange.edf;

import io.milliwatt.datasets.edf.EdfWriter;
import io.milliwatt.ecg.exchange.FileArchive;
import io.milliwatt.ecg.exchange.MonitoringExtract;
import io.milliwatt.ecg.exchange.TraceGroup;
import java.io.IOException;
import java.io.OutputStream;

/** An extract as a ZIP archive of EDF+ files, one per node and sampling rate. */
public final class EdfArchive {

    private EdfArchive() {}

    /** Fails with a sentence when a node's rate fills no record of the format, before anything is written. */
    public static void requireWholeRecords(MonitoringExtract extract) {
        TraceGroup.of(extract).forEach(group -> NodeRecording.recordSeconds(group.sampleRateHz()));
    }

    /** Leaves {@code out} open. */
    public static void write(MonitoringExtract extract, OutputStream out) throws IOException {
        FileArchive.write(
                folder -> {
                    for (TraceGroup group : TraceGroup.of(extract)) {
                        String name = extract.patient() + "_" + group.name() + ".edf";
                        EdfWriter.write(NodeRecording.of(extract, group), folder.resolve(name));
                    }
                },
                out);
    }
}
