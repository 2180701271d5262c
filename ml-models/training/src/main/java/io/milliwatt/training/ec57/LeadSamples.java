package io.milliwatt.training.ec57;

import io.milliwatt.datasets.ecg.EcgLead;

/**
 * A lead as a node's converter would hand it over: 16 bits around the lead's zero.
 *
 * @param nanoMillivoltPerCount the size of a count in billionths of a millivolt
 */
record LeadSamples(short[] counts, int nanoMillivoltPerCount) {
    private static final double NANO = 1e9;

    static LeadSamples of(EcgLead lead, int rateHz) {
        double countsPerMillivolt = lead.countsPerMillivolt()
                .orElseThrow(() -> new IllegalArgumentException("lead " + lead.name() + " is no voltage"));
        if (Math.round(lead.sampleRateHz()) != rateHz) {
            throw new IllegalArgumentException("lead " + lead.name() + " has " + lead.sampleRateHz()
                    + " samples per second, and the model takes " + rateHz);
        }
        int zero = (int) Math.round(lead.baseline());
        short[] counts = new short[lead.length()];
        short before = 0;
        for (int i = 0; i < counts.length; i++) {
            before = lead.sample(i) == EcgLead.MISSING
                    ? before
                    : (short) Math.clamp(lead.sample(i) - zero, Short.MIN_VALUE, Short.MAX_VALUE);
            counts[i] = before;
        }
        return new LeadSamples(counts, (int) Math.round(NANO / Math.abs(countsPerMillivolt)));
    }
}
