package io.milliwatt.nodes.heart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.fixedpoint.QrsDesign;
import io.milliwatt.dsp.fixedpoint.QrsDetector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The model is checked with the node's QRS detector, which is checked against the MIT-BIH Arrhythmia Database. */
class HeartSignalTest {
    private static final int RATE_HZ = 360;

    /** The detector learns for eight seconds. */
    private static final double LEARNT_SECONDS = 9;

    /** EC57's window for a detected beat. */
    private static final double MATCH_SECONDS = 0.15;

    private record Run(List<Beat> beats, List<Double> detected, double[] lead1) {
        long missed() {
            return beats.stream()
                    .filter(beat -> detected.stream().noneMatch(time -> near(time, beat)))
                    .count();
        }

        long invented() {
            return detected.stream()
                    .filter(time -> beats.stream().noneMatch(beat -> near(time, beat)))
                    .count();
        }

        private static boolean near(double time, Beat beat) {
            return Math.abs(time - beat.timeSeconds()) <= MATCH_SECONDS;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {45, 72, 130})
    void everySinusBeatIsFoundAndNothingElse(double ratePerMinute) {
        Run run = run(HeartScenario.sinus(ratePerMinute), 60);

        assertThat(run.missed()).isZero();
        assertThat(run.invented()).isZero();
        assertThat(run.beats().size()).isCloseTo((int) (ratePerMinute * 51 / 60), within(3));
    }

    @ParameterizedTest
    @EnumSource(
            value = Rhythm.class,
            names = {"VENTRICULAR_FIBRILLATION", "ASYSTOLE"},
            mode = EnumSource.Mode.EXCLUDE)
    void theBeatsOfEveryRhythmAreFound(Rhythm rhythm) {
        HeartScenario scenario = HeartScenario.sinus(75).with(new Episode(rhythm, 110, 0, 60, 0));

        Run run = run(scenario, 60);

        assertThat(run.missed()).isLessThanOrEqualTo(1);
        assertThat(run.invented()).isLessThanOrEqualTo(1);
    }

    @Test
    void asystoleHasNoBeatsAndAFlatTrace() {
        Run run = run(HeartScenario.sinus(75).with(new Episode(Rhythm.ASYSTOLE, 0, 20, 10, 0)), 40);

        assertThat(run.beats()).noneMatch(beat -> beat.timeSeconds() > 21.5 && beat.timeSeconds() < 30);
        assertThat(run.beats()).anyMatch(beat -> beat.timeSeconds() > 31);
        for (int i = 22 * RATE_HZ; i < 29 * RATE_HZ; i++) {
            assertThat(Math.abs(run.lead1()[i])).isLessThan(0.15);
        }
    }

    @Test
    void anAtrialBeatComesEarlyAndAVentricularOneIsFollowedByAPause() {
        List<Beat> beats =
                run(HeartScenario.sinus(60).withPrematureBeats(5, 5), 120).beats();

        for (int i = 1; i + 1 < beats.size(); i++) {
            boolean between = beats.get(i - 1).kind() == BeatKind.NORMAL
                    && beats.get(i + 1).kind() == BeatKind.NORMAL;
            if (between && beats.get(i).kind() == BeatKind.VENTRICULAR) {
                double pair = beats.get(i).intervalSeconds() + beats.get(i + 1).intervalSeconds();
                assertThat(pair).isCloseTo(2, within(0.25));
            }
        }
        assertThat(beats).anyMatch(beat -> beat.kind() == BeatKind.VENTRICULAR);
        assertThat(beats)
                .filteredOn(beat -> beat.kind() == BeatKind.SUPRAVENTRICULAR)
                .isNotEmpty()
                .allMatch(beat -> beat.intervalSeconds() < 0.8);
    }

    @Test
    void aLeadThatIsOffStaysAtTheRail() {
        HeartScenario scenario = new HeartScenario(
                70, 15, BeatShape.SINUS, 0, 0, List.of(), Disturbance.LITTLE, List.of(new Span(10, 5)));
        double[] lead1 = run(scenario, 20).lead1();
        short[] counts = new short[lead1.length];
        ElectrodeConverter.convert(lead1, counts);

        assertThat(counts[12 * RATE_HZ]).isEqualTo(Short.MAX_VALUE);
        assertThat(counts[16 * RATE_HZ]).isLessThan((short) 1_000);
    }

    @Test
    void theSameSeedGivesTheSameHeart() {
        HeartScenario scenario = HeartScenario.sinus(80).withPrematureBeats(4, 3);

        assertThat(run(scenario, 5).lead1()).isEqualTo(run(scenario, 5).lead1());
    }

    @Test
    void impossibleHeartsAreRefusedWithTheirValues() {
        assertThatThrownBy(() -> HeartScenario.sinus(500)).hasMessageContaining("500");
        assertThatThrownBy(() -> new Episode(Rhythm.PACED, 70, 0, 10, 5)).hasMessageContaining("10.0 s");
    }

    private static Run run(HeartScenario scenario, int seconds) {
        HeartSignal signal = new HeartSignal(scenario, RATE_HZ, 7);
        QrsDetector detector = new QrsDetector(QrsDesign.forRate(RATE_HZ), ElectrodeConverter.NANO_MILLIVOLT_PER_COUNT);
        double[] lead1 = new double[seconds * RATE_HZ];
        signal.next(lead1, new double[lead1.length]);
        short[] counts = new short[lead1.length];
        ElectrodeConverter.convert(lead1, counts);
        List<Double> detected = new ArrayList<>();
        for (short count : counts) {
            detector.accept(count);
            if (detector.beats() > detected.size()) {
                detected.add(
                        (double) detector.beat(detected.size()).orElseThrow().sample() / RATE_HZ);
            }
        }
        double last = seconds - 1.0;
        return new Run(
                signal.takeBeats().stream()
                        .filter(beat -> beat.timeSeconds() > LEARNT_SECONDS && beat.timeSeconds() < last)
                        .toList(),
                detected.stream()
                        .filter(time -> time > LEARNT_SECONDS && time < last)
                        .toList(),
                lead1);
    }
}
