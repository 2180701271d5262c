package io.milliwatt.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A connection that keeps up gets everything; one that does not gets the newest values and every alarm, or is closed. */
class SubscriberTest {

    private final List<String> sent = new ArrayList<>();
    private final List<CompletableFuture<Void>> underWay = new ArrayList<>();
    private boolean closed;
    private final Subscriber subscriber = new Subscriber(
            text -> {
                sent.add(text);
                CompletableFuture<Void> leaving = new CompletableFuture<>();
                underWay.add(leaving);
                return leaving;
            },
            () -> closed = true);

    @Test
    void aValueThatWaitsIsReplacedByANewerOne() {
        subscriber.offer(value("fan", "1"));
        subscriber.offer(value("fan", "2"));
        subscriber.offer(value("pump", "3"));
        subscriber.offer(value("fan", "4"));
        drain();
        assertThat(sent).containsExactly("1", "3", "4");
    }

    @Test
    void alarmsGoBeforeWaitingValuesAndNoneIsDropped() {
        subscriber.offer(value("fan", "under way"));
        subscriber.offer(value("fan", "value"));
        for (int i = 0; i < 100; i++) {
            subscriber.offer(alarm("alarm " + i));
        }
        drain();
        assertThat(sent)
                .hasSize(102)
                .startsWith("under way", "alarm 0", "alarm 1")
                .endsWith("alarm 99", "value");
    }

    @Test
    void aConnectionWithTooManyAlarmsWaitingIsClosedInsteadOfLosingOne() {
        subscriber.offer(alarm("under way"));
        for (int i = 0; i < Subscriber.MOST_UNDROPPED; i++) {
            subscriber.offer(alarm("alarm"));
        }
        assertThat(closed).isFalse();
        subscriber.offer(alarm("one too many"));
        assertThat(closed).isTrue();
    }

    @Test
    void theSenderIsToldOnceTheMessageHasLeft() {
        List<String> left = new ArrayList<>();
        subscriber.offer(new LiveMessage(Optional.empty(), "alarm", () -> left.add("alarm")));
        assertThat(left).isEmpty();
        drain();
        assertThat(left).containsExactly("alarm");
    }

    @Test
    void nothingIsSentAfterTheConnectionClosed() {
        subscriber.offer(alarm("under way"));
        subscriber.offer(alarm("waiting"));
        subscriber.close();
        drain();
        subscriber.offer(alarm("later"));
        assertThat(sent).containsExactly("under way");
    }

    private void drain() {
        while (!underWay.isEmpty()) {
            underWay.removeFirst().complete(null);
        }
    }

    private static LiveMessage value(String key, String text) {
        return new LiveMessage(Optional.of(key), text, () -> {});
    }

    private static LiveMessage alarm(String text) {
        return new LiveMessage(Optional.empty(), text, () -> {});
    }
}
