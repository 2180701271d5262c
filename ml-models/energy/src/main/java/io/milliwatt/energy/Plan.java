package io.milliwatt.energy;

/** What a {@link DutyCyclePlanner} says. */
public sealed interface Plan {

    Workload workload();

    EnergyEstimate estimate();

    /** The plan in one sentence. */
    String sentence();

    /** @param marginYears battery life beyond the target; 0 where no life was asked for */
    record Met(Workload workload, EnergyEstimate estimate, double marginYears, String sentence) implements Plan {}

    /** @param workload the nearest that there is */
    record Unmet(Workload workload, EnergyEstimate estimate, String sentence) implements Plan {}
}
