package io.milliwatt.nodes.heart;

import io.milliwatt.datasets.ecg.EcgLead;

/** A recording played again and again; at the seam each lead goes over from its end to its beginning, so that the seam is no beat. */
public final class RecordedHeart implements ElectrodeSignal {
    private static final double BLEND_SECONDS = 0.3;

    private final double[] lead1;
    private final double[] lead2;
    private final int blend;
    private int position;

    /**
     * @param first the lead to analyse, a voltage
     * @param second as long and as fast as the first
     */
    public RecordedHeart(EcgLead first, EcgLead second) {
        if (second.length() != first.length() || second.sampleRateHz() != first.sampleRateHz()) {
            throw new IllegalArgumentException(
                    "Two leads are played together only at one rate and length, but they are " + first + " and "
                            + second + ".");
        }
        lead1 = millivolt(first);
        lead2 = millivolt(second);
        blend = (int) Math.round(BLEND_SECONDS * first.sampleRateHz());
        if (lead1.length < 4 * blend) {
            throw new IllegalArgumentException("A recording of " + lead1.length
                    + " samples is too short to be repeated: " + 4 * blend + " are needed.");
        }
    }

    @Override
    public void next(double[] lead1Millivolt, double[] lead2Millivolt) {
        for (int i = 0; i < lead1Millivolt.length; i++) {
            int blended = position - (lead1.length - blend);
            double share = blended < 0 ? 0 : (blended + 1.0) / (blend + 1);
            int beginning = Math.max(blended, 0);
            lead1Millivolt[i] = (1 - share) * lead1[position] + share * lead1[beginning];
            lead2Millivolt[i] = (1 - share) * lead2[position] + share * lead2[beginning];
            position = position + 1 == lead1.length ? blend : position + 1;
        }
    }

    /** What was not recorded stays where it was before. */
    private static double[] millivolt(EcgLead lead) {
        double countsPerMillivolt = lead.countsPerMillivolt()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The lead " + lead + " is no voltage, so no heart can be played from it."));
        double[] values = new double[lead.length()];
        double last = 0;
        for (int i = 0; i < values.length; i++) {
            int sample = lead.sample(i);
            last = sample == EcgLead.MISSING ? last : (sample - lead.baseline()) / countsPerMillivolt;
            values[i] = last;
        }
        return values;
    }
}
