package io.milliwatt.datasets.wfdb;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an annotation says, by WFDB's numbers 0 to 49 and mnemonics (annot(5), and ecgcodes.h of the WFDB library). */
public enum AnnotationCode {
    /** Says nothing; in a file it stands only to fill time. */
    NOT_QRS(0, " ", "Not a QRS complex"),
    NORMAL(1, "N", "Normal beat"),
    LEFT_BUNDLE_BRANCH_BLOCK(2, "L", "Left bundle branch block beat"),
    RIGHT_BUNDLE_BRANCH_BLOCK(3, "R", "Right bundle branch block beat"),
    ABERRATED_ATRIAL_PREMATURE(4, "a", "Aberrated atrial premature beat"),
    PREMATURE_VENTRICULAR(5, "V", "Premature ventricular contraction"),
    VENTRICULAR_FUSION(6, "F", "Fusion of ventricular and normal beat"),
    NODAL_PREMATURE(7, "J", "Nodal (junctional) premature beat"),
    ATRIAL_PREMATURE(8, "A", "Atrial premature beat"),
    SUPRAVENTRICULAR_PREMATURE(9, "S", "Premature or ectopic supraventricular beat"),
    VENTRICULAR_ESCAPE(10, "E", "Ventricular escape beat"),
    NODAL_ESCAPE(11, "j", "Nodal (junctional) escape beat"),
    PACED(12, "/", "Paced beat"),
    UNCLASSIFIABLE(13, "Q", "Unclassifiable beat"),
    SIGNAL_QUALITY_CHANGE(14, "~", "Change in signal quality"),
    UNDEFINED_15(15, "[15]", "Not defined"),
    QRS_LIKE_ARTEFACT(16, "|", "Isolated QRS-like artefact"),
    UNDEFINED_17(17, "[17]", "Not defined"),
    ST_CHANGE(18, "s", "ST segment change"),
    T_WAVE_CHANGE(19, "T", "T-wave change"),
    SYSTOLE(20, "*", "Systole"),
    DIASTOLE(21, "D", "Diastole"),
    COMMENT(22, "\"", "Comment"),
    MEASUREMENT(23, "=", "Measurement"),
    P_WAVE_PEAK(24, "p", "Peak of P wave"),
    BUNDLE_BRANCH_BLOCK(25, "B", "Left or right bundle branch block beat"),
    PACEMAKER_ARTEFACT(26, "^", "Non-conducted pacer spike"),
    T_WAVE_PEAK(27, "t", "Peak of T wave"),
    RHYTHM_CHANGE(28, "+", "Rhythm change"),
    U_WAVE_PEAK(29, "u", "Peak of U wave"),
    LEARNING(30, "?", "Beat not classified during learning"),
    FLUTTER_WAVE(31, "!", "Ventricular flutter wave"),
    FLUTTER_BEGINS(32, "[", "Start of ventricular flutter or fibrillation"),
    FLUTTER_ENDS(33, "]", "End of ventricular flutter or fibrillation"),
    ATRIAL_ESCAPE(34, "e", "Atrial escape beat"),
    SUPRAVENTRICULAR_ESCAPE(35, "n", "Supraventricular escape beat"),
    LINK(36, "@", "Link to external data"),
    NON_CONDUCTED_P_WAVE(37, "x", "Non-conducted P wave (blocked atrial premature beat)"),
    PACED_FUSION(38, "f", "Fusion of paced and normal beat"),
    WAVEFORM_BEGINS(39, "(", "Waveform onset"),
    WAVEFORM_ENDS(40, ")", "Waveform end"),
    R_ON_T(41, "r", "R-on-T premature ventricular contraction"),
    USER_DEFINED_42(42, "[42]", "Defined by the file"),
    USER_DEFINED_43(43, "[43]", "Defined by the file"),
    USER_DEFINED_44(44, "[44]", "Defined by the file"),
    USER_DEFINED_45(45, "[45]", "Defined by the file"),
    USER_DEFINED_46(46, "[46]", "Defined by the file"),
    USER_DEFINED_47(47, "[47]", "Defined by the file"),
    USER_DEFINED_48(48, "[48]", "Defined by the file"),
    USER_DEFINED_49(49, "[49]", "Defined by the file");

    /** The largest number a code may have. */
    public static final int MAX_NUMBER = 49;

    private static final AnnotationCode[] BY_NUMBER = values();
    private static final Map<String, AnnotationCode> BY_MNEMONIC = Arrays.stream(BY_NUMBER)
            .collect(Collectors.toUnmodifiableMap(AnnotationCode::mnemonic, Function.identity()));

    private final int number;
    private final String mnemonic;
    private final String description;

    AnnotationCode(int number, String mnemonic, String description) {
        this.number = number;
        this.mnemonic = mnemonic;
        this.description = description;
    }

    /** The code of a number, empty outside of 0 to 49. */
    public static Optional<AnnotationCode> of(int number) {
        return number < 0 || number > MAX_NUMBER ? Optional.empty() : Optional.of(BY_NUMBER[number]);
    }

    /** The code of a mnemonic as WFDB's tools print it, such as "V"; case matters. */
    public static Optional<AnnotationCode> ofMnemonic(String mnemonic) {
        return Optional.ofNullable(BY_MNEMONIC.get(mnemonic));
    }

    /** 0 to 49. */
    public int number() {
        return number;
    }

    public String mnemonic() {
        return mnemonic;
    }

    public String description() {
        return description;
    }

    /** Whether it marks one heart beat, classified or not. A flutter wave is none. */
    public boolean isBeat() {
        return switch (this) {
            case NORMAL,
                    LEFT_BUNDLE_BRANCH_BLOCK,
                    RIGHT_BUNDLE_BRANCH_BLOCK,
                    ABERRATED_ATRIAL_PREMATURE,
                    PREMATURE_VENTRICULAR,
                    VENTRICULAR_FUSION,
                    NODAL_PREMATURE,
                    ATRIAL_PREMATURE,
                    SUPRAVENTRICULAR_PREMATURE,
                    VENTRICULAR_ESCAPE,
                    NODAL_ESCAPE,
                    PACED,
                    UNCLASSIFIABLE,
                    BUNDLE_BRANCH_BLOCK,
                    LEARNING,
                    ATRIAL_ESCAPE,
                    SUPRAVENTRICULAR_ESCAPE,
                    PACED_FUSION,
                    R_ON_T -> true;
            default -> false;
        };
    }

    /** What WFDB's own tools take for a QRS complex (ecgmap.h): the beats, and each wave of ventricular flutter. */
    public boolean isQrs() {
        return isBeat() || this == FLUTTER_WAVE;
    }
}
