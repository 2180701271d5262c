package io.milliwatt.energy;

import java.util.List;
import java.util.Optional;

/**
 * What a recipe and its model ask of a node.
 *
 * @param name as the command line takes it
 * @param sensor what it needs
 * @param windowSeconds how long the sensor is on for one window
 * @param samplesPerWindow raw samples
 * @param samplesWork the bench's name for a window's samples going through the steps
 * @param samplesWorkTimes how often that comes per window
 * @param endWork the bench's name for the end of a window; empty where it is in the former
 * @param judgementWork the bench's name for the model and the decision; empty where there is none
 * @param settlingWindows the first windows of a burst, which are not judged
 * @param votesToRaise windows that must agree on a verdict
 * @param windowsToShow judged windows until steady damage is in the first verdict, at best and at worst
 * @param frames with each burst; while sampling continuously, with each minute
 * @param usualSchedule where nothing else is asked for
 */
public record RecipeWork(
        String name,
        String title,
        Sensor sensor,
        double windowSeconds,
        int samplesPerWindow,
        String samplesWork,
        int samplesWorkTimes,
        Optional<String> endWork,
        Optional<String> judgementWork,
        int settlingWindows,
        int votesToRaise,
        Span windowsToShow,
        List<FrameLoad> frames,
        Schedule usualSchedule) {

    /** At best and at worst. */
    public record Span(int least, int most) {}

    public RecipeWork {
        frames = List.copyOf(frames);
    }

    /** Instructions for one window that is judged. */
    public double instructionsPerWindow(InstructionCounts counts, Core core) {
        return samplesInstructions(counts, core) + endInstructions(counts, core) + judgementInstructions(counts, core);
    }

    double samplesInstructions(InstructionCounts counts, Core core) {
        return samplesWorkTimes * counted(samplesWork, counts, core);
    }

    double endInstructions(InstructionCounts counts, Core core) {
        return endWork.map(work -> counted(work, counts, core)).orElse(0.0);
    }

    double judgementInstructions(InstructionCounts counts, Core core) {
        return judgementWork.map(work -> counted(work, counts, core)).orElse(0.0);
    }

    /** Instructions for the frames of one burst. */
    double framesInstructions(InstructionCounts counts, Core core) {
        return frames.stream()
                .mapToDouble(load -> load.perBurst() * counted(load.work(), counts, core))
                .sum();
    }

    /** Instructions for one frame, whichever it was: the dearest of them. */
    double frameInstructions(InstructionCounts counts, Core core) {
        return frames.stream()
                .mapToDouble(load -> counted(load.work(), counts, core))
                .max()
                .orElse(0);
    }

    private double counted(String work, InstructionCounts counts, Core core) {
        return counts.of(work, core)
                .orElseThrow(() -> new EnergyException("There is no energy estimate for " + title + " on a Cortex-"
                        + core + ", because nobody has counted '" + work
                        + "' there: add it to device-firmware/bench and run ./milliwatt firmware bench."));
    }

    /** @throws EnergyException if the board measures with something else */
    void checkSensor(BoardProfile board) {
        if (board.sensor() != sensor) {
            throw new EnergyException(title + ": this work is for " + sensor.words() + ", and the constants of "
                    + board.name() + " are those of " + board.sensor().words() + "; choose another board profile.");
        }
    }

    /** @throws EnergyException if samples come faster than this processor can take them */
    void checkKeepsUp(InstructionCounts counts, BoardProfile board) {
        double cycles = instructionsPerWindow(counts, board.core()) * board.value(Constant.CYCLES_PER_INSTRUCTION);
        double seconds = cycles / (1e6 * board.value(Constant.CLOCK_MEGAHERTZ));
        if (seconds > windowSeconds) {
            throw new EnergyException(String.format(
                    java.util.Locale.ROOT,
                    "%s cannot run on %s: a window of %.1f s takes %.1f s of computing at %.0f MHz (%.0f M cycles);"
                            + " choose a faster core.",
                    title,
                    board.title(),
                    windowSeconds,
                    seconds,
                    board.value(Constant.CLOCK_MEGAHERTZ),
                    cycles / 1e6));
        }
    }
}
