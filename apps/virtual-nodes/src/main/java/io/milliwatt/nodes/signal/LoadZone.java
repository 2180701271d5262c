package io.milliwatt.nodes.signal;

/**
 * How much of the load a place on the bearing carries: Stribeck's distribution for ball bearings with a load-zone
 * parameter of one half, as used for fault signals by McFadden and Smith 1984 ("Model for the vibration produced by a
 * single point defect in a rolling element bearing").
 */
final class LoadZone {
    private static final double BALL_EXPONENT = 1.5;

    private LoadZone() {}

    /** 1 under the load, 0 on the unloaded half. */
    static double share(double turnsFromLoad) {
        double loaded = Math.cos(2 * Math.PI * turnsFromLoad);
        return loaded <= 0 ? 0 : Math.pow(loaded, BALL_EXPONENT);
    }
}
