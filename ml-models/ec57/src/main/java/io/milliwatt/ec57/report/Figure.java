package io.milliwatt.ec57.report;

import io.milliwatt.ec57.Proportion;
import java.util.function.Function;

/** The shares that EC57 asks for, by which records are put together gross and on average. */
public enum Figure {
    QRS_SENSITIVITY("QRS Se", record -> record.beats().qrsSensitivity()),
    QRS_POSITIVE_PREDICTIVITY("QRS +P", record -> record.beats().qrsPositivePredictivity()),
    VEB_SENSITIVITY("VEB Se", record -> record.beats().ventricularSensitivity()),
    VEB_POSITIVE_PREDICTIVITY("VEB +P", record -> record.beats().ventricularPositivePredictivity()),
    VEB_FALSE_POSITIVE_RATE("VEB FPR", record -> record.beats().ventricularFalsePositiveRate()),
    SVEB_SENSITIVITY("SVEB Se", record -> record.beats().supraventricularSensitivity()),
    SVEB_POSITIVE_PREDICTIVITY("SVEB +P", record -> record.beats().supraventricularPositivePredictivity()),
    SVEB_FALSE_POSITIVE_RATE("SVEB FPR", record -> record.beats().supraventricularFalsePositiveRate()),
    SVEB_SENSITIVITY_NORMAL_ESCAPES(
            "SVEB Se, escapes normal", record -> record.beatsWithNormalEscapes().supraventricularSensitivity()),
    SVEB_POSITIVE_PREDICTIVITY_NORMAL_ESCAPES(
            "SVEB +P, escapes normal",
            record -> record.beatsWithNormalEscapes().supraventricularPositivePredictivity()),
    ACCURACY("accuracy", record -> record.beats().accuracy()),
    ACCURACY_NORMAL_ESCAPES(
            "accuracy, escapes normal",
            record -> record.beatsWithNormalEscapes().accuracy()),
    MISSED_IN_SHUTDOWN("missed in shutdown", record -> record.beats().missedInShutdown()),
    QRS_SENSITIVITY_WITH_SHUTDOWN(
            "QRS Se, shut down in noise", record -> record.beatsWithShutdown().qrsSensitivity()),
    QRS_POSITIVE_PREDICTIVITY_WITH_SHUTDOWN(
            "QRS +P, shut down in noise", record -> record.beatsWithShutdown().qrsPositivePredictivity()),
    ACCURACY_WITH_SHUTDOWN(
            "accuracy, shut down in noise", record -> record.beatsWithShutdown().accuracy()),
    MISSED_IN_NOISE(
            "missed, shut down in noise", record -> record.beatsWithShutdown().missedInShutdown()),
    VE_COUPLET_SENSITIVITY("VE couplet Se", record -> record.ventricularRuns().coupletSensitivity()),
    VE_COUPLET_POSITIVE_PREDICTIVITY(
            "VE couplet +P", record -> record.ventricularRuns().coupletPositivePredictivity()),
    VE_SHORT_RUN_SENSITIVITY(
            "VE short run Se", record -> record.ventricularRuns().shortRunSensitivity()),
    VE_SHORT_RUN_POSITIVE_PREDICTIVITY(
            "VE short run +P", record -> record.ventricularRuns().shortRunPositivePredictivity()),
    VE_LONG_RUN_SENSITIVITY("VE long run Se", record -> record.ventricularRuns().longRunSensitivity()),
    VE_LONG_RUN_POSITIVE_PREDICTIVITY(
            "VE long run +P", record -> record.ventricularRuns().longRunPositivePredictivity()),
    SVE_COUPLET_SENSITIVITY(
            "SVE couplet Se", record -> record.supraventricularRuns().coupletSensitivity()),
    SVE_COUPLET_POSITIVE_PREDICTIVITY(
            "SVE couplet +P", record -> record.supraventricularRuns().coupletPositivePredictivity()),
    SVE_SHORT_RUN_SENSITIVITY(
            "SVE short run Se", record -> record.supraventricularRuns().shortRunSensitivity()),
    SVE_SHORT_RUN_POSITIVE_PREDICTIVITY(
            "SVE short run +P", record -> record.supraventricularRuns().shortRunPositivePredictivity()),
    SVE_LONG_RUN_SENSITIVITY(
            "SVE long run Se", record -> record.supraventricularRuns().longRunSensitivity()),
    SVE_LONG_RUN_POSITIVE_PREDICTIVITY(
            "SVE long run +P", record -> record.supraventricularRuns().longRunPositivePredictivity()),
    AF_EPISODE_SENSITIVITY("AF episode Se", record -> record.fibrillation().sensitivity()),
    AF_EPISODE_POSITIVE_PREDICTIVITY(
            "AF episode +P", record -> record.fibrillation().positivePredictivity()),
    AF_DURATION_SENSITIVITY("AF duration Se", record -> record.fibrillation().durationSensitivity()),
    AF_DURATION_POSITIVE_PREDICTIVITY(
            "AF duration +P", record -> record.fibrillation().durationPositivePredictivity()),
    AF_TIME_SENSITIVITY(
            "AF and AFL time Se", record -> record.fibrillationOverTime().sensitivity()),
    AF_TIME_SPECIFICITY(
            "AF and AFL time Sp", record -> record.fibrillationOverTime().specificity()),
    AF_BEAT_SENSITIVITY(
            "AF and AFL beats Se", record -> record.fibrillationOverBeats().sensitivity()),
    AF_BEAT_SPECIFICITY(
            "AF and AFL beats Sp", record -> record.fibrillationOverBeats().specificity()),
    VF_EPISODE_SENSITIVITY(
            "VF episode Se", record -> record.ventricularFibrillation().sensitivity()),
    VF_EPISODE_POSITIVE_PREDICTIVITY(
            "VF episode +P", record -> record.ventricularFibrillation().positivePredictivity()),
    VF_DURATION_SENSITIVITY(
            "VF duration Se", record -> record.ventricularFibrillation().durationSensitivity()),
    VF_DURATION_POSITIVE_PREDICTIVITY(
            "VF duration +P", record -> record.ventricularFibrillation().durationPositivePredictivity());

    private final String words;
    private final Function<RecordFigures, Proportion> share;

    Figure(String words, Function<RecordFigures, Proportion> share) {
        this.words = words;
        this.share = share;
    }

    /** As tables name it. */
    public String words() {
        return words;
    }

    public Proportion of(RecordFigures record) {
        return share.apply(record);
    }
}
