package io.milliwatt.ecg.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.telemetry.SensorVitals.Consciousness;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every border of the chart of the Royal College of Physicians (2017), from both sides. */
class NewsChartTest {

    @ParameterizedTest
    @CsvSource({"0,3", "8,3", "9,1", "11,1", "12,0", "20,0", "21,2", "24,2", "25,3", "60,3", "8.4,3", "8.5,1", "20.5,2"
    })
    void respirationRate(double perMinute, int points) {
        assertThat(points(NewsParameter.RESPIRATION_RATE, perMinute, OxygenScale.ONE, Optional.of(false)))
                .hasValue(points);
    }

    @ParameterizedTest
    @CsvSource({"70,3", "91,3", "92,2", "93,2", "94,1", "95,1", "96,0", "100,0", "95.4,1", "95.5,0"})
    void saturationOnScaleOneIsTheSameOnAirAndOnOxygen(double percent, int points) {
        for (boolean oxygen : new boolean[] {false, true}) {
            assertThat(points(NewsParameter.OXYGEN_SATURATION, percent, OxygenScale.ONE, Optional.of(oxygen)))
                    .hasValue(points);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "70,3,3", "83,3,3", "84,2,2", "85,2,2", "86,1,1", "87,1,1", "88,0,0", "92,0,0", "93,0,1", "94,0,1", "95,0,2",
        "96,0,2", "97,0,3", "100,0,3"
    })
    void saturationOnScaleTwoDependsOnOxygenAboveTheTarget(double percent, int onAir, int onOxygen) {
        assertThat(points(NewsParameter.OXYGEN_SATURATION, percent, OxygenScale.TWO, Optional.of(false)))
                .hasValue(onAir);
        assertThat(points(NewsParameter.OXYGEN_SATURATION, percent, OxygenScale.TWO, Optional.of(true)))
                .hasValue(onOxygen);
    }

