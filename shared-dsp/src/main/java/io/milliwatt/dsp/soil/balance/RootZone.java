package io.milliwatt.dsp.soil.balance;

/** The root zone's account: available water, and what a day's water and evapotranspiration make of its depletion. All in mm. */
public final class RootZone {
    private RootZone() {}

    /** TAW (FAO-56 eq. 82). */
    public static double available(WaterLimits limits, double rootDepthMetres) {
        return limits.availablePerMetre() * rootDepthMetres;
    }

    /** RAW (FAO-56 eq. 83). */
    public static double readilyAvailable(double available, double depletionFraction) {
        return depletionFraction * available;
    }

    /** @param unmet what would have led beyond the available water and was left out */
    public record Day(
            double rootZoneDepletion,
            double profileDepletion,
            double availableBelowRoots,
            double depletionBelowRoots,
            double percolation,
            double rootGrowthDepletion,
            double unmet) {}

    /**
     * Down to the roots' end (FAO-56 eq. 85, 86 and 88).
     *
     * @param before Dr of the evening before
     * @param water rain and irrigation that entered the soil
     * @param taken evapotranspiration
     */
    public static Day uniform(double before, double water, double taken, double available) {
        Account account = Account.of(before, water, taken, available);
        return new Day(account.depletion, account.depletion, 0, 0, account.percolation, 0, account.unmet);
    }

    /** Down to the greatest root depth; growing roots take over a share of the depletion below them. */
    static Day layered(BalanceState before, double water, double taken, double available, double availableInProfile) {
        double belowRoots = availableInProfile - available;
        double grown = before.availableBelowRoots() > 0
                ? before.depletionBelowRoots() * (1 - belowRoots / before.availableBelowRoots())
                : 0;
        double rootZone = Math.clamp(before.rootZoneDepletion() - water + taken + grown, 0, available);
        Account profile = Account.of(before.profileDepletion(), water, taken, availableInProfile);
        return new Day(
                rootZone,
                profile.depletion,
                belowRoots,
                Math.clamp(profile.depletion - rootZone, 0, Math.max(0, belowRoots)),
                profile.percolation,
                grown,
                profile.unmet);
    }

    private record Account(double depletion, double percolation, double unmet) {
        static Account of(double before, double water, double taken, double available) {
            double percolation = Math.max(0, water - taken - before);
            double after = before - water + taken + percolation;
            double depletion = Math.clamp(after, 0, available);
            return new Account(depletion, percolation, after - depletion);
        }
    }
}
