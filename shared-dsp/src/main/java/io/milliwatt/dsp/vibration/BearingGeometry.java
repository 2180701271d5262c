package io.milliwatt.dsp.vibration;

/**
 * What decides a rolling bearing's kinematics. Only the ratio of the two diameters counts, so any one unit of length does; millimetres by
 * convention.
 *
 * @param rollingElements number of balls or rollers in one row, at least 3
 * @param elementDiameterMillimetres d, positive
 * @param pitchDiameterMillimetres D, from centre to centre of opposite elements, greater than d
 * @param contactAngleDegrees 0 to below 90; 0 for a radially loaded deep-groove bearing
 */
public record BearingGeometry(
        int rollingElements,
        double elementDiameterMillimetres,
        double pitchDiameterMillimetres,
        double contactAngleDegrees) {

    public BearingGeometry {
        if (rollingElements < 3) {
            throw new IllegalArgumentException(
                    "A bearing needs at least 3 rolling elements, but it has " + rollingElements);
        }
        if (!(elementDiameterMillimetres > 0 && pitchDiameterMillimetres > elementDiameterMillimetres)
                || Double.isInfinite(pitchDiameterMillimetres)) {
            throw new IllegalArgumentException(
                    "A bearing's element diameter must be positive and below its pitch diameter, but they are "
                            + elementDiameterMillimetres + " and " + pitchDiameterMillimetres);
        }
        if (!(contactAngleDegrees >= 0 && contactAngleDegrees < 90)) {
            throw new IllegalArgumentException(
                    "A contact angle must lie within 0..90 degrees, but it is " + contactAngleDegrees);
        }
    }

    public FaultOrders faultOrders() {
        return FaultOrders.of(this);
    }
}
