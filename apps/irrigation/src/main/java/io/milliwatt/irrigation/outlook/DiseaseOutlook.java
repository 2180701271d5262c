package io.milliwatt.irrigation.outlook;

import io.milliwatt.dsp.soil.crop.Stage;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.zone.Planting;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A disease in a zone: the risk of the last days and those to come by its published rule, and whether the last spray still covers.
 *
 * @param days that are known, the earliest first
 * @param risk of the last day up to today
 */
public record DiseaseOutlook(Disease disease, Risk risk, List<DiseaseDay> days, Coverage coverage) {

    public DiseaseOutlook {
        days = List.copyOf(days);
    }

    /** Whether somebody should act: a risk that no spray covers. */
    public boolean wantsAction() {
        return risk.compareTo(Risk.MODERATE) >= 0 && !coverage.covered();
    }

    /** All diseases of a crop; none for a crop without a rule. @param hours of some weeks, measured and forecast */
    public static List<DiseaseOutlook> of(
            Site site, Planting planting, Collection<Hour> hours, Collection<Spray> sprays, LocalDate today) {
        WeatherHours weather = new WeatherHours(hours, site.timeZone());
        Map<LocalDate, Double> rain = new HashMap<>();
        weather.dates().forEach(date -> rain.put(date, WeatherHours.rain(weather.on(date))));
        return Disease.of(planting.cropName()).stream()
                .map(disease -> of(disease, planting, weather, Coverage.of(disease, sprays, rain, today), today))
                .toList();
    }

    private static DiseaseOutlook of(
            Disease disease, Planting planting, WeatherHours weather, Coverage coverage, LocalDate today) {
        if (!weather.hasHumidity() && disease != Disease.POWDERY_MILDEW && disease != Disease.DOWNY_MILDEW) {
            DiseaseDay unknown = new DiseaseDay(
                    today,
                    Risk.NONE,
                    0,
                    Reason.of(ReasonCode.DISEASE_UNKNOWN)
                            .with("disease", disease.label())
                            .with("missing", "humidity"));
            return new DiseaseOutlook(disease, Risk.NONE, List.of(unknown), coverage);
        }
        List<DiseaseDay> days = switch (disease) {
            case LATE_BLIGHT -> DiseaseRules.lateBlight(weather);
            case APPLE_SCAB -> DiseaseRules.appleScab(weather);
            case POWDERY_MILDEW -> DiseaseRules.powderyMildew(weather);
            case DOWNY_MILDEW -> DiseaseRules.downyMildew(weather, planting);
            case FIRE_BLIGHT -> DiseaseRules.fireBlight(weather, date -> inBloom(planting, date));
        };
        Risk risk = days.stream()
                .filter(day -> !day.date().isAfter(today))
                .reduce((earlier, later) -> later)
                .map(DiseaseDay::risk)
                .orElse(Risk.NONE);
        return new DiseaseOutlook(disease, risk, days, coverage);
    }

    /** A tabled tree blossoms while its leaves come: in the initial stage. */
    private static boolean inBloom(Planting planting, LocalDate date) {
        return planting.standsOn(date) && planting.stageOn(date) == Stage.INITIAL;
    }
}
