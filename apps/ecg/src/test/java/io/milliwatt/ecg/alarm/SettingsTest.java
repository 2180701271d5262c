package io.milliwatt.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.ecg.event.Level;
import io.milliwatt.platform.alarms.Latching;
import io.milliwatt.platform.alarms.Priority;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be set for a patient, and the rules that come of it. */
class SettingsTest {

    /** The team's contract: class number, urgency 3 high … 1 low. */
    @ParameterizedTest
    @CsvSource({
        "1, HIGH, false",
        "2, HIGH, false",
        "3, HIGH, false",
        "4, HIGH, false",
        "5, HIGH, false",
        "6, MEDIUM, false",
        "7, MEDIUM, false",
        "8, MEDIUM, false",
        "9, MEDIUM, false",
        "10, MEDIUM, false",
        "11, LOW, false",
        "12, LOW, false",
        "13, LOW, false",
        "14, LOW, false",
        "15, LOW, false",
        "16, LOW, false",
        "20, LOW, true",
        "21, LOW, true",
        "22, LOW, true",
        "30, MEDIUM, true",
        "31, MEDIUM, false",
        "32, HIGH, false",
        "33, MEDIUM, false",
        "34, MEDIUM, false",
        "40, LOW, true",
        "41, LOW, true"
    })
    void eachClassCallsAsTheContractSays(int number, Priority priority, boolean technical) {
        EventClass known = EventClass.fromNumber(number).orElseThrow();
        assertThat(known.defaultLevel().priority()).contains(priority);
        assertThat(known.isTechnical()).isEqualTo(technical);
        assertThat(known.isReportedByNodes()).isEqualTo(number < 30);
    }

    @Test
    void onlyTheThreeLifeThreateningClassesCannotBeMadeQuieterAtAll() {
        List<EventClass> fixed = Arrays.stream(EventClass.values())
                .filter(EventClass::isLifeThreatening)
                .toList();
        assertThat(fixed)
                .containsExactly(
                        EventClass.ASYSTOLE, EventClass.VENTRICULAR_FIBRILLATION, EventClass.VENTRICULAR_TACHYCARDIA);
        assertThat(fixed).allSatisfy(known -> {
            for (Level quieter : List.of(Level.WARNING, Level.ADVISORY, Level.MESSAGE, Level.OFF)) {
                assertThatThrownBy(() -> settings(known, quieter))
                        .isInstanceOf(LevelNotEditableException.class)
                        .hasMessageContaining(known.words());
            }
            assertThat(PatientRules.reported(known, Settings.DEFAULT).latching())
                    .isEqualTo(Latching.UNTIL_ACKNOWLEDGED);
        });
    }

    @ParameterizedTest
    @EnumSource(EventClass.class)
    void aRuleFindsBackToItsClass(EventClass known) {
        assertThat(PatientRules.eventClass(
                        PatientRules.reported(known, Settings.DEFAULT).name()))
                .contains(known);
        assertThat(EventClass.fromNumber(known.number())).contains(known);
    }

    @Test
    void bothRespirationLimitsAreOfOneClass() {
        assertThat(PatientRules.eventClass(
                        PatientRules.respirationRateLow(Settings.DEFAULT).name()))
                .contains(EventClass.RESPIRATION_RATE_OUT_OF_LIMITS);
        assertThat(PatientRules.eventClass(
                        PatientRules.respirationRateHigh(Settings.DEFAULT).name()))
                .contains(EventClass.RESPIRATION_RATE_OUT_OF_LIMITS);
    }

    @Test
    void aLevelThatEqualsTheDefaultIsNoChange() {
        assertThat(settings(EventClass.BIGEMINY, Level.ADVISORY).isDefault()).isTrue();
        Settings louder = settings(EventClass.BIGEMINY, Level.CRISIS);
        assertThat(louder.isDefault()).isFalse();
        assertThat(PatientRules.reported(EventClass.BIGEMINY, louder).priority())
                .isEqualTo(Priority.HIGH);
        assertThat(settings(EventClass.BIGEMINY, Level.OFF)
                        .level(EventClass.BIGEMINY)
                        .priority())
                .isEqualTo(Optional.empty());
    }

    @Test
    void limitsOutOfRangeOrInTheWrongOrderAreRefused() {
        assertThatThrownBy(() -> new Limits(10, 120, 8, 30, 90)).hasMessageContaining("20…150/min");
        assertThatThrownBy(() -> new Limits(90, 80, 8, 30, 90)).hasMessageContaining("below the upper one");
        assertThatThrownBy(() -> new Limits(50, 120, 8, 30, Double.NaN)).hasMessageContaining("50…100 %");
        assertThatThrownBy(() -> new Settings(Limits.DEFAULT, Map.of(), 3, false))
                .hasMessageContaining("scale is 3");
    }

    private static Settings settings(EventClass eventClass, Level level) {
        return new Settings(Limits.DEFAULT, Map.of(eventClass, level), 1, false);
    }
}
