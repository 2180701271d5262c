package io.milliwatt.energy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A board as far as its energy is concerned.
 *
 * @param name as the command line takes it
 * @param title for people
 * @param sensor what its sampling current is for
 * @param constants one of each {@link Constant}
 * @param largestFrameBytes what the radio takes in one piece; empty where that is no limit
 */
public record BoardProfile(
        String name,
        String title,
        Core core,
        Sensor sensor,
        Map<Constant, Stated> constants,
        Optional<Integer> largestFrameBytes) {

    public BoardProfile {
        constants = new EnumMap<>(constants);
        for (Constant constant : Constant.values()) {
            if (!constants.containsKey(constant)) {
                throw new IllegalArgumentException(
                        "The board " + name + " does not state its " + constant.title() + ": add it with its source.");
            }
        }
        constants = Map.copyOf(constants);
    }

    public double value(Constant constant) {
        return constants.get(constant).value();
    }

    /** The same board with another value, its source kept. */
    public BoardProfile with(Constant constant, double value) {
        Map<Constant, Stated> changed = new EnumMap<>(constants);
        changed.put(constant, constants.get(constant).at(value));
        return new BoardProfile(name, title, core, sensor, changed, largestFrameBytes);
    }

    /** The same board at the cheap or the dear end of what its sources allow for the cycles of an instruction. */
    BoardProfile withCycles(boolean cheap) {
        Stated cycles = constants.get(Constant.CYCLES_PER_INSTRUCTION);
        return with(Constant.CYCLES_PER_INSTRUCTION, cheap ? cycles.low() : cycles.high());
    }

    double nanojoulesPerInstruction() {
        return value(Constant.NANOJOULES_PER_CYCLE) * value(Constant.CYCLES_PER_INSTRUCTION);
    }

    /** Charge that the battery gives before self-discharge. */
    double usableMilliampHours() {
        return value(Constant.BATTERY_MILLIAMP_HOURS) * value(Constant.BATTERY_USABLE_SHARE);
    }
}
