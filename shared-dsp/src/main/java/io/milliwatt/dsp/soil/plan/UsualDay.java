package io.milliwatt.dsp.soil.plan;

import io.milliwatt.dsp.soil.balance.FieldDay;
import io.milliwatt.dsp.soil.crop.CropClimate;
import java.util.List;

/** A day like the last ones. */
public final class UsualDay {
    /** The reference evapotranspiration to come is taken as the mean of so many days past. */
    public static final int REMEMBERED_DAYS = 14;

    /** For the first morning: a mild spring day. */
    private static final double FIRST_REFERENCE = 5;

    private static final CropClimate FIRST_CLIMATE = new CropClimate(2, 45);

    private UsualDay() {}

    /** Without water. */
    public static FieldDay after(List<FieldDay> past) {
        if (past.isEmpty()) {
            return FieldDay.of(FIRST_REFERENCE, 0, FIRST_CLIMATE);
        }
        List<FieldDay> recent = past.subList(Math.max(0, past.size() - REMEMBERED_DAYS), past.size());
        double reference =
                recent.stream().mapToDouble(FieldDay::reference).average().orElse(FIRST_REFERENCE);
        return FieldDay.of(
                reference,
                0,
                CropClimate.mean(recent.stream().map(FieldDay::climate).toList()));
    }
}
