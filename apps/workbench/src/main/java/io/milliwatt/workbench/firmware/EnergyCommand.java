package io.milliwatt.workbench.firmware;

import io.milliwatt.energy.BoardProfile;
import io.milliwatt.energy.Boards;
import io.milliwatt.energy.DutyCyclePlanner;
import io.milliwatt.energy.EnergyException;
import io.milliwatt.energy.InstructionCounts;
import io.milliwatt.energy.Plan;
import io.milliwatt.energy.RecipeWork;
import io.milliwatt.energy.Recipes;
import io.milliwatt.energy.Schedule;
import io.milliwatt.energy.Workload;
import io.milliwatt.workbench.JsonText;
import io.milliwatt.workbench.SuiteException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code milliwatt firmware energy}. */
@Command(
        name = "energy",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Estimates what a node's work costs: instructions counted in the emulator times a board's stated constants.",
            "Without --board it compares the boards; with it, it tells every part and the source of every constant.",
            "Work that was never counted is refused."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The estimate was made; a plan that cannot be met says so.",
            "1:There is no estimate; the message says why.",
            "2:The command line is wrong."
        },
        footerHeading = "%nExample:%n",
        footer = "  milliwatt firmware energy --board m4-ble --life 5 --delay 900")
public final class EnergyCommand implements Callable<Integer> {

    @Option(
            names = "--recipe",
            paramLabel = "NAME",
            description = "One recipe, such as vibration; all counted ones without.")
    private Optional<String> recipe = Optional.empty();

    @Option(names = "--board", paramLabel = "NAME", description = "A board profile: m4-ble, m4-lorawan or m0-soil.")
    private Optional<String> board = Optional.empty();

    @Option(names = "--burst-windows", paramLabel = "N", description = "Windows per burst; 0 samples without a pause.")
    private Optional<Integer> burstWindows = Optional.empty();

    @Option(names = "--interval", paramLabel = "SECONDS", description = "From one burst's begin to the next one's.")
    private Optional<Long> intervalSeconds = Optional.empty();

    @Option(names = "--life", paramLabel = "YEARS", description = "Plan the interval for this battery life.")
    private Optional<Double> lifeYears = Optional.empty();

    @Option(
            names = "--delay",
            paramLabel = "SECONDS",
            description = "Plan the interval so that damage is told within this time at worst.")
    private Optional<Double> delaySeconds = Optional.empty();

    @Option(names = "--json", description = "Print JSON for other programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            PrintWriter out = spec.commandLine().getOut();
            boolean comparing = board.isEmpty() && lifeYears.isEmpty() && delaySeconds.isEmpty();
            if (comparing) {
                List<EnergyRow> rows = EnergyRow.compare(recipes(), this::scheduleOf);
                out.println(json ? JsonText.of(EnergyJson.of(rows)) : EnergyTable.of(rows));
            } else {
                EnergyReport report = report(Boards.named(board.orElse(Boards.M4_BLE.name())));
                out.println(json ? JsonText.of(EnergyJson.of(report)) : EnergyText.of(report));
            }
            out.flush();
            return 0;
        } catch (EnergyException refused) {
            throw new SuiteException(refused.getMessage());
        }
    }

    private EnergyReport report(BoardProfile chosen) {
        RecipeWork work = Recipes.named(recipe.orElse(Recipes.VIBRATION.name()));
        boolean planning = lifeYears.isPresent() || delaySeconds.isPresent();
        if (!planning) {
            return EnergyReport.of(new Workload(work, scheduleOf(work)), chosen, Optional.empty());
        }
        if (intervalSeconds.isPresent()) {
            throw new EnergyException(
                    "Give --interval to estimate a schedule, or --life or --delay to find one; not both.");
        }
        Plan plan = new DutyCyclePlanner(
                        work,
                        chosen,
                        InstructionCounts.measured(),
                        burstWindows.orElse(work.usualSchedule().burstWindows()))
                .plan(boxed(lifeYears), boxed(delaySeconds));
        return EnergyReport.of(plan.workload(), chosen, Optional.of(plan));
    }

    private Schedule scheduleOf(RecipeWork work) {
        int windows = burstWindows.orElse(work.usualSchedule().burstWindows());
        return windows == 0
                ? Schedule.CONTINUOUS
                : new Schedule(
                        windows, intervalSeconds.orElse(work.usualSchedule().intervalSeconds()));
    }

    private List<RecipeWork> recipes() {
        return recipe.map(name -> List.of(Recipes.named(name))).orElseGet(Recipes::all);
    }

    private static OptionalDouble boxed(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }
}
