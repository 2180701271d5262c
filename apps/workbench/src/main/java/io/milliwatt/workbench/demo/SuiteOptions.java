package io.milliwatt.workbench.demo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a person may choose about a suite.
 *
 * @param data folder for everything that is kept between runs
 * @param portBase first of the row of ports, 0 for any free ones
 * @param fleet other machines than the demo's own
 * @param board one more machine, whose node runs on an emulated board
 */
public record SuiteOptions(
        Installation installation, Path data, int portBase, Optional<Path> fleet, Optional<EmulatedBoard> board) {

    /** Without an emulated board. */
    public SuiteOptions(Installation installation, Path data, int portBase, Optional<Path> fleet) {
        this(installation, data, portBase, fleet, Optional.empty());
    }
}
