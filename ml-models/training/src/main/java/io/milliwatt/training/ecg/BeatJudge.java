package io.milliwatt.training.ecg;

import io.milliwatt.datasets.ecg.BeatClass;
import io.milliwatt.dsp.fixedpoint.heart.AtrialFibrillation;
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

    /** The node's forest, its decision, and its rule of atrial fibrillation; without the signal's quality. */
    static BeatJudge node(Model forest, BeatRule rule, ProbabilityScale scale) {
        return record -> {
            BeatDecision decision = new BeatDecision(rule, scale);
            AtrialFibrillation atrial = new AtrialFibrillation();
            short[] scores = new short[forest.classes()];
            int[] classes = new int[record.beats().size()];
            for (int i = 0; i < classes.length; i++) {
                Described beat = record.beats().get(i);
                forest.score(beat.features(), scores);
                boolean fibrillates = atrial.episode().stands();
                classes[i] =
                        decision.decide(scores, beat.features(), fibrillates).beatClass();
                atrial.accept(beat.sample(), classes[i] != BeatClass.N.number());
            }
            return classes;
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
        private final AtrialFibrillation atrial = new AtrialFibrillation();
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
            int told = told(beat, margins);
            atrial.accept(beats.get(beat).sample(), told != BeatClass.N.number());
            return told;
        }

        private int told(int beat, double[] margins) {
            BeatRule.Inputs at = rule.inputs();
            int shape = feature(beat, at.shape());
            counts[shape] = feature(beat, at.shapeKnown()) < 0 ? 1 : Math.min(counts[shape] + 1, 16);
            means[shape] = counts[shape] == 1 ? margins[0] : means[shape] + (margins[0] - means[shape]) / counts[shape];
            double share = rule.shapeShareQ8() / 256.0;
            boolean irregular = feature(beat, at.fibrillation()) > rule.fibrillation();
            boolean scattered = irregular && feature(beat, at.alternatingFibrillation()) > rule.fibrillation();
            majority[beat] = margins[2];
            double early = Math.max(margins[1] - rule.supraventricular(), smoothed(beat) - rule.majority());
            boolean isNormal = feature(beat, at.shapeKnown()) == 1;
            double ventricular = (1 - share) * margins[0] + share * means[shape];
            double limit = rule.ventricular()
                    + (irregular ? rule.ventricularInFibrillation() : 0)
                    - (early > 0 && !isNormal ? rule.ventricularIfEarly() : 0);
            int signs = (scattered ? 1 : 0) + (atrial.episode().stands() ? 1 : 0);
            if (feature(beat, at.noise()) > rule.cannotTell()) {
                return BeatClass.Q.number();
            }
            if (ventricular > limit) {
                return BeatClass.V.number();
            }
            boolean isEarly = early > signs * rule.supraventricularInFibrillation();
            return isEarly ? BeatClass.S.number() : BeatClass.N.number();
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
