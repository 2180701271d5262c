package io.milliwatt.training.soil.depletion;

import io.milliwatt.dsp.soil.assimilation.AssimilationSettings;
import io.milliwatt.dsp.soil.assimilation.DepletionFilter;
import io.milliwatt.dsp.soil.assimilation.DepletionReading;
import io.milliwatt.dsp.soil.assimilation.FieldEstimate;
import io.milliwatt.dsp.soil.balance.FieldDay;
import java.util.List;
import java.util.Optional;

/**
 * Estimates of depletion on plots, each judged at the readings it was not given. Of every {@code every} readings the first is given; with 0 none
 * is.
 */
final class DepletionStudy {
    /** A neutron probe's reading as a figure for its plot, mm over the root zone. */
    static final double READING_ERROR_MILLIMETRES = 3;

    private final List<MeasuredPlot> plots;
    private final int every;
    /** The same readings are scored whatever is given, so that methods can be compared. */
    private final boolean given;

    private DepletionStudy(List<MeasuredPlot> plots, int every, boolean given) {
        this.plots = plots;
        this.every = every;
        this.given = given;
    }

    static DepletionStudy given(List<MeasuredPlot> plots, int every) {
        return new DepletionStudy(plots, every, true);
    }

    /** Scored at the same readings as {@link #given}, but given none. */
    static DepletionStudy withheld(List<MeasuredPlot> plots, int every) {
        return new DepletionStudy(plots, every, false);
    }

    /** Balance and readings together. */
    PlotErrors filter(CropCalibration calibration, AssimilationSettings settings) {
        PlotErrors.Sum sum = new PlotErrors.Sum();
        AssimilationSettings tuned = settings.withUsualMultiplier(calibration.usualMultiplier());
        for (MeasuredPlot plot : plots) {
            DepletionFilter filter = new DepletionFilter(calibration.balance(plot.season()), tuned);
            FieldEstimate estimate = filter.start();
            int reading = 0;
            int number = 0;
            for (FieldDay day : plot.season().days()) {
                Optional<Double> measured = Optional.ofNullable(plot.measured().get(number++));
                boolean scored = measured.isPresent() && !isGiven(reading);
                DepletionReading seen = measured.isPresent() && !scored && given
                        ? new DepletionReading.Measured(measured.get(), READING_ERROR_MILLIMETRES)
                        : DepletionReading.NONE;
                estimate = filter.step(estimate, day, seen).evening();
                if (scored) {
                    double truth = measured.get();
                    sum.add(estimate.depletion() - truth);
                    sum.band(
                            estimate.readingBand(0.8, READING_ERROR_MILLIMETRES).holds(truth),
                            estimate.readingBand(0.9, READING_ERROR_MILLIMETRES).holds(truth));
                }
                reading += measured.isPresent() ? 1 : 0;
            }
        }
        return sum.errors(true);
    }

    /** The last reading as it was, until the next. */
    PlotErrors held() {
        PlotErrors.Sum sum = new PlotErrors.Sum();
        for (MeasuredPlot plot : plots) {
            double last = Double.NaN;
            int reading = 0;
            for (double measured : plot.measured().values()) {
                if (isGiven(reading++)) {
                    last = measured;
                } else {
                    sum.add(last - measured);
                }
            }
        }
        return sum.errors(false);
    }

    private boolean isGiven(int reading) {
        return every > 0 && reading % every == 0;
    }
}
