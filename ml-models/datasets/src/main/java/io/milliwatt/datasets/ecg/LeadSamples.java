package io.milliwatt.datasets.ecg;

import io.milliwatt.dsp.filter.RateConverter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A lead as a node's converter would hand it over: 16 bits around the lead's zero, at the rate the model's recipe takes. Where a
 * sample was not recorded the last value before it stands, as with a lead that is off.
 *
 * @param nanoMillivoltPerCount the size of a count in billionths of a millivolt
 * @param lowestRail the converter gives nothing below it, where the file says so; below {@code highestRail}
 * @param highestRail and nothing above it
 * @param remarks whole sentences about what was changed on the way
 */
public record LeadSamples(
        short[] counts, int nanoMillivoltPerCount, int lowestRail, int highestRail, List<String> remarks) {

    /** From a beat's R wave until a node has told it. */
    private static final int LONGEST_WAIT_SECONDS = 4;

    static final int LOWEST_RATE_HZ = 100;
    static final int HIGHEST_RATE_HZ = 1_000;

    private static final double NANO = 1e9;

    /** A picovolt. */
    private static final int FINEST_NANO_MILLIVOLT = 1_000;

    private static final double LARGEST_NANO_MILLIVOLT = 1 << 29;

    /** A node goes on where a recording ends; its last beats wait for what follows, here the last sample for four seconds. */
    public short[] heldAfterTheEnd(int rateHz) {
        short[] after = new short[counts.length == 0 ? 0 : LONGEST_WAIT_SECONDS * rateHz];
        Arrays.fill(after, counts.length == 0 ? 0 : counts[counts.length - 1]);
        return after;
    }

    /** @throws IllegalArgumentException in a sentence, when the lead is no voltage or its rate is outside of 100 to 1,000 Hz */
    public static LeadSamples of(EcgLead lead, int rateHz) {
        double millivoltPerCount = millivoltPerCount(lead);
        List<String> remarks = new ArrayList<>();
        double[] values = values(lead, millivoltPerCount, remarks);
        if (lead.sampleRateHz() != rateHz) {
            values = new RateConverter(lead.sampleRateHz(), rateHz).apply(values);
            remarks.add("The signal was brought from " + lead.sampleRateHz() + " to the " + rateHz
                    + " Hz the model takes.");
        }
        Scale scale = Scale.of(values, Math.abs(millivoltPerCount));
        if (scale.factor() != 1) {
            remarks.add(
                    "The samples were scaled to " + scale.nanoMillivolt() / 1e6 + " µV per count, which 16 bits hold.");
        }
        short[] counts = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            counts[i] = scale.count(values[i]);
        }
        int[] rails = lead.converterRange()
                .map(range -> new int[] {
                    scale.count(centred(lead, range.lowest(), millivoltPerCount)),
                    scale.count(centred(lead, range.highest(), millivoltPerCount))
                })
                .filter(ends -> ends[0] != ends[1])
                .orElse(new int[] {Short.MIN_VALUE, Short.MAX_VALUE});
        Arrays.sort(rails);
        return new LeadSamples(counts, scale.nanoMillivolt(), rails[0], rails[1], List.copyOf(remarks));
    }

    private static double millivoltPerCount(EcgLead lead) {
        double countsPerMillivolt = lead.countsPerMillivolt()
                .orElseThrow(() -> new IllegalArgumentException("Signal " + lead.name() + " is in " + lead.unit()
                        + ", which is no voltage; choose another one."));
        if (lead.sampleRateHz() < LOWEST_RATE_HZ || lead.sampleRateHz() > HIGHEST_RATE_HZ) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "Signal %s has %s samples per second; %d to %d can be analysed.",
                    lead.name(),
                    lead.sampleRateHz(),
                    LOWEST_RATE_HZ,
                    HIGHEST_RATE_HZ));
        }
        return 1 / countsPerMillivolt;
    }

    /** In counts around zero, upright whatever the converter's sign. */
    private static double[] values(EcgLead lead, double millivoltPerCount, List<String> remarks) {
        double[] values = new double[lead.length()];
        double last = 0;
        int missing = 0;
        for (int i = 0; i < values.length; i++) {
            if (lead.sample(i) == EcgLead.MISSING) {
                missing++;
            } else {
                last = centred(lead, lead.sample(i), millivoltPerCount);
            }
            values[i] = last;
        }
        if (missing > 0) {
            remarks.add(missing + " of " + lead.length()
                    + " samples were not recorded; the last value before them stands in their place.");
        }
        return values;
    }

    private static double centred(EcgLead lead, int sample, double millivoltPerCount) {
        return (sample - Math.rint(lead.baseline())) * Math.signum(millivoltPerCount);
    }

    /**
     * From a lead's counts to the node's.
     *
     * @param nanoMillivolt of one of the node's counts
     * @param factor 1 where the lead's own counts fit 16 bits and the node's unit
     */
    private record Scale(int nanoMillivolt, double factor) {

        static Scale of(double[] values, double millivoltPerCount) {
            double peak = Arrays.stream(values).map(Math::abs).max().orElse(0);
            double own = millivoltPerCount * NANO;
            double needed = peak * own / Short.MAX_VALUE;
            if (needed > LARGEST_NANO_MILLIVOLT) {
                throw new IllegalArgumentException("The signal reaches " + peak * millivoltPerCount
                        + " mV, which is no ECG; check its gain and unit.");
            }
            if (own >= Math.max(FINEST_NANO_MILLIVOLT, needed) && own <= LARGEST_NANO_MILLIVOLT) {
                return new Scale((int) Math.round(own), 1);
            }
            double fitting = Math.max(needed, Math.clamp(own, FINEST_NANO_MILLIVOLT, LARGEST_NANO_MILLIVOLT));
            int whole = (int) Math.ceil(fitting);
            return new Scale(whole, own / whole);
        }

        short count(double value) {
            return (short) Math.clamp(Math.round(value * factor), Short.MIN_VALUE, Short.MAX_VALUE);
        }
    }
}
