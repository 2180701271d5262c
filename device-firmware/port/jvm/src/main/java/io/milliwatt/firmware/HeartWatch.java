package io.milliwatt.firmware;

/**
 * What a node that watches a heart tells, and from which limits on. A limit of 0 takes the firmware's own.
 *
 * @param streamedChannels told as continuous waveforms: 0 none, 1 the analysed lead, 2 a second lead too
 * @param pauseMillis a pause begins so long after a beat, 1,500 … 4,000; 3,000 by itself
 * @param bradycardiaPerMinute 30 … 120; 50 by itself
 * @param tachycardiaPerMinute 60 … 300, above the bradycardia's; 120 by itself
 * @param frequentVentricularPerMinute so many ventricular beats in a minute are still few, 1 … 30; 10 by itself
 * @param lowestRail the least that the lead's converter gives; with both rails 0 those of 16 bits
 * @param highestRail the most, above the lowest
 * @param batteryLowMillivolts below it the node's battery is told as low, 0 … 65,535; 0: never
 * @param hasPacemaker the patient has one: its spikes are taken out, and the beats after them marked
 */
public record HeartWatch(
        int streamedChannels,
        int pauseMillis,
        int bradycardiaPerMinute,
        int tachycardiaPerMinute,
        int frequentVentricularPerMinute,
        int lowestRail,
        int highestRail,
        int batteryLowMillivolts,
        boolean hasPacemaker) {

    /** Of a node that watches something else, or streams nothing. */
    public static final HeartWatch SILENT = new HeartWatch(0, 0, 0, 0, 0, 0, 0, 0, false);

    /** One lead as a continuous waveform, the firmware's own limits. */
    public static final HeartWatch ONE_LEAD = new HeartWatch(1, 0, 0, 0, 0, 0, 0, 0, false);

    private static final int MOST_CHANNELS = 2;

    public HeartWatch {
        if (streamedChannels < 0 || streamedChannels > MOST_CHANNELS) {
            throw new IllegalArgumentException("A node streams 0 to 2 channels, not " + streamedChannels + ".");
        }
        if (batteryLowMillivolts < 0 || batteryLowMillivolts > 0xffff) {
            throw new IllegalArgumentException(
                    "A battery is low below 0 to 65535 mV, not " + batteryLowMillivolts + ".");
        }
        check("pause", pauseMillis, 1_500, 4_000);
        check("bradycardia", bradycardiaPerMinute, 30, 120);
        check("tachycardia", tachycardiaPerMinute, 60, 300);
        check("frequent ventricular beats", frequentVentricularPerMinute, 1, 30);
        boolean rails = lowestRail >= Short.MIN_VALUE && highestRail <= Short.MAX_VALUE && lowestRail < highestRail;
        if (!rails && (lowestRail != 0 || highestRail != 0)) {
            throw new IllegalArgumentException("A converter's rails are two numbers of 16 bits, the lower first, not "
                    + lowestRail + " and " + highestRail + ".");
        }
    }

    private static void check(String name, int value, int lowest, int highest) {
        if (value != 0 && (value < lowest || value > highest)) {
            throw new IllegalArgumentException("The limit for " + name + " is " + value + "; it must be 0 or lie in "
                    + lowest + "…" + highest + ".");
        }
    }

    /** The same limits with another number of channels. */
    public HeartWatch withStreamedChannels(int channels) {
        return new HeartWatch(
                channels,
                pauseMillis,
                bradycardiaPerMinute,
                tachycardiaPerMinute,
                frequentVentricularPerMinute,
                lowestRail,
                highestRail,
                batteryLowMillivolts,
                hasPacemaker);
    }

    /** The same for a converter of other rails. */
    public HeartWatch withRails(int lowest, int highest) {
        return new HeartWatch(
                streamedChannels,
                pauseMillis,
                bradycardiaPerMinute,
                tachycardiaPerMinute,
                frequentVentricularPerMinute,
                lowest,
                highest,
                batteryLowMillivolts,
                hasPacemaker);
    }

    /** The same for a patient with a pacemaker, or without. */
    public HeartWatch withPacemaker(boolean has) {
        return new HeartWatch(
                streamedChannels,
                pauseMillis,
                bradycardiaPerMinute,
                tachycardiaPerMinute,
                frequentVentricularPerMinute,
                lowestRail,
                highestRail,
                batteryLowMillivolts,
                has);
    }

    /** The same with another voltage below which the battery is low; 0 never. */
    public HeartWatch withBatteryLow(int millivolts) {
        return new HeartWatch(
                streamedChannels,
                pauseMillis,
                bradycardiaPerMinute,
                tachycardiaPerMinute,
                frequentVentricularPerMinute,
                lowestRail,
                highestRail,
                millivolts,
                hasPacemaker);
    }
}
