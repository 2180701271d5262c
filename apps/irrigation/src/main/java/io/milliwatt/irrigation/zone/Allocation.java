package io.milliwatt.irrigation.zone;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.reason.Setting;
import io.milliwatt.irrigation.reason.UnfitException;
import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * The water that a zone may have in a time, such as a season; the narrower of the two limits holds.
 *
 * @param millimetres gross, over the whole zone
 * @param to the last day
 */
public record Allocation(LocalDate from, LocalDate to, OptionalDouble millimetres, OptionalDouble cubicMetres) {

    private static final double CUBIC_METRES_PER_HECTARE_MILLIMETRE = 10;

    public Allocation {
        if (to.isBefore(from)) {
            throw new UnfitException(Reason.of(ReasonCode.ALLOCATION_TURNED)
                    .with("from", from.toString())
                    .with("to", to.toString()));
        }
        if (millimetres.isEmpty() && cubicMetres.isEmpty()) {
            throw new UnfitException(Reason.of(ReasonCode.ALLOCATION_WITHOUT_LIMIT));
        }
        millimetres.ifPresent(limit -> Setting.ALLOCATION_DEPTH.requireAbove(limit, 0, 100_000));
        cubicMetres.ifPresent(limit -> Setting.ALLOCATION_VOLUME.requireAbove(limit, 0, 1e9));
    }

    public boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    /** The limit in mm of a zone of this area. */
    public double limitMillimetres(double areaHectares) {
        double byVolume =
                cubicMetres.orElse(Double.POSITIVE_INFINITY) / (areaHectares * CUBIC_METRES_PER_HECTARE_MILLIMETRE);
        return Math.min(millimetres.orElse(Double.POSITIVE_INFINITY), byVolume);
    }
}
