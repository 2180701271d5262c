package io.milliwatt.training.ecg;

import io.milliwatt.runtime.decision.BeatRule;
import io.milliwatt.runtime.heart.BeatDecision;
import io.milliwatt.runtime.model.Model;
import io.milliwatt.runtime.model.ProbabilityScale;
import io.milliwatt.training.ecg.DescribedBeats.Described;
import java.util.List;

/** Tells the class of every beat of a record: as the node does, and the same in floating point. */
interface BeatJudge {

    /** 1 … 5 for each beat. */
    int[] classes(DescribedBeats record);

    /** The node's forest and its decision. */
    static BeatJudge node(Model forest, BeatRule rule, ProbabilityScale scale) {
        return record -> {
            BeatDecision decision = new BeatDecision(rule, scale);
            short[] scores = new short[forest.classes()];
            return record.beats().stream()
                    .mapToInt(beat -> {
                        forest.score(beat.features(), scores);
                        return decision.decide(scores, beat.features()).beatClass();
                    })
                    .toArray();
        };
    }

    /** What rounding leaves to tens of a score unit and means to integers would cost if nothing were rounded. */
    static BeatJudge real(BeatModel model, BeatRule rule) {
        return record -> {
            RealDecision decision = new RealDecision(rule, record.beats());
            int[] classes = new int[record.beats().size()];
            for (int i = 0; i < classes.length; i++) {
                classes[i] =
                        decision.decide(i, model.exact(record.beats().get(i).features()));
            }
            return classes;
        };
    }

    /** Decision rule 3 in double precision ({@code bundle.md}, section 4). */
    final class RealDecision {
        private static final int HELD = 49;

        private final BeatRule rule;
        private final List<Described> beats;
        private final double[] majority;
        private final double[] means = new double[8];
        private final int[] counts = new int[8];

        RealDecision(BeatRule rule, List<Described> beats) {
            this.rule = rule;
            this.beats = beats;
            majority = new double[beats.size()];
        }

        private int feature(int beat, int position) {
            return beats.get(beat).features()[position];
        }

        int decide(int beat, double[] margins) {
            BeatRule.Inputs at = rule.inputs();
            int shape = feature(beat, at.shape());
            counts[shape] = feature(beat, at.shapeKnown()) < 0 ? 1 : Math.min(counts[shape] + 1, 16);
            means[shape] = counts[shape] == 1 ? margins[0] : means[shape] + (margins[0] - means[shape]) / counts[shape];
            double share = rule.shapeShareQ8() / 256.0;
            boolean irregular = feature(beat, at.fibrillation()) > rule.fibrillation();
            double ventricular = (1 - share) * margins[0] + share * means[shape];
            double limit = rule.ventricular()
                    + (irregular ? rule.ventricularInFibrillation() : 0)
                    + (feature(beat, at.noise()) > rule.noise() ? rule.ventricularInNoise() : 0);
            majority[beat] = margins[2];
            boolean early = margins[1] > rule.supraventricular() || smoothed(beat) > rule.majority();
            boolean fibrillation = irregular && feature(beat, at.alternatingFibrillation()) > rule.fibrillation();
            if (feature(beat, at.noise()) > rule.cannotTell()) {
                return 5;
            }
            if (ventricular > limit) {
                return 3;
            }
            return early && !fibrillation ? 2 : 1;
        }

        private double smoothed(int beat) {
            int interval = feature(beat, rule.inputs().interval());
            boolean normal = feature(beat, rule.inputs().shapeKnown()) == 1;
            double sum = 0;
            int count = 0;
            for (int i = Math.max(0, beat - HELD + 1); i <= beat; i++) {
                int difference = Math.abs(feature(i, rule.inputs().interval()) - interval);
                boolean alike = i == beat || 100 * difference < rule.alikePercent() * interval;
                if (alike && (feature(i, rule.inputs().shapeKnown()) == 1) == normal) {
                    sum += majority[i];
                    count++;
                }
            }
            double share = rule.alikeShareQ8() / 256.0;
            return share * sum / count + (1 - share) * majority[beat];
        }
    }
}
