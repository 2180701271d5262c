package io.milliwatt.datasets.catalogue;

/**
 * One record of the CWRU data: one bearing at one load.
 *
 * @param file with its published SHA-256
 * @param number CWRU's own, 97 to 237
 * @param faultSizeMil diameter of the seeded fault in thousandths of an inch, 0 for the healthy bearing
 * @param loadHorsepower 0 to 3
 * @param fileRateHz the rate the file was sampled at
 */
public record CwruRecord(
        CatalogueFile file, int number, BearingFault fault, int faultSizeMil, int loadHorsepower, double fileRateHz) {
    /** The physical bearing: fault and size. The four loads of one bearing share it. */
    public String bearing() {
        return switch (fault) {
            case NONE -> "healthy";
            case INNER_RACE -> "IR " + faultSizeMil;
            case OUTER_RACE -> "OR " + faultSizeMil;
            case ROLLING_ELEMENT -> "B " + faultSizeMil;
        };
    }

    /** The group that the honest cross-validation leaves out at once: one bearing of each fault. */
    public String faultSize() {
        return faultSizeMil + " mil";
    }
}
