package io.milliwatt.ecg.exchange.edf;

import io.milliwatt.ecg.exchange.MonitoringExtract;
import io.milliwatt.ecg.exchange.TraceGroup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An extract as a ZIP archive of EDF+ files, one per node and sampling rate. */
public final class EdfArchive {

    private EdfArchive() {}

    /** Leaves {@code out} open. */
    public static void write(MonitoringExtract extract, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (TraceGroup group : TraceGroup.of(extract)) {
            zip.putNextEntry(new ZipEntry(extract.patient() + "_" + group.name() + ".edf"));
            EdfFile.write(extract, group, zip);
        }
        zip.finish();
    }
}
