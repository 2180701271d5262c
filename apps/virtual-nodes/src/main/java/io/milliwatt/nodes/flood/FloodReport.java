package io.milliwatt.nodes.flood;

/**
 * How the flood went.
 *
 * @param seconds of sending
 * @param frames acknowledged by the gateway
 * @param unsettledNodes nodes with frames that were never acknowledged
 */
public record FloodReport(
        double seconds,
        long frames,
        long unsettledNodes,
        double framesPerSecond,
        double acknowledgedP50Millis,
        double acknowledgedP99Millis,
        double acknowledgedMaximumMillis) {

    static FloodReport of(AcknowledgedFrames acknowledged, long unsettledNodes, double seconds) {
        double[] millis = acknowledged.sortedMillis();
        return new FloodReport(
                seconds,
                acknowledged.count(),
                unsettledNodes,
                acknowledged.count() / seconds,
                rank(millis, 0.5),
                rank(millis, 0.99),
                rank(millis, 1));
    }

    /** Nearest rank; 0 where nothing was acknowledged. */
    private static double rank(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
