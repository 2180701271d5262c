package io.milliwatt.training.ecg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.datasets.ecg.BeatClass;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** On a made-up heart. */
class StressRecordsTest {

    @Test
    void everyPatternHasTheEarlyBeatsItPromisesAndTheNodeFindsThem() {
        Map<String, DescribedBeats> stress = StressRecords.of(MadeUpHeart.record(), 1).stream()
                .collect(Collectors.toMap(DescribedBeats::kind, each -> each, (first, second) -> first));
        assertThat(share(stress.get("bigeminy"))).isCloseTo(0.48, within(0.05));
        assertThat(share(stress.get("trigeminy"))).isCloseTo(0.66, within(0.05));
        assertThat(share(stress.get("majority"))).isGreaterThan(0.8);
        assertThat(share(stress.get("made majority"))).isGreaterThan(0.8);
        assertThat(share(stress.get(StressRecords.PAUSES))).isZero();
        assertThat(stress.get("slow runs").beats()).hasSizeGreaterThan(150);
        assertThat(stress).doesNotContainKey(StressRecords.NATURAL);
    }

    private static double share(DescribedBeats record) {
        long matched =
                record.beats().stream().filter(beat -> beat.truth().isPresent()).count();
        long early =
                record.beats().stream().filter(beat -> beat.is(BeatClass.S)).count();
        assertThat(matched).isGreaterThan(150);
        return (double) early / matched;
    }

    @Test
    void theSameSeedGivesTheSameRecords() {
        assertThat(StressRecords.of(MadeUpHeart.record(), 3).getFirst().beats())
                .usingRecursiveComparison()
                .isEqualTo(StressRecords.of(MadeUpHeart.record(), 3).getFirst().beats());
    }

    @Test
    void aMadeEarlyBeatComesEarlyWithItsPWaveChanged() {
        BeatSegment normal = BeatSegment.of(MadeUpHeart.record()).stream()
                .filter(each -> each.beatClass() == BeatClass.N && !each.afterEarly())
                .skip(3)
                .findFirst()
                .orElseThrow();
        BeatSegment early = normal.early(0.7, -1, 0).orElseThrow();
        assertThat(early.interval()).isCloseTo((int) (0.7 * normal.interval()), within(2));
        int p = early.samples().length - BeatSegment.TAIL - 61;
        int pOfNormal = normal.samples().length - BeatSegment.TAIL - 61;
        // A P wave of 24 counts over its chord now lies as far below it.
        assertThat((int) early.samples()[p]).isLessThan(normal.samples()[pOfNormal] - 30);
        assertThat(normal.early(0.2, 1, 0)).isEmpty();
    }

    @Test
    void splicedBeatsLieWhereTheirReferenceSays() {
        List<BeatSegment> segments = BeatSegment.of(MadeUpHeart.record());
        Splice splice = new Splice(new Random(1));
        segments.forEach(each -> splice.add(each, 40));
        HeartRecord record = splice.record(999);
        for (HeartRecord.Beat beat : record.beats()) {
            assertThat((int) record.samples()[beat.sample()]).isGreaterThan(100);
        }
        assertThat(record.beats()).hasSize(segments.size());
    }

    @Test
    void noiseLeavesTwentySecondsOfEveryMinuteAlone() {
        HeartRecord record = MadeUpHeart.record();
        HeartRecord noisy = NoisyRecord.of(record, 0.5, 1);
        int rate = HeartRecord.RATE_HZ;
        assertThat(java.util.Arrays.copyOf(noisy.samples(), 20 * rate))
                .isEqualTo(java.util.Arrays.copyOf(record.samples(), 20 * rate));
        assertThat(java.util.Arrays.copyOfRange(noisy.samples(), 20 * rate, 60 * rate))
                .isNotEqualTo(java.util.Arrays.copyOfRange(record.samples(), 20 * rate, 60 * rate));
    }
}
