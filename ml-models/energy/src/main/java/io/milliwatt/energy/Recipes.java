package io.milliwatt.energy;

import java.util.List;
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
            1.0,
            12_000,
            "vibration-1-samples",
            "vibration-1-window-end",
            "vibration-1-judgement",
            1,
            3,
            new RecipeWork.Span(1, 3),
            List.of(
                    new FrameLoad("features", "frame-features", 82, 1),
                    new FrameLoad("status with ledger", "frame-status", 122, 1)),
            new Schedule(4, 600));

    private Recipes() {}

    public static List<RecipeWork> all() {
        return List.of(VIBRATION);
    }

    public static RecipeWork named(String name) {
        return all().stream()
                .filter(recipe -> recipe.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new EnergyException("There is no counted recipe '" + name + "': choose one of "
                        + all().stream().map(RecipeWork::name).collect(Collectors.joining(", ")) + "."));
    }
}
