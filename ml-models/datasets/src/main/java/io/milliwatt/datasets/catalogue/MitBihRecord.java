package io.milliwatt.datasets.catalogue;

import java.util.List;

/**
 * One record of the MIT-BIH Arrhythmia Database.
 *
 * @param number 100 to 234
 * @param patient records of one patient share it; 201 and 202 do
 * @param part which side of the inter-patient split it is on
 * @param lead the signal that is analysed: MLII, and the first one where there is none
 * @param files header, signals and reference annotations
 */
public record MitBihRecord(int number, int patient, Part part, String lead, List<CatalogueFile> files) {
    public MitBihRecord {
        files = List.copyOf(files);
    }

    /** The inter-patient split of de Chazal, O'Dwyer and Reilly, IEEE Transactions on Biomedical Engineering 51 (2004). */
    public enum Part {
        /** For training and every choice. */
        DS1,
        /** For one judgement at the end, and never for a choice. */
        DS2,
        /** In neither, as EC57 demands of records with paced beats. */
        PACED
    }
}
