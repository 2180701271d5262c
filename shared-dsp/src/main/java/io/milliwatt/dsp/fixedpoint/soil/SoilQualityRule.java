package io.milliwatt.dsp.fixedpoint.soil;

/**
 * Limits of the quality control. Water contents in 0.01 % by volume, rain in 0.1 mm; each 0 … 32,767 unless said.
 *
 * @param lowest below it a reading is no soil, −32,767 … 32,767
 * @param highest above it neither
 * @param saturated from it on a reading is at the upper end
 * @param frozen soil at or below it is frozen, 0.01 °C, −32,767 … 32,767
 * @param thawing soil at or below it may thaw, which lets readings rise without rain, 0.01 °C, likewise
 * @param jump beyond the last day's extremes by more is a spike or a break
 * @param rise more than so much above the reading of 24 hours ago needs rain
 * @param leastRain that explains a rise, in the last day
 * @param readingsToBreak outside in a row before a spike is a break, 1 … 255
 * @param breakHours that a break is flagged, 1 … 255
 * @param plateauFall a break by more may lead to a low plateau
 * @param plateauBelow so much below the driest day so far
 * @param plateauRange a plateau's largest less smallest of a day
 * @param stuckHours on the same value, if another depth moved or water came
 * @param stuckHoursInRain the same near the surface, if much water came
 * @param stuckRain that makes it much
 * @param stuckMoved by which another depth must have moved within eight days
 * @param lowBattery below it readings fall with the battery, mV; 0 switches it off
 * @param gapMinutes between readings, above which some are missing
 * @param hoursOfDay with a good reading that make a day's mean, 1 … 24
 * @param nearSurface a depth up to this many mm feels rain within three days
 */
public record SoilQualityRule(
        int lowest,
        int highest,
        int saturated,
        int frozen,
        int thawing,
        int jump,
        int rise,
        int leastRain,
        int readingsToBreak,
        int breakHours,
        int plateauFall,
        int plateauBelow,
        int plateauRange,
        int stuckHours,
        int stuckHoursInRain,
        int stuckRain,
        int stuckMoved,
        int lowBattery,
        int gapMinutes,
        int hoursOfDay,
        int nearSurface) {

    /** Numbers in a recipe, in this order. */
    public static final int COUNT = 21;

    public SoilQualityRule {
        for (int each : new int[] {lowest, frozen, thawing}) {
            range(each, -Short.MAX_VALUE, Short.MAX_VALUE, "A lower limit of soil readings");
        }
        for (int each : new int[] {
            highest,
            saturated,
            jump,
            rise,
            leastRain,
            plateauFall,
            plateauBelow,
            plateauRange,
            stuckHours,
            stuckHoursInRain,
            stuckRain,
            stuckMoved,
            lowBattery,
            gapMinutes,
            nearSurface
        }) {
            range(each, 0, Short.MAX_VALUE, "A limit of soil readings");
        }
        range(readingsToBreak, 1, 255, "The readings that make a break");
        range(breakHours, 1, 255, "The hours that a break is flagged");
        range(hoursOfDay, 1, 24, "The hours that make a day");
    }

    private static void range(int value, int lowest, int highest, String what) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(what + " must be " + lowest + " to " + highest + ", not " + value + ".");
        }
    }

    /** For readings every 5 to 60 minutes in mineral soil. */
    public static SoilQualityRule defaults() {
        return new SoilQualityRule(
                0, 6_000, 5_500, 0, 100, 300, 300, 2, 2, 24, 600, 200, 10, 168, 72, 150, 120, 2_400, 65, 12, 300);
    }

    /** In the order of the recipe's parameters. */
    public int[] numbers() {
        return new int[] {
            lowest,
            highest,
            saturated,
            frozen,
            thawing,
            jump,
            rise,
            leastRain,
            readingsToBreak,
            breakHours,
            plateauFall,
            plateauBelow,
            plateauRange,
            stuckHours,
            stuckHoursInRain,
            stuckRain,
            stuckMoved,
            lowBattery,
            gapMinutes,
            hoursOfDay,
            nearSurface
        };
    }

    public static SoilQualityRule of(int[] n) {
        if (n.length != COUNT) {
            throw new IllegalArgumentException("A soil quality rule has " + COUNT + " numbers, not " + n.length + ".");
        }
        return new SoilQualityRule(
                n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11], n[12], n[13], n[14], n[15],
                n[16], n[17], n[18], n[19], n[20]);
    }
}
