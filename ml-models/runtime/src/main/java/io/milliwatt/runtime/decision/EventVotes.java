package io.milliwatt.runtime.decision;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** From verdicts to events, as a node does it: n of m to raise, fewer to clear. Not safe for several threads. */
public final class EventVotes {

    private final Voting voting;
    private final Deque<Integer> last = new ArrayDeque<>();
    private int standing;

    public EventVotes(Voting voting) {
        this.voting = voting;
    }

    /**
     * @param verdict the event's class
     * @param probability 0 … 255, 0 at the end
     * @param onset true at the onset, false at the end
     */
    public record Event(int verdict, int probability, boolean onset) {}

    /** The verdict whose onset went out last and has not ended; 0 if none. */
    public int standing() {
        return standing;
    }

    /** Counts one judged window and returns the event that goes out, if one does; an onset takes an earlier one's place. */
    public Optional<Event> count(Judgement judgement) {
        if (last.size() == voting.windows()) {
            last.removeFirst();
        }
        last.addLast(judgement.verdict());
        int candidate = candidate();
        if (standing != 0 && damaged() <= voting.clear()) {
            Event end = new Event(standing, 0, false);
            standing = 0;
            return Optional.of(end);
        }
        if (candidate != 0 && replaces(candidate)) {
            int probability = candidate == judgement.verdict() ? judgement.probability() : judgement.evidence();
            standing = candidate;
            return Optional.of(new Event(candidate, probability, true));
        }
        return Optional.empty();
    }

    private boolean replaces(int candidate) {
        return standing == 0
                || (candidate != standing
                        && (candidate != VerdictRule.DAMAGE_NOT_IDENTIFIED || votes(standing) <= voting.clear()));
    }

    private int candidate() {
        int majority = last.stream()
                .filter(verdict -> verdict != 0 && votes(verdict) >= voting.raise())
                .findFirst()
                .orElse(0);
        return majority == 0 && damaged() >= voting.raise() ? VerdictRule.DAMAGE_NOT_IDENTIFIED : majority;
    }

    private int votes(int verdict) {
        return (int) last.stream().filter(each -> each == verdict).count();
    }

    private int damaged() {
        return last.size() - votes(0);
    }
}
