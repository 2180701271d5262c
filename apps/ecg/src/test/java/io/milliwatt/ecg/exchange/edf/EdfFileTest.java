package io.milliwatt.ecg.exchange.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.ecg.exchange.EcgLead;
import io.milliwatt.ecg.exchange.Extracts;
import io.milliwatt.ecg.exchange.MonitoringExtract;
import io.milliwatt.ecg.exchange.TraceGroup;
import io.milliwatt.ecg.signal.Segment;
import io.milliwatt.ecg.signal.Trace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bytes against the specification of EDF (1992) and EDF+ (2003), https://www.edfplus.info/specs. */
class EdfFileTest {

    private static final int SIGNALS = 3;
    private static final int HEADER = 256 * (SIGNALS + 1);
    private static final int RATE = 100;

    @Test
    void theHeaderHasTheFieldsOfTheSpecification() throws IOException {
        byte[] file = file(Extracts.full());
        assertThat(field(file, 0, 8)).isEqualTo("0");
        assertThat(field(file, 8, 80)).isEqualTo("P-7F3K2QXA X X X");
        assertThat(field(file, 88, 80)).isEqualTo("Startdate 28-NOV-2026 X X Milliwatt_node_17");
        assertThat(field(file, 168, 8)).isEqualTo("28.11.26");
        assertThat(field(file, 176, 8)).isEqualTo("22.31.07");
        assertThat(field(file, 184, 8)).isEqualTo(Integer.toString(HEADER));
        assertThat(field(file, 192, 44)).isEqualTo("EDF+C");
        assertThat(field(file, 236, 8)).describedAs("records").isEqualTo("1");
        assertThat(field(file, 244, 8)).describedAs("seconds").isEqualTo("1");
        assertThat(field(file, 252, 4)).describedAs("signals").isEqualTo("3");
        int labels = 256;
        assertThat(List.of(field(file, labels, 16), field(file, labels + 16, 16), field(file, labels + 32, 16)))
                .containsExactly("ECG I", "ECG II", "EDF Annotations");
        int units = labels + SIGNALS * (16 + 80);
        assertThat(field(file, units, 8)).isEqualTo("mV");
        int minima = units + SIGNALS * 8;
        assertThat(field(file, minima, 8)).isEqualTo("-52.822");
        assertThat(field(file, minima + 8, 8)).isEqualTo("-163.84");
        assertThat(field(file, minima + SIGNALS * 8 + 8, 8)).isEqualTo("163.835");
        assertThat(field(file, minima + SIGNALS * 16, 8)).isEqualTo("-32768");
        assertThat(field(file, minima + SIGNALS * 24, 8)).isEqualTo("32767");
        assertThat(field(file, minima + SIGNALS * (32 + 80), 8)).isEqualTo("100");
    }

    @Test
    void samplesAreWrittenAndMissingOnesMarked() throws IOException {
        byte[] file = file(Extracts.full());
        ByteBuffer data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(HEADER);
        assertThat(shorts(data, 10)).containsExactly(Extracts.PUBLISHED);
        data.position(HEADER + RATE * 2);
        short gap = Short.MIN_VALUE;
        assertThat(shorts(data, 11)).containsExactly(-1, 2, 3, gap, gap, gap, 40, 50, 60, 70, gap);
    }

    @Test
    void beatsEventsAndGapsAreAnnotationsInOrder() throws IOException {
        byte[] file = file(Extracts.full());
        int begin = HEADER + 2 * RATE * 2;
        String notes = new String(file, begin, file.length - begin, StandardCharsets.UTF_8);
        assertThat(List.of(notes.replaceAll("\0+$", "").split("\0")))
                .containsExactly(
                        "+0.12\u0014\u0014",
                        "+0.14\u0014N\u0014",
                        "+0.15\u00150.03\u0014Nothing received: ECG II\u0014",
                        "+0.16\u00150.05\u0014Ventricular tachycardia\u0014",
                        "+0.2\u0014V\u0014",
                        "+0.22\u00150.9\u0014Nothing received: ECG I\u0014",
                        "+0.22\u00150.9\u0014Nothing received: ECG II\u0014");
    }

    @Test
    void everyRecordIsFullAndSaysWhenItBegan() throws IOException {
        short[] counts = new short[250];
        Trace trace = new Trace(18, 0, "mV", 12.5, 0.005, List.of(new Segment(Extracts.FROM, 1, 0, 0, false, counts)));
        MonitoringExtract extract = stretch(trace, 20);
        byte[] file = file(extract);
        assertThat(field(file, 236, 8))
                .describedAs("records of 2 s hold 25 samples")
                .isEqualTo("10");
        assertThat(field(file, 244, 8)).isEqualTo("2");
        int header = 256 * 3;
        int recordBytes = (file.length - header) / 10;
        assertThat((file.length - header) % 10).isZero();
        String last = new String(file, header + 9 * recordBytes + 50, recordBytes - 50, StandardCharsets.UTF_8);
        assertThat(last).startsWith("+18.12\u0014\u0014\0");
    }

    @Test
    void aRateThatNeverFillsARecordIsRefused() {
        Trace trace = new Trace(18, 0, "mV", 100.0077, 0.005, List.of());
        assertThatThrownBy(() -> file(stretch(trace, 1)))
                .hasMessageContaining("100.0077 Hz gives no whole number of samples");
    }

    @Test
    void limitsKeepAsManyDigitsAsFit() {
        assertThat(EdfHeader.number(-163.84)).isEqualTo("-163.84");
        assertThat(EdfHeader.number(-32768.123456)).isEqualTo("-32768.1");
        assertThat(EdfHeader.number(0.000012345678)).isEqualTo("0.000012");
        assertThatThrownBy(() -> EdfHeader.number(1e12)).hasMessageContaining("does not fit");
    }

    private static MonitoringExtract stretch(Trace trace, int seconds) {
        return new MonitoringExtract(
                "P-7F3K2QXA",
                java.util.Optional.empty(),
                Extracts.FROM,
                Extracts.FROM.plusSeconds(seconds),
                List.of(EcgLead.II),
                List.of(trace),
                List.of(),
                List.of(),
                java.util.Optional.empty(),
                io.milliwatt.ecg.vitals.VitalSigns.NONE,
                java.util.Optional.empty());
    }

    private static byte[] file(MonitoringExtract extract) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EdfFile.write(extract, TraceGroup.of(extract).getFirst(), out);
        return out.toByteArray();
    }

    private static String field(byte[] file, int offset, int width) {
        return new String(file, offset, width, StandardCharsets.US_ASCII).stripTrailing();
    }

    private static short[] shorts(ByteBuffer buffer, int count) {
        short[] values = new short[count];
        for (int i = 0; i < count; i++) {
            values[i] = buffer.getShort();
        }
        return values;
    }
}
