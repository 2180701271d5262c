package io.milliwatt.workbench.firmware;

import io.milliwatt.energy.Constant;
import io.milliwatt.energy.DutyCyclePlanner;
import io.milliwatt.energy.EnergyEstimate;
import io.milliwatt.energy.Part;
import io.milliwatt.energy.Plan;
import io.milliwatt.energy.Stated;
import io.milliwatt.energy.Workload;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One workload on one board: every part, the plan, every constant with its source. */
final class EnergyText {

    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final double MICROWATTS_BELOW = 1;

    private EnergyText() {}

    static String of(EnergyReport report) {
        List<String> lines = new ArrayList<>();
        Workload workload = report.workload();
        EnergyEstimate estimate = report.estimate();
        lines.add("Energy estimate (not a measurement): " + workload.recipe().title() + " on "
                + estimate.board().title());
        report.plan().map(Plan::sentence).ifPresent(lines::add);
        lines.add("");
        lines.add(line("sampling", workload.schedule().words()));
        lines.add(line(
                "work",
                String.format(
                        Locale.ROOT,
                        "%.2f M counted instructions per window, %.0f windows and %.0f frames a day",
                        report.instructionsPerWindow() / 1e6,
                        estimate.day().windows(),
                        estimate.day().framesSent())));
        for (Part part : Part.values()) {
            double millijoules = estimate.millijoulesPerDay().get(part);
            lines.add(line(
                    part.title(),
                    String.format(
                            Locale.ROOT,
                            "%10s mJ/day %5.1f %%",
                            number(millijoules),
                            100 * millijoules / estimate.totalMillijoulesPerDay())));
        }
        lines.add(line(
                "together",
                String.format(
                        "%10s mJ/day, %s on average",
                        number(estimate.totalMillijoulesPerDay()), power(estimate.meanMilliwatts()))));
        lines.add(line("battery life", life(estimate)));
        lines.add(line("damage told in", workload.delayWords()));
        lines.add("");
        lines.add("Constants of " + estimate.board().name());
        for (Constant constant : Constant.values()) {
            Stated stated = estimate.board().constants().get(constant);
            lines.add(String.format("  %-52s %9s  %s", title(constant), number(stated.value()), stated.source()));
        }
        return String.join("\n", lines);
    }

    private static String life(EnergyEstimate estimate) {
        Stated cycles = estimate.board().constants().get(Constant.CYCLES_PER_INSTRUCTION);
        return DutyCyclePlanner.years(estimate.batteryYears()) + " ("
                + DutyCyclePlanner.years(estimate.leastBatteryYears()) + " to "
                + DutyCyclePlanner.years(estimate.mostBatteryYears()) + " for " + cycles.high() + " to " + cycles.low()
                + " cycles per instruction)";
    }

    static String title(Constant constant) {
        return constant.unit().isEmpty() ? constant.title() : constant.title() + ", " + constant.unit();
    }

    /** Three digits, without an exponent. */
    static String number(double value) {
        return value >= 1000
                ? String.format(Locale.ROOT, "%.0f", value)
                : new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros().toPlainString();
    }

    static String power(double milliwatts) {
        return milliwatts < MICROWATTS_BELOW ? number(1000 * milliwatts) + " µW" : number(milliwatts) + " mW";
    }

    private static String line(String name, String value) {
        return String.format("  %-16s %s", name, value);
    }
}
