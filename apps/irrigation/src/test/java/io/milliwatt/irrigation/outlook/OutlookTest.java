package io.milliwatt.irrigation.outlook;

import static io.milliwatt.irrigation.TestFarm.SITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.soil.phenology.DegreeDays;
import io.milliwatt.dsp.soil.phenology.InsectModel;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.zone.CropTable;
import io.milliwatt.irrigation.zone.Planting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class OutlookTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);
    private static final Instant EVENING = Instant.parse("2026-04-10T20:00:00Z");

    @Test
    void frostIsGradedAndBlackFrostNamed() {
        assertThat(frost(6, 80).level()).isEqualTo(FrostOutlook.Level.NONE);
        assertThat(frost(-1, 80).level()).isEqualTo(FrostOutlook.Level.POSSIBLE);
        FrostOutlook white = frost(-3, 98);
        assertThat(white.level()).isEqualTo(FrostOutlook.Level.LIKELY);
        assertThat(white.dewPointCelsius().orElseThrow()).isCloseTo(-3.3, within(0.1));
        assertThat(frost(-3, 40).reason().code()).isEqualTo(ReasonCode.FROST_BLACK);
        Hour now = hour(EVENING, -3, 98, 0);
        assertThat(FrostOutlook.of(Optional.of(now), List.of(), -2.2)
                        .orElseThrow()
                        .level())
                .isEqualTo(FrostOutlook.Level.NOW);
        assertThat(FrostOutlook.of(Optional.empty(), List.of(), -2.2)).isEmpty();
    }

    @Test
    void heatIsCountedFromTheBiofixAndDatesWhatIsToCome() {
        InsectModel moth = InsectModel.named("codling moth");
        List<TemperatureDay> days = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            if (i != 7) {
                days.add(new TemperatureDay(DAY.plusDays(i), 12, 24, false));
            }
        }
        HeatSum sum = HeatSum.of(DegreeDays.above(DegreeDays.Method.MEAN, 10), DAY, DAY.plusDays(19), days);
        assertThat(sum.total()).isCloseTo(20 * 8, within(1e-9));
        assertThat(sum.missingDays()).isEqualTo(1);
        List<HeatSum.Milestone> milestones = sum.milestones(moth);
        assertThat(milestones.getFirst().reachedOn()).contains(DAY.plusDays(17));
        assertThat(milestones.get(1).reachedOn()).isEmpty();
        assertThat(milestones.get(1).expectedOn()).contains(DAY.plusDays(19 + 44));
    }

    @Test
    void twoHumidDaysInARowWarnOfLateBlightUnlessASprayCovers() {
        List<Hour> hours = new ArrayList<>(day(DAY, 14, 60, 0));
        hours.addAll(day(DAY.plusDays(1), 14, 95, 0));
        hours.addAll(day(DAY.plusDays(2), 14, 95, 0));
        DiseaseOutlook bare = blight(hours, List.of());
        assertThat(bare.days()).extracting(DiseaseDay::risk).containsExactly(Risk.NONE, Risk.LOW, Risk.HIGH);
        assertThat(bare.wantsAction()).isTrue();
        assertThat(bare.coverage().reason().sentence()).isEqualTo("No spray against late blight is recorded.");
        DiseaseOutlook sprayed = blight(hours, List.of(new Spray(DAY, "Product X", Disease.LATE_BLIGHT, 7)));
        assertThat(sprayed.risk()).isEqualTo(Risk.HIGH);
        assertThat(sprayed.wantsAction()).isFalse();
    }

    @Test
    void aSprayWearsOffByTimeAndByRain() {
        Spray spray = new Spray(DAY, "Product X", Disease.LATE_BLIGHT, 8);
        assertThat(cover(spray, Map.of(), 8).covered()).isTrue();
        assertThat(cover(spray, Map.of(), 9).covered()).isFalse();
        assertThat(cover(spray, Map.of(DAY.plusDays(1), 30.0), 5).covered()).isFalse();
        Coverage washed = cover(spray, Map.of(DAY.plusDays(1), 30.0, DAY.plusDays(2), 25.0), 3);
        assertThat(washed.reason().sentence()).isEqualTo("55 mm of rain since 2026-06-10 have washed Product X off.");
    }

    @Test
    void withoutHumidityTheRiskIsNotGuessed() {
        List<Hour> dry = day(DAY, 14, Double.NaN, 0);
        DiseaseOutlook outlook = blight(dry, List.of());
        assertThat(outlook.risk()).isEqualTo(Risk.NONE);
        assertThat(outlook.days().getFirst().reason().code()).isEqualTo(ReasonCode.DISEASE_UNKNOWN);
    }

    @Test
    void vinesAndApplesHaveTheirRules() {
        List<Hour> hours = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            hours.addAll(day(DAY.plusDays(i), 24, 95, 0.5));
        }
        List<DiseaseOutlook> vine = all("grape-wine", hours, DAY.minusDays(30));
        assertThat(vine)
                .extracting(DiseaseOutlook::disease)
                .containsExactly(Disease.POWDERY_MILDEW, Disease.DOWNY_MILDEW);
        assertThat(vine.get(0).days()).extracting(DiseaseDay::value).containsExactly(20.0, 40.0, 60.0, 80.0, 100.0);
        assertThat(vine.get(1).risk()).isEqualTo(Risk.HIGH);
        List<DiseaseOutlook> apple = all("apple", hours, DAY.minusDays(5));
        assertThat(apple.get(0).risk()).isEqualTo(Risk.HIGH);
        assertThat(apple.get(1).risk()).isEqualTo(Risk.HIGH);
        assertThat(all("apple", hours, DAY.minusDays(100)).get(1).risk()).isEqualTo(Risk.NONE);
        assertThat(all("maize", hours, DAY)).isEmpty();
    }

    private static FrostOutlook frost(double celsius, double humidity) {
        return FrostOutlook.of(Optional.empty(), List.of(hour(EVENING, celsius, humidity, 0)), -2.2)
                .orElseThrow();
    }

    private static Coverage cover(Spray spray, Map<LocalDate, Double> rain, int days) {
        return Coverage.of(Disease.LATE_BLIGHT, List.of(spray), rain, DAY.plusDays(days));
    }

    private static DiseaseOutlook blight(List<Hour> hours, List<Spray> sprays) {
        return DiseaseOutlook.of(SITE, planting("potato", DAY.minusDays(50)), hours, sprays, DAY.plusDays(2))
                .getFirst();
    }

    private static List<DiseaseOutlook> all(String crop, List<Hour> hours, LocalDate planted) {
        return DiseaseOutlook.of(SITE, planting(crop, planted), hours, List.of(), DAY.plusDays(4));
    }

    private static Planting planting(String crop, LocalDate on) {
        return new Planting(crop, CropTable.named(crop), on, Optional.empty(), OptionalDouble.empty());
    }

    private static List<Hour> day(LocalDate date, double celsius, double humidity, double rainPerHour) {
        List<Hour> hours = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            hours.add(hour(SITE.startOf(date).plusSeconds(3600L * i), celsius, humidity, rainPerHour));
        }
        return hours;
    }

    private static Hour hour(Instant at, double celsius, double humidity, double rain) {
        return new Hour(
                at,
                celsius,
                Double.isNaN(humidity) ? OptionalDouble.empty() : OptionalDouble.of(humidity),
                rain,
                OptionalDouble.empty());
    }

    @Test
    void insectsAreToldForTheCropsTheyLiveOnAlone() {
        assertThat(InsectModel.all())
                .extracting(InsectModel::name)
                .filteredOn(insect -> PestHosts.livesOn(insect, "apple"))
                .containsExactlyInAnyOrder("codling moth", "San Jose scale", "oriental fruit moth");
        assertThat(InsectModel.all()).noneMatch(insect -> PestHosts.livesOn(insect.name(), "maize"));
    }
}
