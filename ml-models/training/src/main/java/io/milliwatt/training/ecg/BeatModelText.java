package io.milliwatt.training.ecg;

import io.milliwatt.training.ecg.EcgReport.Anchor;
import java.util.List;

/** What the model card says in words. */
final class BeatModelText {

    static final String STATEMENT =
            "A research and engineering system designed after IEC 60601-1-8, IEC 60601-2-27/-47 and ANSI/AAMI EC57. "
                    + "It is not a certified medical device and must not be relied on for the care of a patient.";

    static final List<Anchor> ANCHORS = List.of(
            new Anchor("de Chazal 2004", "accuracy 85.9; V 77.7 / 81.9; S 75.9 / 38.5", "quoted from memory"),
            new Anchor(
                    "Llamedo and Martínez 2011", "accuracy 93; V 81 / 87; S 77 / 39", "Sci Rep 2017, 09837, table 2"),
            new Anchor("Mondéjar-Guerra 2019", "accuracy 94.5; V 94.7 / 93.9; S 78.1 / 49.7", "quoted from memory"),
            new Anchor("Farag 2023, 15 kB, N, S, V only", "accuracy 98.18; V 96.34; S 85.3", "PMC9919183"),
            new Anchor("the bar of this project", "accuracy 95; V 97 / 94; S 80 / 55", "issue 4"));

    static final List<String> DECISION = List.of(
            "V first: the ventricular margin, seven tenths of it the mean of the last beats of the same shape, "
                    + "must exceed 0.4 in log odds, "
                    + "0.9 where the RR intervals look like fibrillation.",
            "Then S: the supraventricular margin must exceed 0.75, or the majority margin, eight tenths of it "
                    + "the mean over beats after "
                    + "intervals alike, 0.75; never where both fibrillation scores exceed 22 of 32.",
            "A beat whose noise exceeds 150/1024 of the QRS height is Q and flagged as abstained, as is the "
                    + "very first, which has nothing to be "
                    + "compared with. Fusion beats are not told apart: DS1 has "
                    + "them in one patient.",
            "The threshold of the majority margin is the lowest tried that kept +P of S above 60 % in "
                    + "cross-validation: "
                    + "stress records with a majority of early beats gain by it, and such patients exist.");

    static final List<String> TRIED = List.of(
            "A reference for shape that any frequent shape may become: fewer false V in record 108, but "
                    + "ventricular beats of 208 and 207 "
                    + "became normal ones; kept as a feature beside the comparison with the most normal shape.",
            "A beat that is followed by a pause earns its shape no standing: S Se "
                    + "up from 70 to 74 % at equal +P, V as before.",
            "Noise: training V on records with made-up noise, and telling the model the noise, raised V +P from "
                    + "82 to 85 % at equal Se; "
                    + "noise of twice that level lost a point of it again.",
            "Means of RR intervals besides medians: they are moved by the long pauses between runs. S Se on "
                    + "majority stress up from at most 54 to 62 %.",
            "Early beats made of normal ones, for patients without any: Se on stress up by 10 points, S +P in "
                    + "DS1 down by 8.",
            "80 trees of depth 3 instead of 60 of depth 4 for V: the same figures with a third fewer splits.",
            "The majority margin alone, without the supraventricular one: S Se 2 "
                    + "points lower, +P 1 to 2 points higher.",
            "Not tried: features of a second lead (ecg-scout: no gain), one-dimensional convolutions, fusion "
                    + "beats by hand-made features.");

    static final List<String> SEALED = List.of(
            "Of the bars only +P of V is met. Accuracy 92.86 (95 wanted), V Se 92.64 (97), S 19.92 / 20.19 (80 "
                    + "/ 55) are missed.",
            "Record 232, three quarters of DS2's S beats: 1,237 of 1,382 are called N. Of majority stress "
                    + "records 65 to 83 % are found; it must differ from "
                    + "them (not inspected).",
            "1,162 false S in 202, 210, 219 and 222, which have atrial "
                    + "fibrillation: the two scores seem not to hold there (not inspected). DS1 has two records "
                    + "with fibrillation, and cross-validation showed 151 false S in them.",
            "V beats called N: 76 in 213, beside 335 fusion beats called N; called S: 49 in 214, 36 in 105.",
            "Nothing was changed in view of these figures: what would be better now would be fitted to DS2. "
                    + "Without record 232 accuracy is "
                    + "95.21 and V 92.64 / 94.13; a beat classifier for rhythms like 232's needs other patients "
                    + "to learn from.",
            "Training and run used the QRS detector of that time. It has since been changed (a peak counts once "
                    + "its energy has fallen again), so training now gives other bytes and other beats are "
                    + "found: cross-validated accuracy 96.79, V 91.08 / 86.34, S 81.14 / 63.10.");

    static final List<String> LIMITS = List.of(
            "Trained on 22 patients. Cross-validated choices were made on the same patients whose figures are "
                    + "told: slightly optimistic.",
            "A slow rhythm whose majority is supraventricular is found in less than half of its beats (see the "
                    + "slow stress records).",
            "Aberrant atrial beats in fibrillation (record 201) go to V; beats of junctional rhythms without an "
                    + "early RR interval (124) to N.",
            "Long ventricular tachycardia whose shape has come to stay (223) goes to N in half of its beats.",
            "The first eight seconds give no beats: they set the detector's levels.",
            "Paced beats are not known: records with them are left out as EC57 demands.");

    private BeatModelText() {}
}
