package io.milliwatt.vibration.adapter.rest;

import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.vibration.adapter.db.MachineDirectory;
import io.milliwatt.vibration.machine.Machine;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds machines for resources, with a sentence where there is none. */
@ApplicationScoped
class KnownMachines {

    private final MachineDirectory machines;

    KnownMachines(MachineDirectory machines) {
        this.machines = machines;
    }

    Machine get(String id) {
        return machines.find(id)
                .orElseThrow(() -> new ProblemException(
                        404,
                        "machine.unknown",
                        "There is no machine '" + id + "'. See /api/machines for those there are."));
    }

    long nodeOf(Machine machine) {
        return machine.node()
                .orElseThrow(() -> new ProblemException(
                        404,
                        "machine.without-node",
                        "The machine '" + machine.id() + "' has no node yet; assign one."));
    }
}
