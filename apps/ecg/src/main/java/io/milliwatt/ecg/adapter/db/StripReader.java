package io.milliwatt.ecg.adapter.db;

import io.milliwatt.ecg.patient.Admission;
import io.milliwatt.ecg.patient.Recording;
import io.milliwatt.ecg.signal.Segment;
import io.milliwatt.ecg.signal.Strip;
import io.milliwatt.ecg.signal.Trace;
import io.milliwatt.platform.storage.StoredBlock;
import io.milliwatt.platform.storage.WaveformReader;
import io.milliwatt.telemetry.WaveformBlock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Strips from the stored blocks: neighbours are joined, and a gap stays a gap. */
@ApplicationScoped
public class StripReader {

    /** Blocks are stamped in whole milliseconds by a clock that is being set now and then. */
    private static final Duration JOINT = Duration.ofMillis(50);

    private final WaveformReader waveforms;
    private final BeatTable beats;

    StripReader(WaveformReader waveforms, BeatTable beats) {
        this.waveforms = waveforms;
        this.beats = beats;
    }

    private record Lead(long node, long channel, double sampleRateHz, double unitsPerCount, int unit) {
        static final Comparator<Lead> ORDER = Comparator.comparingLong(Lead::node)
                .thenComparingLong(Lead::channel)
                .thenComparingDouble(Lead::sampleRateHz)
                .thenComparingDouble(Lead::unitsPerCount)
                .thenComparingInt(Lead::unit);

        static Lead of(StoredBlock block) {
            return new Lead(
                    block.identity().node(),
                    block.channel(),
                    block.sampleRateHz(),
                    block.unitsPerCount(),
                    block.unit());
        }
    }

    /** What a patient's nodes recorded; whole blocks, so a little more than asked for. */
    public Strip read(Admission admission, Instant from, Instant to) {
        return read(admission, from, to, StripReader::follows);
    }

    /** As {@link #read}, with a new segment also where the quality of the signal changes, so that the eye sees where. */
    public Strip readByQuality(Admission admission, Instant from, Instant to) {
        return read(
                admission,
                from,
                to,
                (before, block) -> follows(before, block)
                        && before.qualityFlags() == block.qualityFlags()
                        && before.late() == block.late());
    }

    private Strip read(
            Admission admission, Instant from, Instant to, BiPredicate<StoredBlock, StoredBlock> belongsTogether) {
        List<Recording> recordings = admission.recordings(from, to);
        Map<Lead, List<StoredBlock>> leads = recordings.stream()
                .flatMap(part -> waveforms.blocks(List.of(part.node()), part.from(), part.to()).stream()
                        // A block in which the node came onto this patient may hold another's signal.
                        .filter(block ->
                                part.from().equals(from) || !block.startsAt().isBefore(part.from())))
                .collect(Collectors.groupingBy(Lead::of, () -> new TreeMap<>(Lead.ORDER), Collectors.toList()));
        List<Trace> traces = leads.entrySet().stream()
                .map(lead -> trace(lead.getKey(), lead.getValue(), belongsTogether))
                .toList();
        return new Strip(admission.patient(), from, to, traces, beats.of(recordings));
    }

    private static Trace trace(
            Lead lead, List<StoredBlock> blocks, BiPredicate<StoredBlock, StoredBlock> belongsTogether) {
        List<Segment> segments = new ArrayList<>();
        List<StoredBlock> joined = new ArrayList<>();
        for (StoredBlock block : blocks) {
            if (!joined.isEmpty() && !belongsTogether.test(joined.getLast(), block)) {
                segments.add(segment(joined));
                joined.clear();
            }
            joined.add(block);
        }
        segments.add(segment(joined));
        return new Trace(
                lead.node(),
                Math.toIntExact(lead.channel()),
                lead.unit() == WaveformBlock.UNIT_MILLIVOLT ? "mV" : "counts",
                lead.sampleRateHz(),
                lead.unitsPerCount(),
                segments);
    }

    private static boolean follows(StoredBlock before, StoredBlock block) {
        return before.identity().boot() == block.identity().boot()
                && before.blockIndex() + 1 == block.blockIndex()
                && Duration.between(before.endsAt(), block.startsAt()).abs().compareTo(JOINT) <= 0;
    }

    private static Segment segment(List<StoredBlock> blocks) {
        short[] counts = new short
                [blocks.stream().mapToInt(block -> block.counts().length).sum()];
        int position = 0;
        long flags = 0;
        boolean late = false;
        for (StoredBlock block : blocks) {
            System.arraycopy(block.counts(), 0, counts, position, block.counts().length);
            position += block.counts().length;
            flags |= block.qualityFlags();
            late |= block.late();
        }
        StoredBlock first = blocks.getFirst();
        return new Segment(
                first.startsAt(),
                first.identity().boot(),
                (long) first.blockIndex() * first.counts().length,
                flags,
                late,
                counts);
    }
}
