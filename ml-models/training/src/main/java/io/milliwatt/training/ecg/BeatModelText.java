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
            "V first: the ventricular margin, seven tenths of it the mean of the last beats of the same "
                    + "shape, must exceed 0.5 in log odds, 1 where the RR intervals look like fibrillation; 3 less "
                    + "for a beat that one of the margins for S calls early and that has not the normal shape.",
            "Then S: the supraventricular margin must exceed 0.75, or the majority margin, eight tenths "
                    + "of it the mean over beats after intervals alike, −0.75; both 1.5 more where both "
                    + "fibrillation scores exceed 22 of 32, and 1.5 more in an episode of atrial fibrillation "
                    + "(heart.md), whose rule sees the classes told so far.",
            "A beat whose noise exceeds 150/1024 of the QRS height is Q and flagged as abstained, as is "
                    + "the very first, which has nothing to be compared with. Fusion beats are not told apart: DS1 "
                    + "has them in one patient.",
            "The threshold of the ventricular margin is that which falls least short of both bars, Se 97 "
                    + "and +P 94, in cross-validation; that of the majority margin the lowest, in steps of an "
                    + "eighth, that keeps +P of S above 63 % in cross-validation, as for version 2.");

    static final List<String> TRIED = List.of(
            "Version 3. The other lead of each record to learn from, and for V the record upside down: "
                    + "the harmonic mean of Se and +P of V up by 0.6 points; S +P at equal Se up from 66 to 80 % "
                    + "(false S in record 207's blocks). The threshold for the majority was lowered for that: "
                    + "early beats of runs and sick sinus rhythms are found more often, and block, pauses and "
                    + "fibrillation give more false S than with version 2.",
            "Version 3. Fusion beats left out instead of learnt as not V: the same Se and +P of V in "
                    + "cross-validation, where nearly all fusion beats are one patient's; learnt as V: 1 point "
                    + "less +P at equal Se.",
            "Version 3. A shape takes beats of half to twice its energy, no longer of a quarter to four "
                    + "times: the mean for V up by 0.4 points, V called S down from 60 to 20 (large ventricular "
                    + "beats of record 223 that had counted as normal); S Se down by 1 to 2 points. Two thirds to "
                    + "three halves: S Se down by 12. A correlation of 0.95 instead of 0.9 to join: S Se down by 4.",
            "Version 3. A shape earns an eighth while its beats come at the rate of a tachycardia, so "
                    + "that a long one does not become normal: 0.1 points of V, 1 point of S Se; with nothing "
                    + "earned S Se falls by 5.",
            "Version 3. Patients weighed alike, whatever their number of V: no gain. 110 slower trees "
                    + "for V: none. V called early at the usual margin: Se and +P down by 1 point.",
            "Fibrillation: a score over the last 63 intervals, free of beats out of shape, as a bar to "
                    + "S: false S in fibrillation down from 8.3 to 5.1 %, but S Se in cross-validation from 81 to "
                    + "72 % (record 209's runs look as irregular) and on sick sinus records from 81 to 52 %. "
                    + "Made-up fibrillation to learn from, and the rule of atrial fibrillation that asks for more "
                    + "instead of forbidding: 4.8 % at 81 % Se.",
            "Made-up flutter to learn from: false S there down from 38 to 7 % or less, but half of the "
                    + "early beats of records 207 and 209 lost, whose runs have the same rates. Left out, and told "
                    + "under limits.",
            "Correlation of the mean early P wave with the mean late one and the lag of it: S Se on "
                    + "majority stress up, false S in block and pauses up alike: no gain. A mean P correlation of "
                    + "all normal beats: none either.",
            "The third longest of 64 clean intervals gave way to the eighth longest of the last 256: S "
                    + "Se on sick sinus records up from 76 to 81 % at fewer false S.",
            "V without irregularity and fibrillation scores as inputs: +P up by 1.3 points at 0.6 points "
                    + "more Se; without P or standing of the shape as well: no further gain; without the T wave: "
                    + "1.4 points more Se, but 2.5 less +P.",
            "V called early and out of shape at a lower margin: 50 of 203 V of record 223 that were "
                    + "missed are found, S +P up by 3 points, with 8 more false V in record 203.",
            "No mean over the beats of a shape for V: +P 4 points lower at equal Se. Depth 2 or 4 "
                    + "instead of 3, 100 or 120 trees for V: no gain.",
            "The majority margin alone, without the supraventricular one: S Se at most 70 % at equal +P.",
            "Of version 1: a shape reference that any frequent shape may become; noise of twice the "
                    + "level; early beats made of normal ones; features of a second lead (ecg-scout): no gain.",
            "After version 3, a better one was looked for on DS1 alone, and not found. Figures "
                    + "here are the largest harmonic mean of Se and +P at any threshold, over all beats "
                    + "and, after a stroke, with each patient counted alike: the mean Se of patients with "
                    + "ten or more beats of the class, and the mean rate of false ones of all 22, at 7 % of "
                    + "V and 3 % of S. The released plans, trained anew with other seeds and other choices "
                    + "of normal beats: V 93.7 to 94.1 / 93.8 to 94.0, S 77.5 to 80.1 / 75.4 to 76.7. No "
                    + "difference smaller than that was taken for a gain. The program of this study is not "
                    + "kept in the repository.",
            "After version 3, for V: six tenths of the patients drawn anew for each tree 93.8 / "
                    + "93.8; patients with many beats weighed less, by the square root, 94.0 / 94.0; N and "
                    + "S of the stress records learnt as not V 94.1 / 94.1; features of shape, P and T "
                    + "bound to act in one direction 94.1 / 94.0; all four 94.4 / 94.2, but with all normal "
                    + "beats and larger leaves 94.0 / 93.7; no heights and areas 93.8 / 93.9; focal loss "
                    + "93.5 / 93.4; the mean of four models 94.2 / 94.0.",
            "After version 3, one-dimensional convolutions in floating point: three layers over "
                    + "the aligned beat and its difference from the mean of the patient's normal beats, "
                    + "with 16 features for V and 21 for S, 4,400 to 4,500 weights. For V alone 92.7 / "
                    + "91.5, with false V in records 108 and 109 that the trees do not have; three tenths "
                    + "of its margin and seven of the trees' 94.6 / 94.3. For S alone 76.2 / 74.6, half and "
                    + "half 79.8 / 76.7: no gain. Half a point of V would cost 24,000 products per beat, "
                    + "about 68,000 instructions on an M4 beside the 61,000 of the features, where 64,000 "
                    + "is the bar: left out.",
            "After version 3, for S: the mean of three seeds 79.2 / 76.1, no better than one, so "
                    + "there is nothing to distil; six tenths of the patients drawn for each tree 74.1 / "
                    + "72.9. The majority margin counted only where 10 of the last 49 beats have it, or 24: "
                    + "S found on stress records is exchanged for false S no better than by a higher "
                    + "threshold.",
            "After version 3, the threshold of the majority margin higher by one in log odds: in "
                    + "cross-validation S 79.7 / 81.5 and accuracy up by 0.3 points, but of all stress "
                    + "records' S beats 58 % are found instead of 74. The lower ventricular margin of early "
                    + "beats out of shape less low by one, two, three: V 93.7 / 93.9, 93.4 / 92.9, 93.1 / "
                    + "92.2. Both left as they are.",
            "Not tried: fusion beats by hand-made features, or as a class of their own; DS1 has "
                    + "them in one patient, so that nothing could be judged.");

    static final List<String> SEALED = List.of(
            "This is the third look at DS2. Version 1 was the first: accuracy 92.86, V 92.64 / 94.01, S "
                    + "19.92 / 20.19. Its report led to made-up fibrillation and sick sinus rhythms to learn from, "
                    + "to the rule that asks for more in fibrillation, and to the lower ventricular margin of "
                    + "early beats out of shape. Version 2 was the second: accuracy 96.09, V 91.06 / 90.30, S "
                    + "67.17 / 68.86.",
            "What version 2's report led to: its V called N were in record 213 beside fusion beats "
                    + "learnt as not V, so the way fusion beats are learnt was looked at again. All else was found "
                    + "on DS1, and all was chosen there and on records made from it. But who looks three times "
                    + "knows the records, and these figures are less of a surprise than a first look's.",
            "Of the bars, accuracy (95.94, 95 wanted), Se of V (97.33, 97) and +P of S (66.43, 55) are "
                    + "met; +P of V (84.43, 94) and Se of S (66.68, 80) are missed. In cross-validation V was "
                    + "95.04 / 92.14: Se came out better, +P worse.",
            "391 of the 578 false V are in one patient, record 222, whose 240 N and 144 S that are "
                    + "called V were 104 and 88 with version 2 (not inspected; changes would be fitted to DS2); 86 "
                    + "are in 105, which is noisy, 32 of them where there is no beat. Without 222 V is 97.33 / "
                    + "94.37.",
            "V of record 213 called N: 25 instead of 168. V called N or S in all 22 records: 64 instead " + "of 265.",
            "Record 232: 1,059 of its 1,382 S are found (1,069 by version 2), 5 of its 398 N are called "
                    + "S. False S: 604 instead of 500, 333 of them in 202, 108 in 113. The lower threshold for the "
                    + "majority, chosen by the rule of version 2, gained nothing there.",
            "Without record 232, S is 36.48 / 21.28. S is told where it is the rhythm's majority or "
                    + "clearly early, not where it is rare and rhythms are irregular.",
            "Version 3 was released because it is better in cross-validation; nothing was changed in "
                    + "view of these figures.");

    static final List<String> LIMITS = List.of(
            "Trained on 22 patients. Cross-validated choices were made on the same patients whose "
                    + "figures are told: slightly optimistic.",
            "What 22 patients can foretell is little. 274 of the 307 false V of cross-validation "
                    + "are in three of them (201, 203, 207). With the patients drawn anew by lot, nine "
                    + "tenths of the draws lie between: Se of V 90.6 to 98.8, +P of V 86 to 98, Se of S 54 "
                    + "to 95, +P of S 37 to 87.",
            "Atrial flutter with changing conduction is called S in two fifths of its beats, block and "
                    + "sinus pauses in more than a quarter, fibrillation in one of fifteen: the pause makes the "
                    + "usual beats look early.",
            "A slow rhythm whose majority is supraventricular is found in three fifths of its beats (see "
                    + "the slow stress records); irregular runs in two fifths.",
            "Aberrant atrial beats in fibrillation (record 201) go to V; beats of junctional rhythms "
                    + "without an early RR interval (124) to N.",
            "Fusion beats are not told: they go to N or V.",
            "Ventricular tachycardia whose shape is near the normal one (223) goes to N or S in a fifth "
                    + "of its beats. One that outlasts the sinus rhythm before it by far comes to be taken for "
                    + "normal: after a minute at 150 per minute and 45 s of sinus rhythm it is still told.",
            "The first eight seconds give no beats: they set the detector's levels.",
            "Paced beats are not known: records with them are left out as EC57 demands.",
            "A heart whose other shapes are called V can have many false V: see record 222 under DS2.");

    private BeatModelText() {}
}
