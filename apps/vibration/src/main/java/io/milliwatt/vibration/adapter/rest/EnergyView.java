package io.milliwatt.vibration.adapter.rest;

import io.milliwatt.energy.Constant;
import io.milliwatt.energy.EnergyEstimate;
import io.milliwatt.energy.Part;
import io.milliwatt.energy.Stated;
import io.milliwatt.vibration.energy.NodeEnergy;
import java.util.Arrays;
import java.util.List;

/**
 * The estimate of a node's energy, with what it rests on.
 *
 * @param counted whether it rests on the node's own count of its work
 * @param schedule in words
 */
public record EnergyView(
        String board,
        String basis,
        boolean counted,
        String schedule,
        String plan,
        String damageToldIn,
        double totalMillijoulesPerDay,
        double meanMilliwatts,
        double batteryYears,
        double leastBatteryYears,
        double mostBatteryYears,
        List<PartView> parts,
        List<ConstantView> constants) {

    /** @param share of the whole, 0 … 1 */
    public record PartView(String name, double millijoulesPerDay, double share) {}

    /** @param unit empty for a plain number */
    public record ConstantView(String name, double value, String unit, String source) {}

    static EnergyView of(NodeEnergy energy) {
        EnergyEstimate estimate = energy.estimate();
        return new EnergyView(
                estimate.board().title(),
                energy.basis(),
                energy.counted(),
                energy.schedule().words(),
                energy.plan(),
                energy.delay(),
                estimate.totalMillijoulesPerDay(),
                estimate.meanMilliwatts(),
                estimate.batteryYears(),
                estimate.leastBatteryYears(),
                estimate.mostBatteryYears(),
                Arrays.stream(Part.values()).map(part -> part(estimate, part)).toList(),
                Arrays.stream(Constant.values())
                        .map(constant -> constant(estimate, constant))
                        .toList());
    }

    private static PartView part(EnergyEstimate estimate, Part part) {
        double millijoules = estimate.millijoulesPerDay().get(part);
        double total = estimate.totalMillijoulesPerDay();
        return new PartView(part.title(), millijoules, total > 0 ? millijoules / total : 0);
    }

    private static ConstantView constant(EnergyEstimate estimate, Constant constant) {
        Stated stated = estimate.board().constants().get(constant);
        return new ConstantView(constant.title(), stated.value(), constant.unit(), stated.source());
    }
}