    @Test
    void scaleTwoSaysNothingAboveTheTargetWhileTheOxygenIsUnknown() {
        assertThat(points(NewsParameter.OXYGEN_SATURATION, 97, OxygenScale.TWO, Optional.empty()))
                .isEmpty();
        assertThat(points(NewsParameter.OXYGEN_SATURATION, 85, OxygenScale.TWO, Optional.empty()))
                .hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({"60,3", "90,3", "91,2", "100,2", "101,1", "110,1", "111,0", "219,0", "220,3", "260,3"})
    void systolicPressure(double millimetres, int points) {
        assertThat(points(NewsParameter.SYSTOLIC_PRESSURE, millimetres, OxygenScale.ONE, Optional.of(false)))
                .hasValue(points);
    }

    @ParameterizedTest
    @CsvSource({"20,3", "40,3", "41,1", "50,1", "51,0", "90,0", "91,1", "110,1", "111,2", "130,2", "131,3", "220,3"})
    void pulse(double perMinute, int points) {
        assertThat(points(NewsParameter.PULSE, perMinute, OxygenScale.ONE, Optional.of(false)))
                .hasValue(points);
    }

    @ParameterizedTest
    @CsvSource({
        "32,3", "35.0,3", "35.04,3", "35.1,1", "36.0,1", "36.1,0", "38.0,0", "38.1,1", "39.0,1", "39.1,2", "41,2"
    })
    void temperature(double celsius, int points) {
        assertThat(points(NewsParameter.TEMPERATURE, celsius, OxygenScale.ONE, Optional.of(false)))
                .hasValue(points);
    }

    @ParameterizedTest
    @CsvSource({"ALERT,0", "NEW_CONFUSION,3", "RESPONDS_TO_VOICE,3", "RESPONDS_TO_PAIN,3", "UNRESPONSIVE,3"})
    void anythingButAlertIsRed(Consciousness consciousness, int points) {
        NewsScore score = NewsChart.score(
                observations(16, 97, Optional.of(false), 120, 70, Optional.of(consciousness), 37), OxygenScale.ONE);
        assertThat(score.aggregate()).hasValue(points);
        assertThat(score.urgency()).hasValue(points == 3 ? NewsUrgency.LOW_MEDIUM : NewsUrgency.LOW);
    }

    @Test
    void oxygenGivenCostsTwoPoints() {
        assertThat(NewsChart.score(
                                observations(16, 97, Optional.of(true), 120, 70, Optional.of(Consciousness.ALERT), 37),
                                OxygenScale.ONE)
                        .aggregate())
                .hasValue(2);
    }

    /** The worked example of several public calculators: 2 + 2 + 0 + 2 + 2 + 0 + 1. */
    @Test
    void aWorkedExampleComesToNineAndHigh() {
        NewsScore score = NewsChart.score(
                observations(22, 93, Optional.of(false), 98, 112, Optional.of(Consciousness.ALERT), 38.4),
                OxygenScale.ONE);
        assertThat(score.parts())
                .extracting(part -> part.points().orElseThrow())
                .containsExactly(2, 2, 0, 2, 2, 0, 1);
        assertThat(score.aggregate()).hasValue(9);
        assertThat(score.urgency()).hasValue(NewsUrgency.HIGH);
        assertThat(score.red()).isEmpty();
    }

    @Test
    void theWorstPatientHasTwentyPoints() {
        assertThat(NewsChart.score(
                                observations(
                                        30,
                                        80,
                                        Optional.of(true),
                                        80,
                                        140,
                                        Optional.of(Consciousness.UNRESPONSIVE),
                                        34),
                                OxygenScale.ONE)
                        .aggregate())
                .hasValue(20);
    }

    @ParameterizedTest
    @CsvSource({"0,LOW", "4,LOW", "5,MEDIUM", "6,MEDIUM", "7,HIGH", "9,HIGH"})
    void theSumDecidesTheUrgency(int sum, NewsUrgency urgency) {
        // Points that are never red: respiration 21 (2), saturation 93 (2), pressure 95 (2), pulse 120 (2), temperature
        // 38.5 (1).
        double respiration = sum >= 2 ? 21 : 16;
        double saturation = sum >= 4 ? 93 : 97;
        double pressure = sum >= 6 ? 95 : 120;
        double pulse = sum >= 8 ? 120 : 70;
        double temperature = sum % 2 == 1 ? 38.5 : 37;
        NewsScore score = NewsChart.score(
                observations(
                        respiration,
                        saturation,
                        Optional.of(false),
                        pressure,
                        pulse,
                        Optional.of(Consciousness.ALERT),
                        temperature),
                OxygenScale.ONE);
        assertThat(score.aggregate()).hasValue(sum);
        assertThat(score.urgency()).hasValue(urgency);
    }

    @Test
    void aMissingParameterLeavesNoAggregateButWhatIsKnown() {
        Observations known = new Observations(
                OptionalDouble.of(26),
                OptionalDouble.empty(),
                Optional.of(true),
                OptionalDouble.of(95),
                OptionalDouble.of(95),
                Optional.empty(),
                OptionalDouble.of(37));
        NewsScore score = NewsChart.score(known, OxygenScale.ONE);
        assertThat(score.aggregate()).isEmpty();
        assertThat(score.urgency()).isEmpty();
        assertThat(score.missing()).containsExactly(NewsParameter.OXYGEN_SATURATION, NewsParameter.CONSCIOUSNESS);
        assertThat(score.knownPoints()).isEqualTo(8);
        assertThat(score.red()).containsExactly(NewsParameter.RESPIRATION_RATE);
        assertThat(score.leastUrgency())
                .describedAs("no further observation can take points away")
                .isEqualTo(NewsUrgency.HIGH);
    }

    @Test
    void nothingObservedIsNoScoreOfZero() {
        NewsScore score = NewsChart.score(Observations.NONE, OxygenScale.ONE);
        assertThat(score.aggregate()).isEmpty();
        assertThat(score.missing()).containsExactly(NewsParameter.values());
        assertThat(score.leastUrgency()).isEqualTo(NewsUrgency.LOW);
    }

    @Test
    void everyParameterAndUrgencyHasItsOwnLabel() {
        assertThat(Arrays.stream(NewsParameter.values()).map(NewsParameter::label))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(NewsUrgency.values()).map(NewsUrgency::label)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(NewsUrgency.values()).map(NewsUrgency::response))
                .doesNotHaveDuplicates();
    }

    private static OptionalInt points(
            NewsParameter parameter, double value, OxygenScale scale, Optional<Boolean> oxygen) {
        NewsScore score =
                NewsChart.score(observations(value, value, oxygen, value, value, Optional.empty(), value), scale);
        return score.parts().get(parameter.ordinal()).points();
    }

    private static Observations observations(
            double respiration,
            double saturation,
            Optional<Boolean> oxygen,
            double systolic,
            double pulse,
            Optional<Consciousness> consciousness,
            double temperature) {
        return new Observations(
                OptionalDouble.of(respiration),
                OptionalDouble.of(saturation),
                oxygen,
                OptionalDouble.of(systolic),
                OptionalDouble.of(pulse),
                consciousness,
                OptionalDouble.of(temperature));
    }
}
