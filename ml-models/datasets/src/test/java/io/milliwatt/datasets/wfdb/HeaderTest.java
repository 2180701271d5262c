package io.milliwatt.datasets.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.datasets.recording.Findings;
import io.milliwatt.datasets.recording.RecordingException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines follow the examples of header(5) of the WFDB Applications Guide, and headers of wfdb-python's sample data. */
class HeaderTest {
    @Test
    void aHeaderWithEveryFieldReadsAsItIsMeant() throws RecordingException {
        RecordHeader header = record("""
                #wfdb 10.6
                xform 2 62.4725/999.56(-3.5) 14400 22:00:23.529 20/07/1995\r
                xform.dat 212x4:8+512 2456(-100)/mmHg 12 7 221 31380 1024 the  ABP line
                xform.dat 212x4:0+512 16 14 2048 -700 49347 1024 V

                #Produced by xform
                # record 237
                """);
        RecordLine line = header.recordLine();
        assertThat(line.name()).isEqualTo("xform");
        assertThat(line.frameRateHz()).isEqualTo(62.4725);
        assertThat(line.counterRateHz()).isEqualTo(999.56);
        assertThat(line.baseCounter()).isEqualTo(-3.5);
        assertThat(line.frameCount()).isEqualTo(14400);
        assertThat(line.start()).contains(LocalDateTime.of(1995, 7, 20, 22, 0, 23, 529_000_000));
        SignalLine first = header.signals().getFirst();
        assertThat(first.format()).contains(SignalFormat.PACKED_12);
        assertThat(first.samplesPerFrame()).isEqualTo(4);
        assertThat(first.skewSamples()).isEqualTo(8);
        assertThat(first.byteOffset()).isEqualTo(512);
        assertThat(first.gainUnitsPerPhysicalUnit()).isEqualTo(2456);
        assertThat(first.baseline()).isEqualTo(-100);
        assertThat(first.physicalUnit()).isEqualTo("mmHg");
        assertThat(first.adcResolutionBits()).isEqualTo(12);
        assertThat(first.adcZero()).isEqualTo(7);
        assertThat(first.initialValue()).isEqualTo(221);
        assertThat(first.checksum()).hasValue(31380);
        assertThat(first.blockSize()).isEqualTo(1024);
        assertThat(first.description()).isEqualTo("the  ABP line");
        // 49347 is the same 16 bits as -16189.
        assertThat(header.signals().get(1).checksum()).hasValue(-16189);
        assertThat(header.signals().get(1).baseline()).isEqualTo(2048);
        assertThat(header.comments()).containsExactly("wfdb 10.6", "Produced by xform", "record 237");
    }

    /** Example 3 of header(5) has no more than this. */
    @Test
    void whatAHeaderLeavesOutIsWhatTheFormatsDescriptionSays() throws RecordingException {
        RecordHeader header = record("8l 2\ndata0 8\ndata1 80\n");
        RecordLine line = header.recordLine();
        assertThat(line.frameRateHz()).isEqualTo(250);
        assertThat(line.counterRateHz()).isEqualTo(250);
        assertThat(line.baseCounter()).isZero();
        assertThat(line.frameCount()).isZero();
        assertThat(line.start()).isEmpty();
        SignalLine signal = header.signals().getFirst();
        assertThat(signal.calibrated()).isFalse();
        assertThat(signal.gainUnitsPerPhysicalUnit()).isEqualTo(200);
        assertThat(signal.physicalUnit()).isEqualTo("mV");
        assertThat(signal.adcResolutionBits()).isEqualTo(10);
        assertThat(header.signals().get(1).adcResolutionBits()).isEqualTo(8);
        assertThat(signal.baseline()).isZero();
        assertThat(signal.checksum()).isEmpty();
        assertThat(signal.description()).isEqualTo("record 8l, signal 0");
    }

    @Test
    void timesAndDatesOfOneDigitAndOfNoneAreRead() throws RecordingException {
        assertThat(record("a 0 360/0 10 13:5:0").recordLine().baseTime()).contains(LocalTime.of(13, 5));
        assertThat(record("a 0 360 10 0:0:0 0/0/0").recordLine().baseDate()).isEmpty();
        assertThat(record("a 0 360 10 0:0:0 25/4/1989").recordLine().baseDate()).contains(LocalDate.of(1989, 4, 25));
        assertThat(record("a 0 3.6e2/-1 10").recordLine().counterRateHz()).isEqualTo(360);
    }

