package io.milliwatt.dsp.vibration;

/**
 * How often each part of a bearing is met per turn of the shaft, with a turning inner and a fixed outer ring and rolling without slip
 * (Randall and Antoni 2011, "Rolling element bearing diagnostics — a tutorial", eq. 1-4). Real bearings slip by one or two per cent.
 *
 * @param outerRace BPFO = n/2 (1 - c) with c = (d/D) cos(contact angle)
 * @param innerRace BPFI = n/2 (1 + c)
 * @param elementSpin BSF = D/(2d) (1 - c²): turns of one element about itself; its defect meets a race twice per turn
 * @param cage FTF = (1 - c)/2
 */
public record FaultOrders(double outerRace, double innerRace, double elementSpin, double cage) {

    public static FaultOrders of(BearingGeometry bearing) {
        double diameterRatio = bearing.elementDiameterMillimetres() / bearing.pitchDiameterMillimetres();
        double c = diameterRatio * Math.cos(Math.toRadians(bearing.contactAngleDegrees()));
        double half = bearing.rollingElements() / 2.0;
        return new FaultOrders(half * (1 - c), half * (1 + c), (1 - c * c) / (2 * diameterRatio), (1 - c) / 2);
    }

    /** 2 BSF: how often a damaged element strikes a race. */
    public double elementDefect() {
        return 2 * elementSpin;
    }
}
