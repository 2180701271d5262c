package io.milliwatt.datasets.field;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.balance.BalanceDay;
import io.milliwatt.dsp.soil.balance.BalanceSettings;
import io.milliwatt.dsp.soil.balance.CanopyReading;
import io.milliwatt.dsp.soil.balance.CurveNumber;
import io.milliwatt.dsp.soil.balance.DualCropBalance;
import io.milliwatt.dsp.soil.balance.FieldDay;
import io.milliwatt.dsp.soil.balance.FieldSoil;
import io.milliwatt.dsp.soil.balance.Irrigation;
import io.milliwatt.dsp.soil.balance.StressResponse;
import io.milliwatt.dsp.soil.crop.Crop;
import io.milliwatt.dsp.soil.crop.CropClimate;
import io.milliwatt.dsp.soil.crop.StageLengths;
import io.milliwatt.dsp.soil.evapotranspiration.Station;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One season of a field, ready for the balance.
 *
 * @param station of its weather
 * @param irrigationFromRecord that no irrigation file was found, so that the run's own record gave the events
 */
public record FieldSeason(
        Station station,
        LocalDate start,
        Crop crop,
        FieldSoil soil,
        BalanceSettings settings,
        List<FieldDay> days,
        boolean irrigationFromRecord) {

    /**
     * A season in the folder. The inputs do not tell how a run was set up (dates, layers or one soil, canopy readings, coefficients adapted to
     * the climate, fixed depletion fraction, runoff); its record does.
     *
     * @param test such as test01
     * @param season such as cottondry2013
     */
    public static FieldSeason load(FieldFiles files, String test, String season) throws RecordingException {
        FieldParameters parameters = FieldParameters.read(files.need(test, season, "par"));
        FieldWeather weather = FieldWeather.read(files.need(test, season, "wth"));
        FieldRecord record = FieldRecord.read(files.need(test, season, "out"));
        RunSetup setup = RunSetup.of(record, parameters.crop());
        Crop crop = setup.climateAdapted() ? adapted(parameters.crop(), weather, record.start()) : parameters.crop();
        Optional<Path> irrigationFile = files.find(test, season, "irr");
        SortedMap<LocalDate, Irrigation> irrigation =
                irrigationFile.isPresent() ? FieldIrrigation.read(irrigationFile.get()) : record.irrigation();
        SortedMap<LocalDate, CanopyReading> canopy =
                setup.canopyReadings() ? FieldCanopy.read(files.need(test, season, "upd")) : new TreeMap<>();
        BalanceSettings settings = new BalanceSettings(
                weather.reference(),
                parameters.evaporationDepthMetres(),
                parameters.readilyEvaporable(),
                StressResponse.LINEAR,
                setup.fixedDepletionFraction(),
                setup.runoff() && parameters.curveNumber().isPresent()
                        ? Optional.of(new CurveNumber(parameters.curveNumber().getAsDouble()))
                        : Optional.empty());
        return new FieldSeason(
                weather.station(),
                record.start(),
                crop,
                record.layered() ? FieldLayers.read(files.need(test, season, "sol")) : parameters.uniformSoil(),
                settings,
                days(record, weather, irrigation, canopy),
                irrigationFile.isEmpty());
    }

    public List<BalanceDay> run() {
        DualCropBalance balance = new DualCropBalance(crop, soil, settings);
        return balance.run(balance.start(), days);
    }

    private static List<FieldDay> days(
            FieldRecord record,
            FieldWeather weather,
            SortedMap<LocalDate, Irrigation> irrigation,
            SortedMap<LocalDate, CanopyReading> canopy)
            throws RecordingException {
        List<FieldDay> days = new ArrayList<>();
        for (LocalDate date = record.start(); !date.isAfter(record.end()); date = date.plusDays(1)) {
            FieldWeatherDay day = weather.on(date);
            days.add(new FieldDay(
                    day.reference(weather),
                    day.rain(),
                    day.climate(weather.windHeightMetres()),
                    irrigation.getOrDefault(date, Irrigation.NONE),
                    canopy.getOrDefault(date, CanopyReading.NONE)));
        }
        return days;
    }

    private static Crop adapted(Crop crop, FieldWeather weather, LocalDate start) throws RecordingException {
        StageLengths stages = crop.stages();
        return CropClimate.adapt(
                crop,
                climate(weather, start.plusDays(stages.endOfDevelopment()), stages.midSeason()),
                climate(weather, start.plusDays(stages.endOfMidSeason()), stages.lateSeason()));
    }

    private static CropClimate climate(FieldWeather weather, LocalDate from, int days) throws RecordingException {
        List<CropClimate> climates = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            climates.add(weather.on(from.plusDays(i)).climate(weather.windHeightMetres()));
        }
        return CropClimate.mean(climates);
    }
}
