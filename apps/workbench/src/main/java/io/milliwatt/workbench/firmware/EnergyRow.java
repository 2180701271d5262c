package io.milliwatt.workbench.firmware;

import io.milliwatt.energy.BoardProfile;
import io.milliwatt.energy.Boards;
import io.milliwatt.energy.EnergyException;
import io.milliwatt.energy.RecipeWork;
import io.milliwatt.energy.Schedule;
import io.milliwatt.energy.Workload;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A row of the comparison: a report, or the sentence that says why there is none. */
sealed interface EnergyRow {

    BoardProfile board();

    record Estimated(BoardProfile board, EnergyReport report) implements EnergyRow {}

    record Refused(BoardProfile board, String sentence) implements EnergyRow {}

    /** Each recipe on each board, without a pause and by its schedule. */
    static List<EnergyRow> compare(List<RecipeWork> recipes, Function<RecipeWork, Schedule> scheduleOf) {
        Set<EnergyRow> rows = new LinkedHashSet<>();
        for (RecipeWork recipe : recipes) {
            for (BoardProfile board : Boards.all()) {
                if (recipe.settlingWindows() > 0) {
                    rows.add(of(recipe, Schedule.CONTINUOUS, board));
                }
                rows.add(of(recipe, scheduleOf.apply(recipe), board));
            }
        }
        return new ArrayList<>(rows);
    }

    private static EnergyRow of(RecipeWork recipe, Schedule schedule, BoardProfile board) {
        try {
            return new Estimated(
                    board, EnergyReport.of(new Workload(recipe, schedule), board, java.util.Optional.empty()));
        } catch (EnergyException refused) {
            return new Refused(board, refused.getMessage());
        }
    }
}
