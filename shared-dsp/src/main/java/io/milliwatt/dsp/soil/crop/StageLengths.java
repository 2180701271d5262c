package io.milliwatt.dsp.soil.crop;

/** Lengths of a crop's four stages in days (FAO-56 table 11). */
public record StageLengths(int initial, int development, int midSeason, int lateSeason) {

    public StageLengths {
        if (initial < 0 || development < 1 || midSeason < 0 || lateSeason < 1) {
            throw new IllegalArgumentException("Stages last at least a day in development and late season, not "
                    + initial + ", " + development + ", " + midSeason + " and " + lateSeason + " days");
        }
    }

    public int endOfInitial() {
        return initial;
    }

    public int endOfDevelopment() {
        return endOfInitial() + development;
    }

    public int endOfMidSeason() {
        return endOfDevelopment() + midSeason;
    }

    public int total() {
        return endOfMidSeason() + lateSeason;
    }

    /** @param day since planting, the day of planting being 0 */
    public Stage at(int day) {
        if (day <= endOfInitial()) {
            return Stage.INITIAL;
        }
        if (day <= endOfDevelopment()) {
            return Stage.DEVELOPMENT;
        }
        if (day <= endOfMidSeason()) {
            return Stage.MID_SEASON;
        }
        return day <= total() ? Stage.LATE_SEASON : Stage.AFTER_SEASON;
    }
}
