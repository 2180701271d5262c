package io.milliwatt.dsp.soil.disease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiseaseRulesTest {

    /** West Virginia University's table in °F, every line. */
    @ParameterizedTest
    @CsvSource({
        "34, 41", "36, 35", "37, 30", "39, 28", "41, 21", "43, 18", "45, 15", "46, 13", "48, 12", "50, 11", "52, 9",
        "54, 8", "55, 8", "57, 7", "59, 7", "61, 6", "63, 6", "66, 6", "70, 6", "75, 6", "77, 8", "79, 11"
    })
    void scabNeedsTheTablesHours(double fahrenheit, int hours) {
        double celsius = (fahrenheit - 32) * 5 / 9;
        assertThat(AppleScab.leastWetHours(celsius)).hasValue(hours);
        assertThat(AppleScab.infects(hours, celsius)).isTrue();
        assertThat(AppleScab.infects(hours - 0.5, celsius)).isFalse();
    }

    @Test
    void scabNeitherInFrostNorInHeat() {
        assertThat(AppleScab.leastWetHours(0)).isEmpty();
        assertThat(AppleScab.leastWetHours(30)).isEmpty();
        assertThat(AppleScab.severity(100, 30)).isEqualTo(AppleScab.Severity.NONE);
    }

    /** Mills's line for 50 °F: 14, 19 and 29 hours. */
    @Test
    void millsTellsHowHeavyAnInfectionIs() {
        assertThat(AppleScab.severity(13, 10)).isEqualTo(AppleScab.Severity.NONE);
        assertThat(AppleScab.severity(14, 10)).isEqualTo(AppleScab.Severity.LIGHT);
        assertThat(AppleScab.severity(19, 10)).isEqualTo(AppleScab.Severity.MODERATE);
        assertThat(AppleScab.severity(29, 10)).isEqualTo(AppleScab.Severity.HEAVY);
        assertThat(AppleScab.severity(9, 20)).isEqualTo(AppleScab.Severity.LIGHT);
    }

    @Test
    void wetSpellsAddUpUnlessEightDryHoursLieBetween() {
        boolean[] wet = new boolean[24];
        Arrays.fill(wet, 0, 5, true);
        Arrays.fill(wet, 12, 16, true);
        assertThat(AppleScab.runningWetHours(Arrays.copyOf(wet, 16))).isEqualTo(9);
        boolean[] apart = new boolean[17];
        Arrays.fill(apart, 0, 5, true);
        Arrays.fill(apart, 13, 17, true);
        assertThat(AppleScab.runningWetHours(apart)).isEqualTo(4);
        assertThat(AppleScab.runningWetHours(wet)).isZero();
    }

    @Test
    void lateBlightWantsTwoMildHumidDays() {
        LateBlight.Day just = new LateBlight.Day(10, 6);
        assertThat(LateBlight.HUTTON.warns(just, just)).isTrue();
        assertThat(LateBlight.SMITH.warns(just, just)).isFalse();
        assertThat(LateBlight.HUTTON.warns(just, new LateBlight.Day(9.9, 12))).isFalse();
        assertThat(LateBlight.SMITH.warns(new LateBlight.Day(12, 11), new LateBlight.Day(13, 11)))
                .isTrue();
        double[] celsius = new double[24];
        double[] humidity = new double[24];
        Arrays.fill(celsius, 14);
        Arrays.fill(humidity, 0, 7, 92);
        assertThat(LateBlight.Day.of(celsius, humidity)).isEqualTo(new LateBlight.Day(14, 7));
        assertThatThrownBy(() -> new LateBlight.Day(12, 30)).hasMessageContaining("30");
    }

    @Test
    void powderyMildewStartsWithThreeDaysAndThenRisesAndFalls() {
        GrapePowderyMildew.Day good = new GrapePowderyMildew.Day(true, false);
        GrapePowderyMildew.Day cool = new GrapePowderyMildew.Day(false, false);
        GrapePowderyMildew.Day hot = new GrapePowderyMildew.Day(true, true);
        GrapePowderyMildew index = GrapePowderyMildew.DORMANT.after(good).after(good);
        assertThat(index.index()).isEqualTo(40);
        assertThat(index.after(cool)).isEqualTo(GrapePowderyMildew.DORMANT);
        index = index.after(good);
        assertThat(index.index()).isEqualTo(60);
        assertThat(index.pressure()).isEqualTo(GrapePowderyMildew.Pressure.HIGH);
        assertThat(index.after(cool).index()).isEqualTo(50);
        assertThat(index.after(hot).index()).isEqualTo(70);
        assertThat(GrapePowderyMildew.startedAt(5).after(cool).index()).isZero();
        assertThat(GrapePowderyMildew.startedAt(90).after(good).index()).isEqualTo(100);
    }

    @Test
    void aMildewDayIsReadFromItsTemperatures() {
        double[] celsius = new double[96];
        Arrays.fill(celsius, 15);
        Arrays.fill(celsius, 40, 64, 25);
        assertThat(GrapePowderyMildew.Day.of(celsius)).isEqualTo(new GrapePowderyMildew.Day(true, false));
        celsius[50] = 36;
        assertThat(GrapePowderyMildew.Day.of(celsius)).isEqualTo(new GrapePowderyMildew.Day(false, true));
    }

    @Test
    void downyMildewsThreeTens() {
        assertThat(GrapeDownyMildew.primaryInfection(10, 10, 10)).isTrue();
        assertThat(GrapeDownyMildew.primaryInfection(9.9, 10, 10)).isFalse();
        assertThat(GrapeDownyMildew.primaryInfection(10, 9.9, 10)).isFalse();
        assertThat(GrapeDownyMildew.primaryInfection(10, 10, 9.9)).isFalse();
    }

    @Test
    void fireBlightNeedsAllFourConditions() {
        assertThat(FireBlight.risk(new FireBlight.Day(true, 120, 1, 0, false, 17)))
                .isEqualTo(FireBlight.Risk.INFECTION);
        assertThat(FireBlight.risk(new FireBlight.Day(true, 120, 0, 3, false, 17)))
                .isEqualTo(FireBlight.Risk.INFECTION);
        assertThat(FireBlight.risk(new FireBlight.Day(true, 120, 0, 0, false, 17)))
                .isEqualTo(FireBlight.Risk.HIGH);
        assertThat(FireBlight.risk(new FireBlight.Day(true, 50, 0, 0, false, 17)))
                .isEqualTo(FireBlight.Risk.MODERATE);
        assertThat(FireBlight.risk(new FireBlight.Day(true, 50, 0, 0, false, 12)))
                .isEqualTo(FireBlight.Risk.LOW);
        assertThat(FireBlight.risk(new FireBlight.Day(false, 120, 5, 5, true, 20)))
                .isEqualTo(FireBlight.Risk.LOW);
        double[] celsius = new double[48];
        Arrays.fill(celsius, 10);
        Arrays.fill(celsius, 20, 30, 23.3);
        assertThat(FireBlight.degreeHours(celsius)).isCloseTo(25, within(1e-9));
    }
}
