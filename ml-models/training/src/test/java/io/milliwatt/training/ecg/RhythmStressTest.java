package io.milliwatt.training.ecg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.datasets.ecg.BeatClass;
import io.milliwatt.dsp.fixedpoint.heart.Feature;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is made of a regular heart is what its name says. */
class RhythmStressTest {

    private static final Map<String, List<DescribedBeats>> STRESS =
            RhythmStress.of(MadeUpHeart.record(), 1).stream().collect(Collectors.groupingBy(DescribedBeats::kind));

    private static long count(DescribedBeats record, BeatClass beatClass) {
        return record.beats().stream().filter(beat -> beat.is(beatClass)).count();
    }

    private static double mean(DescribedBeats record, Feature feature) {
        return record.beats().stream()
                .skip(100)
                .mapToInt(beat -> beat.features()[feature.ordinal()])
                .average()
                .orElseThrow();
    }

    @Test
    void fibrillationHasNoEarlyBeatsNoPWavesAndIrregularIntervals() {
        assertThat(STRESS.get(RhythmStress.FIBRILLATION)).hasSize(3).allSatisfy(record -> {
            assertThat(count(record, BeatClass.S)).isZero();
            assertThat(count(record, BeatClass.N)).isGreaterThan(250);
            assertThat(mean(record, Feature.FIBRILLATION)).isGreaterThan(14);
        });
    }

    @Test
    void flutterConductsInWholeRatios() {
        DescribedBeats flutter = STRESS.get(RhythmStress.FLUTTER).getFirst();
        assertThat(count(flutter, BeatClass.S)).isZero();
        double shortest = flutter.beats().stream()
                .skip(20)
                .mapToInt(beat -> beat.features()[Feature.INTERVAL_MILLIS.ordinal()])
                .min()
                .orElseThrow();
        assertThat(shortest / 2).isBetween(170.0, 260.0);
    }

    @Test
    void ectopicBeatsAreTheMajorityOfASickSinusAndComeSoonerThanItsOwn() {
        List<DescribedBeats> sick = STRESS.get(StressRecords.MADE + RhythmStress.SICK_SINUS);
        assertThat(sick).isNotEmpty().allSatisfy(record -> {
            assertThat(count(record, BeatClass.S)).isGreaterThan(count(record, BeatClass.N));
            assertThat(interval(record, BeatClass.N)).isGreaterThan(1.25 * interval(record, BeatClass.S));
        });
    }

    @Test
    void nothingIsEarlyInABlock() {
        assertThat(STRESS.get(RhythmStress.BLOCK))
                .hasSize(3)
                .allSatisfy(record -> assertThat(count(record, BeatClass.S)).isZero());
    }

    @Test
    void theSameSeedMakesTheSameRecords() {
        List<DescribedBeats> again = RhythmStress.of(MadeUpHeart.record(), 1);
        assertThat(again.getFirst().beats().getLast().sample())
                .isEqualTo(STRESS.get(RhythmStress.FIBRILLATION)
                        .getFirst()
                        .beats()
                        .getLast()
                        .sample());
        assertThat(RhythmStress.of(MadeUpHeart.record(), 2)
                        .getFirst()
                        .beats()
                        .getLast()
                        .sample())
                .isNotEqualTo(again.getFirst().beats().getLast().sample());
    }

    @Test
    void aBeatKeepsItsQrsComplexWhenItsPWaveIsTakenOut() {
        BeatSegment whole = BeatSegment.of(MadeUpHeart.record()).get(3);
        BeatSegment without = whole.changed(1, 0, 0, BeatClass.N).orElseThrow();
        int beat = whole.samples().length - BeatSegment.TAIL;
        assertThat((double) without.samples()[beat]).isCloseTo(whole.samples()[beat], within(1.0));
        assertThat(Math.abs(without.samples()[beat - 61] - whole.samples()[beat - 61]))
                .isGreaterThan(10);
    }

    private static double interval(DescribedBeats record, BeatClass beatClass) {
        return record.beats().stream()
                .filter(beat -> beat.is(beatClass))
                .mapToInt(beat -> beat.features()[Feature.INTERVAL_MILLIS.ordinal()])
                .average()
                .orElseThrow();
    }
}
