package io.milliwatt.irrigation.outlook;

import io.milliwatt.dsp.soil.disease.AppleScab;
import io.milliwatt.dsp.soil.disease.FireBlight;
import io.milliwatt.dsp.soil.disease.GrapeDownyMildew;
import io.milliwatt.dsp.soil.disease.GrapePowderyMildew;
import io.milliwatt.dsp.soil.disease.LateBlight;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.zone.Planting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The published rules, day by day. */
final class DiseaseRules {
    /** Shoots of a vine grow some 2 cm a day after leaf-out, so that five days make the rule's 10 cm. */
    private static final double SHOOT_CENTIMETRES_PER_DAY = 2;

    private DiseaseRules() {}

    static List<DiseaseDay> lateBlight(WeatherHours weather) {
        List<DiseaseDay> days = new ArrayList<>();
        int inARow = 0;
        LocalDate before = LocalDate.MIN;
        for (LocalDate date : weather.dates()) {
            List<Hour> hours = weather.on(date);
            LateBlight.Day day = LateBlight.Day.of(WeatherHours.celsius(hours), WeatherHours.humidity(hours));
            boolean follows = date.minusDays(1).equals(before);
            inARow = LateBlight.HUTTON.favourable(day) ? (follows ? inARow : 0) + 1 : 0;
            Reason reason = told(
                    Disease.LATE_BLIGHT,
                    inARow >= 2
                            ? ReasonCode.DISEASE_WARNING
                            : inARow == 1 ? ReasonCode.DISEASE_DAY : ReasonCode.DISEASE_UNFAVOURABLE);
            Risk risk = inARow >= 2 ? Risk.HIGH : inARow == 1 ? Risk.LOW : Risk.NONE;
            days.add(new DiseaseDay(
                    date, risk, inARow, reason.with("days", inARow).with("until", date.toString())));
            before = date;
        }
        return days;
    }

    static List<DiseaseDay> appleScab(WeatherHours weather) {
        List<DiseaseDay> days = new ArrayList<>();
        List<Hour> past = new ArrayList<>();
        for (LocalDate date : weather.dates()) {
            past.addAll(weather.on(date));
            boolean[] wet = new boolean[past.size()];
            for (int i = 0; i < wet.length; i++) {
                wet[i] = past.get(i).wetsLeaves();
            }
            int hours = AppleScab.runningWetHours(wet);
            double celsius =
                    WeatherHours.mean(past.subList(Math.max(0, past.size() - Math.max(hours, 24)), past.size()));
            Risk risk = switch (AppleScab.severity(hours, celsius)) {
                case NONE -> AppleScab.infects(hours, celsius) ? Risk.LOW : Risk.NONE;
                case LIGHT -> Risk.LOW;
                case MODERATE -> Risk.MODERATE;
                case HEAVY -> Risk.HIGH;
            };
            Reason reason = told(
                    Disease.APPLE_SCAB,
                    risk == Risk.NONE ? ReasonCode.DISEASE_UNFAVOURABLE : ReasonCode.INFECTION_PERIOD);
            days.add(new DiseaseDay(
                    date, risk, hours, reason.with("wetHours", hours).with("celsius", celsius)));
        }
        return days;
    }

    static List<DiseaseDay> powderyMildew(WeatherHours weather) {
        List<DiseaseDay> days = new ArrayList<>();
        GrapePowderyMildew state = GrapePowderyMildew.DORMANT;
        for (LocalDate date : weather.dates()) {
            state = state.after(GrapePowderyMildew.Day.of(WeatherHours.celsius(weather.on(date))));
            Risk risk = state.index() == 0
                    ? Risk.NONE
                    : switch (state.pressure()) {
                        case LOW -> Risk.LOW;
                        case MODERATE -> Risk.MODERATE;
                        case HIGH -> Risk.HIGH;
                    };
            days.add(new DiseaseDay(
                    date,
                    risk,
                    state.index(),
                    told(Disease.POWDERY_MILDEW, ReasonCode.RISK_INDEX).with("index", state.index())));
        }
        return days;
    }

    static List<DiseaseDay> downyMildew(WeatherHours weather, Planting planting) {
        List<DiseaseDay> days = new ArrayList<>();
        for (LocalDate date : weather.dates()) {
            List<Hour> two = new ArrayList<>(weather.on(date.minusDays(1)));
            two.addAll(weather.on(date));
            double shoots = SHOOT_CENTIMETRES_PER_DAY * Math.max(0, planting.dayOn(date));
            double rain = WeatherHours.rain(two);
            double lowest = WeatherHours.lowest(two);
            boolean infects = GrapeDownyMildew.primaryInfection(shoots, rain, lowest);
            days.add(new DiseaseDay(
                    date,
                    infects ? Risk.HIGH : Risk.NONE,
                    rain,
                    told(Disease.DOWNY_MILDEW, infects ? ReasonCode.DISEASE_RAIN : ReasonCode.DISEASE_UNFAVOURABLE)
                            .with("millimetres", rain)
                            .with("celsius", lowest)));
        }
        return days;
    }

    static List<DiseaseDay> fireBlight(WeatherHours weather, Predicate<LocalDate> inBloom) {
        List<DiseaseDay> days = new ArrayList<>();
        double degreeHours = 0;
        double yesterday = 0;
        for (LocalDate date : weather.dates()) {
            List<Hour> hours = weather.on(date);
            boolean bloom = inBloom.test(date);
            degreeHours = bloom ? degreeHours + FireBlight.degreeHours(WeatherHours.celsius(hours)) : 0;
            double rain = WeatherHours.rain(hours);
            boolean dew = hours.stream().anyMatch(hour -> hour.humidityPercent().orElse(0) >= 95);
            FireBlight.Day day = new FireBlight.Day(bloom, degreeHours, rain, yesterday, dew, WeatherHours.mean(hours));
            Risk risk = switch (FireBlight.risk(day)) {
                case LOW -> bloom ? Risk.LOW : Risk.NONE;
                case MODERATE -> Risk.LOW;
                case HIGH -> Risk.MODERATE;
                case INFECTION -> Risk.HIGH;
            };
            Reason reason = told(
                    Disease.FIRE_BLIGHT,
                    risk == Risk.HIGH
                            ? ReasonCode.DISEASE_WARNING
                            : risk == Risk.NONE ? ReasonCode.DISEASE_UNFAVOURABLE : ReasonCode.DISEASE_DAY);
            days.add(new DiseaseDay(
                    date, risk, degreeHours, reason.with("days", 1).with("until", date.toString())));
            yesterday = rain;
        }
        return days;
    }

    private static Reason told(Disease disease, ReasonCode code) {
        return Reason.of(code).with("disease", disease.label());
    }
}
