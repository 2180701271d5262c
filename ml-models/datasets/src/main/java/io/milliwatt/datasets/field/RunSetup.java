package io.milliwatt.datasets.field;

import io.milliwatt.dsp.soil.crop.Crop;

/** How a recorded run was set up, as its record lets one tell. */
record RunSetup(boolean canopyReadings, boolean climateAdapted, boolean fixedDepletionFraction, boolean runoff) {

    /** Records are printed with three decimals. */
    private static final double PRINTED = 1.1e-3;

    static RunSetup of(FieldRecord record, Crop crop) {
        int firstOfMidSeason =
                Math.min(crop.stages().endOfDevelopment() + 1, record.days().size() - 1);
        return new RunSetup(
                record.days().stream().anyMatch(day -> differ(day.get("Kcb"), day.get("tKcb"))),
                differ(
                        record.days().get(firstOfMidSeason).get("tKcb"),
                        crop.basal().middle()),
                record.days().stream().noneMatch(day -> differ(day.get("p"), crop.depletionFraction())),
                record.days().stream().anyMatch(day -> day.get("Runoff") > 0));
    }

    private static boolean differ(double recorded, double value) {
        return Math.abs(recorded - value) > PRINTED;
    }
}
