package io.milliwatt.energy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The recipes whose work is known. */
public final class Recipes {

    /**
     * Recipe 1: 12 000 samples a second, windows of one second; three votes of five raise an event. A fault line shows in
     * the first judged window; the anomaly rises by at most 8 spreads a window and shows from 20 on, so in the third.
     */
    public static final RecipeWork VIBRATION = new RecipeWork(
            "vibration",
            "Recipe 1 (vibration)",
            Sensor.ACCELEROMETER,
            1.0,
            12_000,
            "vibration-1-samples",
            1,
            Optional.of("vibration-1-window-end"),
            Optional.of("vibration-1-judgement"),
            1,
            3,
            new RecipeWork.Span(1, 3),
            List.of(
                    new FrameLoad("features", "frame-features", 1),
                    new FrameLoad("status with ledger", "frame-status", 1)),
            new Schedule(4, 600));

    /**
     * A soil probe: one reading of water content and temperature every 15 minutes, through despiking, medians, slopes and
     * degree-days; sixteen values once an hour. The probe is powered for 0.3 s per reading, as capacitive ones usually need.
     * No model judges it yet: what it tells is the reading itself.
     */
    public static final RecipeWork SOIL = new RecipeWork(
            "soil",
            "Soil readings",
            Sensor.SOIL_PROBE,
            0.3,
            2,
            "soil-reading",
            2,
            Optional.empty(),
            Optional.empty(),
            0,
            1,
            new RecipeWork.Span(1, 1),
            List.of(new FrameLoad("readings", "frame-readings", 0.25)),
            new Schedule(1, 900));

    /**
     * A soil node with three probes and the released forecast: quality control each quarter of an hour, the network for every depth once a
     * day, and an hourly report of eleven bytes, though it speaks only when something happened.
     */
    public static final RecipeWork SOIL_FORECAST = new RecipeWork(
            "soil-forecast",
            "Soil with forecast",
            Sensor.SOIL_PROBE,
            0.3,
            3,
            "soil-chain-mean",
            1,
            Optional.empty(),
            Optional.empty(),
            0,
            1,
            new RecipeWork.Span(1, 1),
            List.of(new FrameLoad("compact reading", "frame-soil-compact", 0.25)),
            new Schedule(1, 900));

    private Recipes() {}

    public static List<RecipeWork> all() {
        return List.of(VIBRATION, SOIL, SOIL_FORECAST);
    }

    public static RecipeWork named(String name) {
        return all().stream()
                .filter(recipe -> recipe.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new EnergyException("There is no counted recipe '" + name + "': choose one of "
                        + all().stream().map(RecipeWork::name).collect(Collectors.joining(", ")) + "."));
    }
}
