package io.milliwatt.dsp.fixedpoint.heart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life-threatening events are those of the PhysioNet/CinC Challenge 2015, at and beside their limits. */
class RhythmRulesTest {

    private final RhythmScript script = new RhythmScript();

    @Test
    void fourSecondsWithoutABeatAreAsystoleAndLessAreNot() {
        script.beats(800, "NNNNN").silence(3_900);
        assertThat(script.onset(RhythmClass.ASYSTOLE)).isEmpty();
        assertThat(script.onset(RhythmClass.PAUSE)).isPresent();
        script.silence(100);
        assertThat(script.onset(RhythmClass.ASYSTOLE))
                .contains(new RhythmEvent(RhythmClass.ASYSTOLE, false, 0, 0, 4_000, 8_000));
        script.beats(1_000, "N");
        assertThat(script.end(RhythmClass.ASYSTOLE))
                .contains(new RhythmEvent(RhythmClass.ASYSTOLE, true, 0, 0, 4_000, 9_000));
        assertThat(script.end(RhythmClass.PAUSE)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"3900, 0", "4000, 1"})
    void aGapThatABeatEndsCountsTheSame(int gap, int asystoles) {
        script.beats(800, "NNNNN").beats(gap, "N");
        assertThat(script.onsets(RhythmClass.ASYSTOLE)).isEqualTo(asystoles);
        assertThat(script.end(RhythmClass.PAUSE)).isPresent();
    }

