package io.milliwatt.gateway.update;

import io.milliwatt.telemetry.MissingFragments;
import io.milliwatt.telemetry.Octets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What is in memory of one update under way. All calls come from one thread. */
final class Transfer {
    private final byte[] bundle;
    private ModelUpdate update;
    private Round round = new Round();
    private boolean offered;
    private Instant lastWord = Instant.MIN;
    private Optional<MissingFragments> lastAsked = Optional.empty();

    /** Fragments that go out between two answers of the node. */
    static final class Round {
        private final Deque<Integer> waiting = new ArrayDeque<>();
        private int inFlight;

        boolean isIdle() {
            return waiting.isEmpty() && inFlight == 0;
        }

        /** Takes the next fragment to send; empty when nothing waits or too many are in flight. */
        Optional<Integer> take(int mostInFlight) {
            if (waiting.isEmpty() || inFlight >= mostInFlight) {
                return Optional.empty();
            }
            inFlight++;
            return Optional.of(waiting.removeFirst());
        }

        void arrived() {
            inFlight--;
        }
    }

    Transfer(ModelUpdate update, byte[] bundle) {
        this.update = update;
        this.bundle = bundle;
    }

    ModelUpdate update() {
        return update;
    }

    void become(ModelUpdate now) {
        update = now;
    }

    byte[] bundle() {
        return bundle;
    }

    Round round() {
        return round;
    }

    boolean wasOffered() {
        return offered;
    }

    /** Something was said to the node, or heard from it. */
    void spoke(Instant now) {
        lastWord = now;
    }

    void offered(Instant now) {
        offered = true;
        spoke(now);
    }

    boolean isSilentSince(Instant then) {
        return !lastWord.isAfter(then);
    }

    /** The node is away, or does not answer: what was on its way counts as lost. */
    void startOver() {
        round = new Round();
        lastAsked = Optional.empty();
        lastWord = Instant.MIN;
    }

    /**
     * Takes over what the node lacks.
     *
     * @return false when it asks for the very same as before: what was sent did not help, so there is no hurry to send it again
     */
    boolean ask(MissingFragments missing) {
        boolean anew = lastAsked.filter(missing::equals).isEmpty();
        lastAsked = anew ? Optional.of(missing) : Optional.empty();
        round = new Round();
        if (anew) {
            round.waiting.addAll(missing.indices());
        }
        return anew;
    }

    /** At least so many fragments are there: all before the first missing one, and those that the bitmap shows as present. */
    static int received(MissingFragments missing) {
        Octets bitmap = missing.bitmap();
        int told = Math.min(bitmap.size() * Byte.SIZE, missing.fragments() - missing.firstMissing());
        return missing.firstMissing() + told - missing.indices().size();
    }
}
