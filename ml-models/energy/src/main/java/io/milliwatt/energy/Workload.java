package io.milliwatt.energy;

/** A recipe by a schedule: what a node is asked to do while nothing happens to its machine. */
public record Workload(RecipeWork recipe, Schedule schedule) {

    private static final double DAY_SECONDS = 86_400;
    private static final double MINUTES_PER_DAY = 1440;

    public Workload {
        if (!schedule.isContinuous() && schedule.burstWindows() <= recipe.settlingWindows()) {
            throw new EnergyException("A burst of " + schedule.burstWindows() + " windows judges nothing: "
                    + recipe.title() + " needs " + recipe.settlingWindows()
                    + " to settle; use " + (recipe.settlingWindows() + 1) + " or more.");
        }
        if (schedule.burstWindows() * recipe.windowSeconds() > schedule.intervalSeconds()) {
            throw new EnergyException("A burst of " + schedule.burstWindows() + " windows lasts longer than "
                    + schedule.interval() + "; sample continuously instead.");
        }
    }

    /** @throws EnergyException if the work was never counted on this board's core, or does not fit the board */
    public DayOfWork day(BoardProfile board, InstructionCounts counts) {
        recipe.checkKeepsUp(counts, board);
        recipe.checkSensor(board);
        board.largestFrameBytes().ifPresent(largest -> checkFrames(largest, counts));
        double bursts = schedule.isContinuous() ? MINUTES_PER_DAY : schedule.burstsPerDay();
        double windows =
                schedule.isContinuous() ? DAY_SECONDS / recipe.windowSeconds() : bursts * schedule.burstWindows();
        double sampling = windows * recipe.windowSeconds();
        double frames =
                recipe.frames().stream().mapToDouble(FrameLoad::perBurst).sum();
        double bytes = recipe.frames().stream()
                .mapToDouble(load -> load.perBurst() * load.bytes(counts))
                .sum();
        return new DayOfWork(
                windows,
                windows * recipe.instructionsPerWindow(counts, board.core())
                        + bursts * recipe.framesInstructions(counts, board.core()),
                sampling,
                DAY_SECONDS - sampling,
                bursts * frames,
                bursts * bytes,
                0,
                0,
                0);
    }

    /** How late what a window shows is told; "no model" where nothing judges. */
    public String delayWords() {
        return recipe.judgementWork().isPresent() ? delay().words() : "no model";
    }

    /** How long damage that stays takes to become an event. */
    public DetectionDelay delay() {
        RecipeWork.Span show = recipe.windowsToShow();
        return new DetectionDelay(delay(show.least(), 0.5), delay(show.most(), 1));
    }

    /**
     * A node rests until the next burst, after the beginning of the damage on average half an interval. Once a window speaks
     * for damage it samples on until the votes decide.
     */
    private double delay(int windowsToShow, double share) {
        if (schedule.isContinuous()) {
            return (share + windowsToShow + recipe.votesToRaise() - 1) * recipe.windowSeconds();
        }
        int judgedPerBurst = schedule.burstWindows() - recipe.settlingWindows();
        int fullBursts = (windowsToShow - 1) / judgedPerBurst;
        int lastBurst =
                recipe.settlingWindows() + windowsToShow - fullBursts * judgedPerBurst + recipe.votesToRaise() - 1;
        return (share + fullBursts) * schedule.intervalSeconds() + lastBurst * recipe.windowSeconds();
    }

    private void checkFrames(int largest, InstructionCounts counts) {
        recipe.frames().stream()
                .filter(load -> load.bytes(counts) > largest)
                .findFirst()
                .ifPresent(load -> {
                    throw new EnergyException("A " + load.kind() + " frame has " + load.bytes(counts)
                            + " bytes, and this radio takes " + largest + " at most; choose another board profile.");
                });
    }
}
