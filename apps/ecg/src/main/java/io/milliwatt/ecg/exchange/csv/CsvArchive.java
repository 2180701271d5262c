package io.milliwatt.ecg.exchange.csv;

import io.milliwatt.ecg.event.Episode;
import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.ecg.exchange.MonitoringExtract;
import io.milliwatt.ecg.exchange.SampleGrid;
import io.milliwatt.ecg.exchange.TraceGroup;
import io.milliwatt.ecg.signal.Beat;
import io.milliwatt.ecg.signal.Trace;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes an extract as an archive of tables; a sample that was not received is an empty cell. */
public final class CsvArchive {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final double NANOS_PER_SECOND = 1e9;

    private CsvArchive() {}

    /** Leaves {@code out} open. */
    public static void write(MonitoringExtract extract, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Writer writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        for (TraceGroup group : TraceGroup.of(extract)) {
            zip.putNextEntry(new ZipEntry("signal-" + group.name() + ".csv"));
            signal(extract, group, new CSVPrinter(writer, FORMAT));
            writer.flush();
        }
        zip.putNextEntry(new ZipEntry("beats.csv"));
        beats(extract.beats(), new CSVPrinter(writer, FORMAT));
        writer.flush();
        zip.putNextEntry(new ZipEntry("events.csv"));
        events(extract.episodes(), new CSVPrinter(writer, FORMAT));
        writer.flush();
        zip.finish();
    }

    private static void signal(MonitoringExtract extract, TraceGroup group, CSVPrinter table) throws IOException {
        table.print("time");
        List<BigDecimal> factors = new ArrayList<>();
        for (Trace trace : group.traces()) {
            table.print(extract.traceName(trace) + " (" + trace.unit() + ")");
            factors.add(BigDecimal.valueOf(trace.unitsPerCount()));
        }
        List<SampleGrid> grids = group.grids(extract);
        table.println();
        for (int place = 0; place < grids.getFirst().length(); place++) {
            table.print(time(grids.getFirst(), place));
            for (int i = 0; i < grids.size(); i++) {
                SampleGrid grid = grids.get(i);
                table.print(
                        grid.isReceived(place)
                                ? factors.get(i)
                                        .multiply(BigDecimal.valueOf(grid.counts()[place]))
                                        .toPlainString()
                                : "");
            }
            table.println();
        }
    }

    private static Instant time(SampleGrid grid, int place) {
        return grid.startsAt().plusNanos(Math.round(place / grid.sampleRateHz() * NANOS_PER_SECOND));
    }

    private static void beats(List<Beat> beats, CSVPrinter table) throws IOException {
        table.printRecord(
                "time",
                "node",
                "class",
                "confidence",
                "abstained",
                "in atrial fibrillation",
                "paced",
                "found late",
                "model version");
        for (Beat beat : beats) {
            table.printRecord(
                    beat.at(),
                    beat.node(),
                    beat.beatClass().name().toLowerCase(Locale.ROOT),
                    beat.confidence(),
                    beat.abstained(),
                    beat.inAtrialFibrillation(),
                    beat.pacingSpike(),
                    beat.foundLate(),
                    beat.modelVersion());
        }
    }

    private static void events(List<Episode> episodes, CSVPrinter table) throws IOException {
        table.printRecord("onset", "end", "node", "class", "event", "late");
        for (Episode episode : episodes) {
            table.printRecord(
                    episode.onsetKnown() ? episode.onsetAt() : "",
                    episode.endAt().map(Instant::toString).orElse(""),
                    episode.node(),
                    episode.eventClass(),
                    episode.known().map(EventClass::words).orElse(""),
                    episode.late());
        }
    }
}