    @Test
    void aHeartThatNeverBeatIsAsystoleFromTheStart() {
        script.silence(4_000);
        assertThat(script.onset(RhythmClass.ASYSTOLE)).isPresent();
        assertThat(script.onset(RhythmClass.PAUSE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1500, 0, 1", "1539, 1, 1", "1201, 0, 1", "1200, 0, 0"})
    void fiveSlowBeatsAreBradycardia(int interval, int extreme, int plain) {
        script.beats(interval, "NNNN");
        assertThat(script.events()).isEmpty();
        script.beats(interval, "N");
        assertThat(script.onsets(RhythmClass.EXTREME_BRADYCARDIA)).isEqualTo(extreme);
        assertThat(script.onsets(RhythmClass.BRADYCARDIA)).isEqualTo(plain);
    }

    /** A rate that hovers about a limit would else alarm at every other beat. */
    @Test
    void aRateAtTheLimitIsOneEvent() {
        for (int i = 0; i < 20; i++) {
            script.beats(1_190, "NNNNN").beats(1_230, "NNNNN");
        }
        assertThat(script.onsets(RhythmClass.BRADYCARDIA)).isEqualTo(1);
        assertThat(script.end(RhythmClass.BRADYCARDIA)).isEmpty();
        script.beats(1_050, "NNNNN");
        assertThat(script.end(RhythmClass.BRADYCARDIA)).isPresent();
    }

    @Test
    void aHigherLimitTellsAFasterBradycardia() {
        RhythmScript child = new RhythmScript(new RhythmLimits(1_000, 3_000, 90, 180, 10));
        child.beats(700, "NNNNN");
        assertThat(child.onset(RhythmClass.BRADYCARDIA)).isPresent();
        assertThat(child.onset(RhythmClass.EXTREME_BRADYCARDIA)).isEmpty();
    }

    @Test
    void oneLongPauseIsNoBradycardia() {
        script.beats(800, "NNNNNNN").beats(3_900, "N").beats(800, "NNNNNNN");
        assertThat(script.onset(RhythmClass.EXTREME_BRADYCARDIA)).isEmpty();
        assertThat(script.onset(RhythmClass.BRADYCARDIA)).isEmpty();
        assertThat(script.end(RhythmClass.PAUSE)).isPresent();
    }

    @Test
    void everySecondBeatBlockedIsBradycardia() {
        for (int i = 0; i < 4; i++) {
            script.beats(900, "N").beats(2_800, "N");
        }
        assertThat(script.onset(RhythmClass.EXTREME_BRADYCARDIA)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"428, 1", "429, 0"})
    void seventeenFastBeatsAreExtremeTachycardia(int interval, int expected) {
        script.beats(interval, "N".repeat(16));
        assertThat(script.onset(RhythmClass.EXTREME_TACHYCARDIA)).isEmpty();
        assertThat(script.onset(RhythmClass.TACHYCARDIA)).isPresent();
        script.beats(interval, "N");
        assertThat(script.onsets(RhythmClass.EXTREME_TACHYCARDIA)).isEqualTo(expected);
    }

    @Test
    void anEventKnowsItsBeatsAndRateUpToTheEnd() {
        script.beats(400, "N".repeat(30)).beats(900, "N".repeat(10));
        RhythmEvent end = script.end(RhythmClass.EXTREME_TACHYCARDIA).orElseThrow();
        assertThat(end.onsetSample()).isEqualTo(400);
        assertThat(end.beats()).isGreaterThanOrEqualTo(30);
        assertThat(end.heartRatePerMinute()).isBetween(140, 150);
        assertThat(end.sample()).isBetween(12_000L, 15_000L);
    }

    @ParameterizedTest
    @CsvSource({"594, 5, 1, 0", "594, 4, 0, 1", "600, 5, 0, 1", "594, 3, 0, 1", "594, 2, 0, 0"})
    void fiveVentricularBeatsAboveAHundredPerMinuteAreTachycardia(int interval, int beats, int tachycardias, int runs) {
        script.beats(800, "NNN").beats(interval, "V".repeat(beats)).beats(800, "NN");
        assertThat(script.onsets(RhythmClass.VENTRICULAR_TACHYCARDIA)).isEqualTo(tachycardias);
        assertThat(script.onsets(RhythmClass.VENTRICULAR_RUN)).isEqualTo(runs);
        assertThat(script.onsets(RhythmClass.VENTRICULAR_COUPLET)).isEqualTo(beats == 2 ? 1 : 0);
        assertThat(script.events()).filteredOn(RhythmEvent::ended).hasSize(1);
    }

    @Test
    void aRunThatBecomesFasterBecomesTachycardia() {
        script.beats(700, "VVVVVV").beats(500, "VVVVV").beats(700, "VVVVV").beats(700, "N");
        assertThat(script.events())
                .extracting(RhythmEvent::rhythm)
                .containsSubsequence(
                        RhythmClass.VENTRICULAR_RUN,
                        RhythmClass.VENTRICULAR_TACHYCARDIA,
                        RhythmClass.VENTRICULAR_RUN,
                        RhythmClass.VENTRICULAR_TACHYCARDIA,
                        RhythmClass.VENTRICULAR_RUN);
    }

    /** One doubtful beat must not hide a tachycardia; two are no longer one. */
    @ParameterizedTest
    @CsvSource({"VVV?VV, 1", "VV??VVV, 0", "VVFVVV, 0", "VVQVVV, 1"})
    void aBeatOfUnknownClassDoesNotInterruptARun(String letters, int tachycardias) {
        script.beats(450, letters);
        assertThat(script.onsets(RhythmClass.VENTRICULAR_TACHYCARDIA)).isEqualTo(tachycardias);
    }

    @ParameterizedTest
    @CsvSource({
        "NVNVNV, 1, 0",
        "VNVN, 0, 0",
        "NVNV?VNV, 0, 0",
        "NNVNNVNNV, 0, 1",
        "NSVNNVNNV, 0, 1",
        "NVNVNVNNVNNV, 1, 1",
        "NVVNVVNVV, 0, 0"
    })
    void threeCyclesMakeAPattern(String letters, int bigeminies, int trigeminies) {
        script.beats(800, letters);
        assertThat(script.onsets(RhythmClass.BIGEMINY)).isEqualTo(bigeminies);
        assertThat(script.onsets(RhythmClass.TRIGEMINY)).isEqualTo(trigeminies);
    }

    @Test
    void aPatternEndsWithItsLastVentricularBeat() {
        script.beats(800, "NVNVNVNVNN");
        RhythmEvent end = script.end(RhythmClass.BIGEMINY).orElseThrow();
        assertThat(end.onsetSample()).isEqualTo(1_600);
        assertThat(end.sample()).isEqualTo(6_400);
        assertThat(end.beats()).isEqualTo(7);
    }

    @Test
    void threeSupraventricularBeatsAreARun() {
        script.beats(500, "NNSSNSSSSN");
        assertThat(script.onsets(RhythmClass.SUPRAVENTRICULAR_RUN)).isEqualTo(1);
        RhythmEvent end = script.end(RhythmClass.SUPRAVENTRICULAR_RUN).orElseThrow();
        assertThat(end.beats()).isEqualTo(4);
        assertThat(end.heartRatePerMinute()).isEqualTo(120);
    }

    @Test
    void frequentVentricularBeatsEndWhenHalfAreLeft() {
        for (int i = 0; i < 11; i++) {
            assertThat(script.onset(RhythmClass.FREQUENT_VENTRICULAR_BEATS)).isEmpty();
            script.beats(900, "NNNV");
        }
        assertThat(script.onset(RhythmClass.FREQUENT_VENTRICULAR_BEATS)).isPresent();
        for (int i = 0; i < 50; i++) {
            script.beats(1_000, "N").silence(0);
        }
        assertThat(script.end(RhythmClass.FREQUENT_VENTRICULAR_BEATS)).isPresent();
        assertThat(script.rules().ventricularSharePermille()).isBetween(30, 80);
    }

    @Test
    void aVentricularBeatOnTheTWaveIsTold() {
        script.beats(900, "NNNNN").beats(500, "V").beats(900, "NN");
        assertThat(script.onset(RhythmClass.R_ON_T)).isEmpty();
        script.beats(300, "V");
        assertThat(script.onset(RhythmClass.R_ON_T)).isPresent();
    }

    /** Two fifths of a slow heart's interval are past its T wave. */
    @Test
    void inASlowHeartTheTWaveIsOverBeforeTwoFifthsOfTheInterval() {
        script.beats(1_400, "NNNNN").beats(500, "V").beats(1_400, "NN");
        assertThat(script.onset(RhythmClass.R_ON_T)).isEmpty();
        script.beats(390, "V");
        assertThat(script.onset(RhythmClass.R_ON_T)).isPresent();
    }

    @Test
    void aLeadThatIsOffIsNoAsystole() {
        script.beats(800, "NNNNN").silence(500).signal(RhythmSignal.State.LEAD_OFF);
        script.signal(RhythmSignal.of(script.now() + 20_000, RhythmSignal.State.LEAD_OFF));
        assertThat(script.events()).extracting(RhythmEvent::rhythm).containsExactly(RhythmClass.LEAD_OFF);
    }

    @Test
    void aPoorSignalTakesThePlaceOfWhatItHides() {
        script.beats(400, "V".repeat(20)).silence(100).signal(RhythmSignal.State.CANNOT_TELL);
        assertThat(script.end(RhythmClass.VENTRICULAR_TACHYCARDIA)).isPresent();
        assertThat(script.onset(RhythmClass.POOR_SIGNAL)).isPresent();
        int told = script.events().size();
        script.beats(300, "V".repeat(30));
        assertThat(script.events()).hasSize(told);
        script.signal(RhythmSignal.State.GOOD).beats(400, "VVVVV");
        assertThat(script.end(RhythmClass.POOR_SIGNAL)).isPresent();
        assertThat(script.onsets(RhythmClass.VENTRICULAR_TACHYCARDIA)).isEqualTo(2);
    }

    @Test
    void whileTheDetectorLearnsNothingIsWrong() {
        RhythmScript learning = new RhythmScript();
        learning.signal(RhythmSignal.State.LEARNING);
        learning.signal(RhythmSignal.of(8_000, RhythmSignal.State.LEARNING));
        assertThat(learning.events()).isEmpty();
    }

    @Test
    void fibrillationOfFourSecondsIsToldAndIsNoAsystole() {
        script.beats(800, "NNNNN");
        for (int second = 1; second <= 6; second++) {
            script.signal(ventricular(4_000 + 1_000L * second, true, 3_900));
            assertThat(script.onset(RhythmClass.VENTRICULAR_FIBRILLATION).isPresent())
                    .isEqualTo(second >= 4);
        }
        assertThat(script.onset(RhythmClass.ASYSTOLE)).isEmpty();
        script.signal(ventricular(11_000, false, 10_500));
        assertThat(script.end(RhythmClass.VENTRICULAR_FIBRILLATION))
                .contains(new RhythmEvent(RhythmClass.VENTRICULAR_FIBRILLATION, true, 0, 0, 3_900, 10_500));
    }

    /** Its beats were not heard for a while; that is no reason to call the heart stopped. */
    @Test
    void aHeartThatFibrillatesNoLongerHasFourSecondsToBeat() {
        script.beats(800, "NNNNN");
        for (int second = 5; second <= 20; second++) {
            script.signal(ventricular(1_000L * second, true, 4_000));
        }
        script.signal(ventricular(21_000, false, 20_000)).signal(ventricular(23_999, false, 20_000));
        assertThat(script.onset(RhythmClass.ASYSTOLE)).isEmpty();
        script.signal(ventricular(24_000, false, 20_000));
        assertThat(script.onset(RhythmClass.ASYSTOLE)).isPresent();
    }

    private static RhythmSignal ventricular(long sample, boolean stands, long since) {
        return new RhythmSignal(
                sample, RhythmSignal.State.GOOD, Fibrillation.ofVentricles(stands, since), Fibrillation.NONE);
    }

    @Test
    void atrialFibrillationHasTheBeatsOfItsEpisode() {
        script.signal(atrial(60_000, new Fibrillation(true, 39_600, 35, 60_000)));
        script.signal(atrial(90_000, new Fibrillation(true, 39_600, 85, 90_000)));
        script.signal(atrial(95_000, new Fibrillation(false, 75_000, 35, 95_000)));
        assertThat(script.events())
                .filteredOn(event -> event.rhythm() == RhythmClass.ATRIAL_FIBRILLATION)
                .containsExactly(
                        new RhythmEvent(RhythmClass.ATRIAL_FIBRILLATION, false, 100, 35, 39_600, 60_000),
                        new RhythmEvent(RhythmClass.ATRIAL_FIBRILLATION, true, 100, 85, 39_600, 75_000));
    }

    private static RhythmSignal atrial(long sample, Fibrillation atrial) {
        return new RhythmSignal(sample, RhythmSignal.State.GOOD, Fibrillation.NONE, atrial);
    }

    @Test
    void beatsOutOfOrderAreLeftOut() {
        script.beats(800, "NNN");
        assertThat(script.rules().detected(2_000)).isEmpty();
        assertThat(script.rules().classed(2_000, BeatClass.VENTRICULAR, true)).isEmpty();
        assertThat(script.rules().ventricularSharePermille()).isZero();
    }

    @Test
    void limitsOutOfRangeAreRefusedWithTheirValue() {
        assertThatThrownBy(() -> new RhythmLimits(360, 5_000, 50, 120, 10)).hasMessageContaining("5000");
        assertThatThrownBy(() -> new RhythmLimits(360, 3_000, 120, 110, 10))
                .hasMessageContaining("110")
                .hasMessageContaining("120");
        assertThatThrownBy(() -> RhythmLimits.defaults(50)).hasMessageContaining("50");
    }
}
