package io.milliwatt.datasets.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.datasets.recording.SampleLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentsTest {
    private static final int GAP = WfdbSignal.MISSING;

    @TempDir
    Path folder;

    /** Example 6 of header(5): a segment may come twice, and a gap between. */
    @Test
    void segmentsOfAFixedLayoutFollowEachOther() throws IOException {
        segment("s", 360, SignalFormat.PACKED_12, signal("MLII", 200, 1, 2, 3), signal("V5", 200, 4, 5, 6));
        write("multi/4 2 360 10\ns 3\n~ 4\ns 3\n~ 0\n# comment\n");
        WfdbRecord read = WfdbReader.refusingDamage().read(folder.resolve("multi"));
        assertThat(read.findings()).isEmpty();
        assertThat(read.comments()).containsExactly("comment");
        assertThat(read.signals().get(0).samples()).containsExactly(1, 2, 3, GAP, GAP, GAP, GAP, 1, 2, 3);
        assertThat(read.signals().get(1).samples()).containsExactly(4, 5, 6, GAP, GAP, GAP, GAP, 4, 5, 6);
    }

    @Test
    void signalsOfAVariableLayoutAreFoundByNameAndBroughtToItsGain() throws IOException {
        layout(
                "multi_layout 3 360 0\n~ 0 400(10)/mV 12 0 0 0 0 II\n~ 0 200/mV 12 0 0 0 0 V\n~ 0 1/mmHg 12 0 0 0 0 ABP\n");
        segment("one", 360, SignalFormat.SIGNED_16, signal("V", 200, 7, 8));
        segment("two", 360, SignalFormat.PACKED_10, signal("ABP", 1, 90), signal("II", 200, -5));
        write("multi/5 3 360 7\nmulti_layout 0\none 2\n~ 3\ntwo 1\ntwo 1\n");
        WfdbRecord read = WfdbReader.refusingDamage().read(folder.resolve("multi"));
        assertThat(read.signals())
                .extracting(signal -> signal.line().description())
                .containsExactly("II", "V", "ABP");
        assertThat(read.signals().get(0).samples()).containsExactly(GAP, GAP, GAP, GAP, GAP, 0, 0);
        assertThat(read.signals().get(1).samples()).containsExactly(7, 8, GAP, GAP, GAP, GAP, GAP);
        assertThat(read.signals().get(2).samples()).containsExactly(GAP, GAP, GAP, GAP, GAP, 90, 90);
        assertThat(read.signals().get(0).line().gainUnitsPerPhysicalUnit()).isEqualTo(400);
    }

    /** Halfway cases go up, as in the WFDB library: 10.5 to 11 and -10.5 to -10. */
    @Test
    void aFinerGainIsRoundedAndToldOf() throws IOException {
        layout("multi_layout 1 360 0\n~ 0 100/mV 12 0 0 0 0 II\n");
        segment("one", 360, SignalFormat.SIGNED_16, signal("II", 200, 21, -21, 20));
        write("multi/2 1 360 3\nmulti_layout 0\none 3\n");
        WfdbRecord read = WfdbReader.refusingDamage().read(folder.resolve("multi"));
        assertThat(read.signals().getFirst().samples()).containsExactly(11, -10, 10);
        assertThat(read.findings())
                .containsExactly(
                        "one.dat has a finer gain than the record for signal \"II\": its samples are rounded.");
    }

    @Test
    void segmentsThatDoNotFitGetOneSentence() throws IOException {
        segment("s", 360, SignalFormat.SIGNED_16, signal("MLII", 200, 1, 2, 3));
        refused("multi/1 1 250 3\ns 3\n", "multi.hea states 250.0 Hz, its segment s 360.0 Hz");
        refused("multi/1 2 360 3\ns 3\n", "states 2 signals, its first segment has 1");
        refused("multi/1 1 360 4\ns 4\n", "states 4 samples for the segment s, whose own header states 3");
        refused("multi/1 1 360 4\ns 3\n", "states 4 samples per signal, its segments have 3");
        refused("multi/1 1 360 3\nmulti 3\n", "has the segment multi, which has segments itself");
        refused("multi/1 1 360 3\nabsent 3\n", "absent.hea does not exist");
        refused("multi/1 1 360 3\n../s 3\n", "../s.hea, which is not in the header's folder");
        refused("multi/2 1 360\ns 3\n~ 2000000000\n", SampleLimit.SAMPLES + " samples are the most");
        refused("multi/2 1 360\ns 3\n~ 9223372036854775807\n", SampleLimit.SAMPLES + " samples are the most");
        segment("t", 360, SignalFormat.SIGNED_16, signal("MLII", 200, 1), signal("V5", 200, 2));
        refused("multi/2 1 360 4\ns 3\nt 1\n", "its segment t has 2");
    }

    @Test
    void aWrongSegmentLengthCanBeFlagged() throws IOException {
        segment("s", 360, SignalFormat.SIGNED_16, signal("MLII", 200, 1, 2, 3));
        write("multi/2 1 360 7\ns 5\ns 2\n");
        WfdbRecord left = WfdbReader.flaggingDamage().read(folder.resolve("multi"));
        assertThat(left.signals().getFirst().samples()).containsExactly(1, 2, 3, GAP, GAP, 1, 2);
        assertThat(left.findings()).hasSize(2);
    }

    @Test
    void aRecordOfNothingButGapsHasNoSignals() throws IOException {
        write("multi/1 0 360 10\n~ 10\n");
        assertThat(WfdbReader.refusingDamage().read(folder.resolve("multi")).signals())
                .isEmpty();
    }

    @Test
    void aSegmentedHeaderIsWrittenAsItIsRead() throws IOException {
        SegmentedHeader header = new SegmentedHeader(
                RecordLine.of("multi", 360, 5),
                1,
                List.of(new SegmentLine("s", 3), new SegmentLine(SegmentLine.GAP, 2)),
                List.of("a comment"));
        WfdbWriter.into(folder).write(header);
        assertThat(WfdbReader.refusingDamage().header(folder.resolve("multi"))).isEqualTo(header);
    }

    private record Content(String name, double gain, int[] samples) {}

    private static Content signal(String name, double gain, int... samples) {
        return new Content(name, gain, samples);
    }

    private void segment(String name, double rateHz, SignalFormat format, Content... signals) throws IOException {
        List<WfdbSignal> all = java.util.Arrays.stream(signals)
                .map(signal -> WfdbSignal.of(
                        SignalLine.of(name + ".dat", format, signal.gain(), 0, signal.name()), signal.samples()))
                .toList();
        WfdbWriter.into(folder)
                .write(new WfdbRecord(
                        RecordLine.of(name, rateHz, signals[0].samples().length), all, List.of(), List.of()));
    }

    private void layout(String text) throws IOException {
        Files.writeString(folder.resolve("multi_layout.hea"), text);
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("multi.hea"), text);
    }

    private void refused(String text, String problem) throws IOException {
        write(text);
        assertThatThrownBy(() -> WfdbReader.refusingDamage().read(folder.resolve("multi")))
                .hasMessageContaining(problem);
    }
}
