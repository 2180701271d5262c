package io.milliwatt.ecg.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.ecg.exchange.EcgLead;
import io.milliwatt.ecg.exchange.Extracts;
import io.milliwatt.ecg.exchange.MonitoringExtract;
import io.milliwatt.ecg.signal.Segment;
import io.milliwatt.ecg.signal.Trace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class CsvArchiveTest {

    @Test
    void samplesBeatsAndEventsHaveTheirTables() throws IOException {
        Map<String, List<String>> tables = tables(Extracts.full());
        assertThat(tables).containsOnlyKeys("signal-17.csv", "beats.csv", "events.csv");
        assertThat(tables.get("signal-17.csv"))
                .hasSize(11)
                .startsWith(
                        "time,I (mV),II (mV)",
                        "2026-11-28T22:31:07.120Z,3.290092,-0.005",
                        "2026-11-28T22:31:07.130Z,3.293316,0.010")
                .contains("2026-11-28T22:31:07.150Z,3.299764,");
        assertThat(tables.get("beats.csv"))
                .containsExactly(
                        "time,node,class,confidence,abstained,in atrial fibrillation,paced,found late,model version",
                        "2026-11-28T22:31:07.140Z,17,normal,0.97,false,false,false,false,3",
                        "2026-11-28T22:31:07.200Z,17,ventricular,0.9,false,false,false,false,3");
        assertThat(tables.get("events.csv"))
                .containsExactly(
                        "onset,end,node,class,event,late",
                        "2026-11-28T22:31:07.160Z,2026-11-28T22:31:07.210Z,17,3,Ventricular tachycardia,false");
    }

    @Test
    void channelsOfDifferentRatesGetTablesOfTheirOwn() throws IOException {
        List<Trace> traces = List.of(
                new Trace(
                        17, 0, "mV", 100, 0.005, List.of(new Segment(Extracts.FROM, 1, 0, 0, false, new short[] {1}))),
                new Trace(
                        17, 1, "mV", 50, 0.005, List.of(new Segment(Extracts.FROM, 1, 0, 0, false, new short[] {2}))));
        Map<String, List<String>> tables = tables(Extracts.extract(List.of(EcgLead.I, EcgLead.II), traces, "1", "CCU"));
        assertThat(tables.get("signal-17.csv")).hasSize(11);
        assertThat(tables.get("signal-17-2.csv")).hasSize(6);
    }

    private static Map<String, List<String>> tables(MonitoringExtract extract) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvArchive.write(extract, out);
        Map<String, List<String>> tables = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                tables.put(
                        entry.getName(),
                        new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .toList());
            }
        }
        return tables;
    }
}
