package io.milliwatt.runtime.decision;

/**
 * How many windows must agree.
 *
 * @param raise verdicts needed among the last {@code windows} for an onset, more than half of them
 * @param windows judged windows looked at, 1 … 16
 * @param clear an event ends when at most so many of them are not 0, 0 … raise − 1
 */
public record Voting(int raise, int windows, int clear) {
    public Voting {
        if (windows < 1 || windows > 16) {
            throw new IllegalArgumentException("A decision looks at 1 to 16 windows, not " + windows + ".");
        }
        if (raise < 1 || raise > windows || 2 * raise <= windows) {
            throw new IllegalArgumentException(
                    "Votes to raise must be more than half of " + windows + " windows, not " + raise + ".");
        }
        if (clear < 0 || clear >= raise) {
            throw new IllegalArgumentException(
                    "Votes to clear must be 0 to " + (raise - 1) + " with " + raise + " to raise, not " + clear + ".");
        }
    }
}
