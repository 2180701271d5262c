package io.milliwatt.runtime.decision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

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

    /** Counts one judged window and returns the events that go out: none, one, or an end and an onset. */
    public List<Event> count(Judgement judgement) {
        if (last.size() == voting.windows()) {
            last.removeFirst();
        }
        last.addLast(judgement.verdict());
        int candidate = candidate();
        List<Event> events = new ArrayList<>();
        if (standing != 0 && damaged() <= voting.clear()) {
            events.add(new Event(standing, 0, false));
            standing = 0;
        } else if (candidate != 0 && replaces(candidate)) {
            if (standing != 0) {
                events.add(new Event(standing, 0, false));
            }
            int probability = candidate == judgement.verdict() ? judgement.probability() : judgement.evidence();
            events.add(new Event(candidate, probability, true));
            standing = candidate;
        }
        return List.copyOf(events);
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
