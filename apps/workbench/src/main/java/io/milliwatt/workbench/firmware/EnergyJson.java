package io.milliwatt.workbench.firmware;

import io.milliwatt.energy.Constant;
import io.milliwatt.energy.EnergyEstimate;
import io.milliwatt.energy.Part;
import io.milliwatt.energy.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Estimates for other programs; quantities carry their unit in the key. */
final class EnergyJson {

    private EnergyJson() {}

    static List<Map<String, Object>> of(List<EnergyRow> rows) {
        return rows.stream()
                .map(row -> switch (row) {
                    case EnergyRow.Estimated estimated -> of(estimated.report());
                    case EnergyRow.Refused refused ->
                        Map.<String, Object>of("board", refused.board().name(), "refused", refused.sentence());
                })
                .toList();
    }

    static Map<String, Object> of(EnergyReport report) {
        EnergyEstimate estimate = report.estimate();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", "estimate");
        json.put("recipe", report.workload().recipe().name());
        json.put("board", estimate.board().name());
        json.put("burstWindows", report.workload().schedule().burstWindows());
        json.put("intervalSeconds", report.workload().schedule().intervalSeconds());
        json.put("instructionsPerWindow", Math.round(report.instructionsPerWindow()));
        Map<String, Double> parts = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            parts.put(
                    part.name().toLowerCase(Locale.ROOT),
                    estimate.millijoulesPerDay().get(part));
        }
        json.put("millijoulesPerDay", parts);
        json.put("totalMillijoulesPerDay", estimate.totalMillijoulesPerDay());
        json.put("meanMilliwatts", estimate.meanMilliwatts());
        json.put("batteryYears", estimate.batteryYears());
        json.put("leastBatteryYears", estimate.leastBatteryYears());
        json.put("mostBatteryYears", estimate.mostBatteryYears());
        if (report.workload().recipe().judgementWork().isPresent()) {
            json.put("expectedDelaySeconds", report.workload().delay().expectedSeconds());
            json.put("worstDelaySeconds", report.workload().delay().worstSeconds());
        }
        report.plan().ifPresent(plan -> {
            json.put("planMet", plan instanceof Plan.Met);
            json.put("plan", plan.sentence());
        });
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Constant constant : Constant.values()) {
            constants.put(
                    constant.name().toLowerCase(Locale.ROOT),
                    estimate.board().constants().get(constant));
        }
        json.put("constants", constants);
        return json;
    }
}
