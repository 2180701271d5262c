package io.milliwatt.training.soil.depletion;

/**
 * Errors at readings that an estimate had not seen, mm; an estimate above the measured depletion counts as positive.
 *
 * @param within80 part of them within the band that claims 80 %; NaN for an estimate without a band
 * @param within90 part of them within the band that claims 90 %
 */
record PlotErrors(int readings, double rootMeanSquare, double bias, double within80, double within90) {

    /** Adds up errors. */
    static final class Sum {
        private int readings;
        private double squares;
        private double sum;
        private int in80;
        private int in90;

        void add(double error) {
            readings++;
            squares += error * error;
            sum += error;
        }

        void band(boolean within80, boolean within90) {
            in80 += within80 ? 1 : 0;
            in90 += within90 ? 1 : 0;
        }

        PlotErrors errors(boolean banded) {
            return new PlotErrors(
                    readings,
                    Math.sqrt(squares / readings),
                    sum / readings,
                    banded ? (double) in80 / readings : Double.NaN,
                    banded ? (double) in90 / readings : Double.NaN);
        }
    }
}
