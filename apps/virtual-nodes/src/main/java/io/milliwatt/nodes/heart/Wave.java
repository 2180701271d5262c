package io.milliwatt.nodes.heart;

/**
 * One wave of a beat: a Gaussian bump in two leads.
 *
 * @param lead1Millivolt its height in the analysed lead, negative for a downward wave
 * @param lead2Millivolt its height in the second lead
 * @param centreMillis from the R peak, negative before it
 * @param widthMillis its standard deviation, above 0
 * @param repolarization whether it comes sooner at a faster rate, with the square root of the interval (Bazett, 1920)
 */
record Wave(
        double lead1Millivolt, double lead2Millivolt, double centreMillis, double widthMillis, boolean repolarization) {

    static Wave of(double lead1Millivolt, double lead2Millivolt, double centreMillis, double widthMillis) {
        return new Wave(lead1Millivolt, lead2Millivolt, centreMillis, widthMillis, false);
    }

    static Wave repolarization(double lead1Millivolt, double lead2Millivolt, double centreMillis, double widthMillis) {
        return new Wave(lead1Millivolt, lead2Millivolt, centreMillis, widthMillis, true);
    }

    /** Height of 1 at the centre. */
    double heightAt(double millisFromPeak, double intervalSeconds) {
        double centre = repolarization ? centreMillis * Math.sqrt(intervalSeconds) : centreMillis;
        double distance = (millisFromPeak - centre) / widthMillis;
        return Math.exp(-distance * distance / 2);
    }
}