    @Test
    void aWrongTimeIsRefusedOrFlaggedAndNeverGuessed() throws RecordingException {
        String text = "a 0 360 10 25:00:00 1/1/2020";
        assertThatThrownBy(() -> record(text))
                .hasMessageContaining("a.hea states \"25:00:00 1/1/2020\" as its time and date");
        Findings flagging = Findings.flaggingDamage();
        Header header = HeaderReader.read("a.hea", text, flagging);
        assertThat(header.recordLine().baseTime()).isEmpty();
        assertThat(flagging.sentences()).hasSize(1);
    }

    @Test
    void segmentsAndLayoutAreRead() throws RecordingException {
        SegmentedHeader fixed = (SegmentedHeader) HeaderReader.read(
                "m.hea", "multi/3 2 360 45000\n100s 21600\nnull 1800\n100s 21600\n", Findings.refusingDamage());
        assertThat(fixed.hasLayout()).isFalse();
        assertThat(fixed.segments())
                .containsExactly(
                        new SegmentLine("100s", 21600), new SegmentLine("null", 1800), new SegmentLine("100s", 21600));
        SegmentedHeader variable = (SegmentedHeader) HeaderReader.read(
                "v.hea", "v/3 4 125 100\nv_layout 0\n~ 40\nv_1 60\n# Location: micu\n", Findings.refusingDamage());
        assertThat(variable.hasLayout()).isTrue();
        assertThat(variable.segments().get(1).isGap()).isTrue();
        assertThat(variable.comments()).containsExactly("Location: micu");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                              | holds no record line
            # nothing                       | holds no record line
            100                             | has no number of signals in line 1
            100 two 360                     | has "two" as its number of signals, which is no count in line 1
            100 -1                          | has "-1" as its number of signals
            100 900000000                   | states 900000000 as its number of signals, more than any record has
            100/0 2 360                     | states 0 segments
            100/3 2 360                     | states 3 segments but has lines for 0
            100 0 0                         | has a sampling frequency of 0.0 Hz
            100 0 NaN                       | has "NaN" as its sampling frequency
            100 0 1e999                     | has "1e999" as its sampling frequency
            100 0 360/x                     | has "x" as its counter frequency
            100 0 360 -5                    | has "-5" as its number of samples, which is no count
            100 2 360                       | states 2 signals but has lines for 0
            100 1~a.dat                     | has no format in line 2
            100 1~a.dat x212                | has "x212" as its format
            100 1~a.dat 99999999999         | has "99999999999" as its format
            100 1~a.dat 16x0                | states 0 samples per frame
            100 1~a.dat 16 200(1.5)         | has "1.5" as its baseline, which is no whole number of 32 bits
            100 1~a.dat 16 2e               | has "2e" as its ADC gain, which is no number
            100 1~a.dat 16 200 99           | states an ADC resolution of 99 bits
            100 1~a.dat 16 200 12 0 0 x     | has "x" as its checksum
            """)
    void wrongHeadersGetOneSentenceThatNamesLineAndField(String text, String problem) {
        assertThatThrownBy(() -> record(text.replace('~', '\n')))
                .isInstanceOf(RecordingException.class)
                .hasMessageStartingWith("a.hea ")
                .hasMessageContaining(problem);
    }

    @Test
    void linesBeyondTheStatedOnesAreToldOf() throws RecordingException {
        Findings flagging = Findings.refusingDamage();
        HeaderReader.read("a.hea", "a 1\na.dat 16\nb.dat 16\n", flagging);
        assertThat(flagging.sentences())
                .containsExactly("a.hea has 1 lines more than the 1 signals it states; they are not read.");
    }

    @Test
    void signalsOfOneFileMustStandTogetherAndAgree() throws RecordingException {
        List<SignalLine> apart = record("a 3\na.dat 16\nb.dat 16\na.dat 16\n").signals();
        assertThatThrownBy(() -> SignalGroup.of("a.hea", apart)).hasMessageContaining("do not stand beside each other");
        List<SignalLine> different = record("a 2\na.dat 16\na.dat 212\n").signals();
        assertThatThrownBy(() -> SignalGroup.of("a.hea", different)).hasMessageContaining("different formats");
        List<SignalLine> huge = record("a 1\na.dat 16x2000000000\n").signals();
        assertThatThrownBy(() -> SignalGroup.of("a.hea", huge)).hasMessageContaining("2000000000 samples in one frame");
    }

    private static RecordHeader record(String text) throws RecordingException {
        return (RecordHeader) HeaderReader.read("a.hea", text, Findings.refusingDamage());
    }
}
