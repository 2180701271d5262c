package io.milliwatt.irrigation.recommendation;

/**
 * When the adviser holds back; what a farm sets once.
 *
 * @param frostLockoutCelsius at or below which nothing is watered, unless the crop's own limit is higher
 * @param rainLockoutMillimetres within 24 hours after which one waits; the soil takes that in first
 * @param windLockoutMetresPerSecond above which sprinklers stay off
 * @param countsOnRainFrom probability from which rain to come may put off an irrigation
 * @param staleAfterDays of carried-on weather without a measured, forecast or usual day
 * @param largestErrorPart of the refill line that the standard error may be, where no probe corrects the balance
 */
public record AdvicePolicy(
        double frostLockoutCelsius,
        double rainLockoutMillimetres,
        double windLockoutMetresPerSecond,
        double countsOnRainFrom,
        int staleAfterDays,
        double largestErrorPart) {

    public static final AdvicePolicy USUAL = new AdvicePolicy(1, 6, 6, 0.5, 2, 0.6);
}
