package io.milliwatt.datasets.ecg;

import io.milliwatt.dsp.filter.RateConverter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A lead as a node's converter would hand it over: 16 bits around the lead's zero, at the rate the model's recipe takes.
 *
 * @param nanoMillivoltPerCount the size of a count in billionths of a millivolt
 * @param missing samples of the lead that were not recorded; the last recorded value stands in their place, as with a lead that is off
 * @param remarks whole sentences about what was changed on the way
 */
public record LeadSamples(short[] counts, int nanoMillivoltPerCount, int missing, List<String> remarks) {

    static final int LOWEST_RATE_HZ = 100;
    static final int HIGHEST_RATE_HZ = 1_000;

    private static final double NANO = 1e9;

    /** A picovolt. */
    private static final int FINEST_NANO_MILLIVOLT = 1_000;

    private static final double LARGEST_NANO_MILLIVOLT = 1 << 29;

    /** @throws IllegalArgumentException in a sentence, when the lead is no voltage or its rate is outside of 100 to 1,000 Hz */
    public static LeadSamples of(EcgLead lead, int rateHz) {
        double millivoltPerCount = 1
                / lead.countsPerMillivolt()
                        .orElseThrow(() -> new IllegalArgumentException("Signal " + lead.name() + " is in "
                                + lead.unit() + ", which is no voltage; choose another one."));
        if (lead.sampleRateHz() < LOWEST_RATE_HZ || lead.sampleRateHz() > HIGHEST_RATE_HZ) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "Signal %s has %s samples per second; %d to %d can be analysed.",
                    lead.name(),
                    lead.sampleRateHz(),
                    LOWEST_RATE_HZ,
                    HIGHEST_RATE_HZ));
        }
        List<String> remarks = new ArrayList<>();
        int missing = 0;
        double[] values = new double[lead.length()];
        double last = 0;
        for (int i = 0; i < values.length; i++) {
            if (lead.sample(i) == EcgLead.MISSING) {
                missing++;
            } else {
                last = (lead.sample(i) - Math.rint(lead.baseline())) * Math.signum(millivoltPerCount);
            }
            values[i] = last;
        }
        if (missing > 0) {
            remarks.add(missing + " of " + lead.length()
                    + " samples were not recorded; the last value before them stands in their place.");
        }
        if (lead.sampleRateHz() != rateHz) {
            values = new RateConverter(lead.sampleRateHz(), rateHz).apply(values);
            remarks.add("The signal was brought from " + lead.sampleRateHz() + " to the " + rateHz
                    + " Hz the model takes.");
        }
        return counted(values, Math.abs(millivoltPerCount), missing, remarks);
    }

    /** Counts stay what they are where 16 bits and the node's unit hold them. */
    private static LeadSamples counted(double[] values, double millivoltPerCount, int missing, List<String> remarks) {
        double peak = 0;
        for (double value : values) {
            peak = Math.max(peak, Math.abs(value));
        }
        double nano = Math.clamp(millivoltPerCount * NANO, FINEST_NANO_MILLIVOLT, LARGEST_NANO_MILLIVOLT);
        nano = Math.max(nano, peak * millivoltPerCount * NANO / Short.MAX_VALUE);
        if (nano > LARGEST_NANO_MILLIVOLT) {
            throw new IllegalArgumentException("The signal reaches " + peak * millivoltPerCount
                    + " mV, which is no ECG; check its gain and unit.");
        }
        int whole = (int) Math.ceil(nano);
        double factor = whole - nano < 1 && nano == millivoltPerCount * NANO ? 1 : millivoltPerCount * NANO / whole;
        if (factor != 1) {
            remarks.add("The samples were scaled to " + whole / 1e6 + " µV per count, which 16 bits hold.");
        }
        short[] counts = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            counts[i] = (short) Math.clamp(Math.round(values[i] * factor), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return new LeadSamples(counts, factor == 1 ? (int) Math.round(nano) : whole, missing, List.copyOf(remarks));
    }
}
