package io.milliwatt.runtime.soil;

import io.milliwatt.dsp.fixedpoint.soil.SiteDay;
import io.milliwatt.dsp.fixedpoint.soil.Water;

/** Weather of the day under way. */
final class SiteDayUnderWay {

    private static final int MOST = 65_535;

    private int rainTenths;
    private int airSum;
    private int airCount;
    private short airLowest;
    private short airHighest;

    void add(int rain, short air) {
        rainTenths = Math.min(MOST, rainTenths + rain);
        if (!Water.known(air) || airCount == MOST) {
            return;
        }
        airLowest = airCount == 0 ? air : (short) Math.min(airLowest, air);
        airHighest = airCount == 0 ? air : (short) Math.max(airHighest, air);
        airSum += air;
        airCount++;
    }

    SiteDay end(int dayOfYear) {
        boolean known = airCount > 0;
        short mean = known ? (short) Math.floorDiv(airSum, airCount) : Water.MISSING;
        short range = known ? (short) Math.min(Short.MAX_VALUE, airHighest - airLowest) : Water.MISSING;
        SiteDay day = new SiteDay(dayOfYear, rainTenths, mean, range);
        rainTenths = 0;
        airSum = 0;
        airCount = 0;
        return day;
    }
}
