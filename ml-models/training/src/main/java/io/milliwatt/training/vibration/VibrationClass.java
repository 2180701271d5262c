package io.milliwatt.training.vibration;

import io.milliwatt.datasets.catalogue.BearingFault;
import io.milliwatt.runtime.bundle.Label;
import io.milliwatt.runtime.decision.VerdictRule;
import java.util.Arrays;
import java.util.List;

/** What the model tells apart, in class order. Health is not among them: that is the baseline's and the lines' business. */
public enum VibrationClass {
    INNER_RACE(0, "inner race", VerdictRule.INNER_RACE, BearingFault.INNER_RACE),
    ROLLING_ELEMENT(1, "rolling element", VerdictRule.ROLLING_ELEMENT, BearingFault.ROLLING_ELEMENT),
    OUTER_RACE(2, "outer race", VerdictRule.OUTER_RACE, BearingFault.OUTER_RACE);

    private final int index;
    private final String name;
    private final int verdict;
    private final BearingFault fault;

    VibrationClass(int index, String name, int verdict, BearingFault fault) {
        this.index = index;
        this.name = name;
        this.verdict = verdict;
        this.fault = fault;
    }

    /** Position in the model's scores. */
    int index() {
        return index;
    }

    public Label label() {
        return new Label(verdict, name);
    }

    static List<Label> labels() {
        return Arrays.stream(values()).map(VibrationClass::label).toList();
    }

    /** The class of a fault; there is none for {@link BearingFault#NONE}. */
    static VibrationClass of(BearingFault fault) {
        return Arrays.stream(values())
                .filter(each -> each.fault == fault)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no class stands for " + fault));
    }
}
