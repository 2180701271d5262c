package io.milliwatt.ecg.exchange;

import java.util.Arrays;
import java.util.Optional;

/**
 * Leads by the numbers of ISO/IEEE 11073-10101: the code of a lead's potential is 131328 plus the lead's number. A node knows channels
 * and not where its electrodes are; until somebody says so, the lead is unspecified.
 */
public enum EcgLead {
    UNSPECIFIED(0, ""),
    I(1, "I"),
    II(2, "II"),
    V1(3, "V1"),
    V2(4, "V2"),
    V3(5, "V3"),
    V4(6, "V4"),
    V5(7, "V5"),
    V6(8, "V6"),
    III(61, "III"),
    AVR(62, "aVR"),
    AVL(63, "aVL"),
    AVF(64, "aVF");

    private static final int POTENTIAL = 131_328;

    private final int number;
    private final String label;

    EcgLead(int number, String label) {
        this.number = number;
        this.label = label;
    }

    /** As it is written beside a trace; empty for the unspecified lead. */
    public String label() {
        return label;
    }

    /** Code of the lead's potential, such as 131330 for lead II. */
    public int potentialCode() {
        return POTENTIAL + number;
    }

    /** The standard's name of that code, such as {@code MDC_ECG_ELEC_POTL_II}. */
    public String potentialName() {
        return this == UNSPECIFIED ? "MDC_ECG_ELEC_POTL" : "MDC_ECG_ELEC_POTL_" + name();
    }

    public static Optional<EcgLead> fromLabel(String label) {
        return Arrays.stream(values())
                .filter(lead -> lead != UNSPECIFIED && lead.label.equalsIgnoreCase(label))
                .findFirst();
    }
}
