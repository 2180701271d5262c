package io.milliwatt.dsp.soil.fault;

/** What the trees say of a drift at one depth, day by day, beside the other depths of the probe it is given; each day is asked once, when it is wanted. */
final class DriftCourse {
    private final FaultModel.Part part;
    private final double[] own;
    private final MonthFeatures features;
    private final boolean[] asked;
    private final DriftEvidence evidence;

    DriftCourse(FaultModel.Part part, ProbeDays probe, int depth) {
        this.part = part;
        own = probe.moisture()[depth];
        features = new MonthFeatures(probe, depth);
        asked = new boolean[own.length];
        evidence = new DriftEvidence(own.length);
    }

    /** What the ten days up to this one say together lies above the threshold. */
    boolean suspected(int day) {
        return mean(day) > part.threshold();
    }

    /** What the ten days up to this one say together, 0 to 1; 0 where half of them or more have no reading. */
    double mean(int day) {
        for (int at = DriftEvidence.first(day); at <= day; at++) {
            if (!asked[at] && !Double.isNaN(own[at])) {
                evidence.add(at, part.trees().logOdds(features.at(at)));
            }
            asked[at] = true;
        }
        double probability = evidence.probability(day);
        return Double.isNaN(probability) ? 0 : probability;
    }
}
