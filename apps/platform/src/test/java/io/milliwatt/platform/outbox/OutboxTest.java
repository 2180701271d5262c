package io.milliwatt.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.platform.storage.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What was decided is sent at least once, and nothing that was rolled back is sent at all. */
class OutboxTest {

    private final Jdbi jdbi = TestDatabase.fresh();
    private final Outbox outbox = new Outbox(jdbi, Clock.systemUTC());
    private final List<String> sent = new ArrayList<>();

    @Test
    void messagesAreSentInOrderAndThenGone() {
        jdbi.useTransaction(handle -> outbox.add(handle, List.of(message("a"), message("b"))));
        assertThat(outbox.send(this::accept)).isEqualTo(2);
        assertThat(outbox.send(this::accept)).isZero();
        assertThat(sent).containsExactly("a", "b");
    }

    @Test
    void aMessageThatKafkaDidNotAcknowledgeIsSentAgain() {
        jdbi.useTransaction(handle -> outbox.add(handle, List.of(message("a"))));
        assertThatThrownBy(
                        () -> outbox.send(message -> CompletableFuture.failedFuture(new IllegalStateException("gone"))))
                .isInstanceOf(Outbox.UnsentException.class);
        assertThat(outbox.send(this::accept)).isEqualTo(1);
    }

    @Test
    void aRolledBackTransactionSendsNothing() {
        jdbi.useTransaction(handle -> {
            outbox.add(handle, List.of(message("a")));
            handle.rollback();
        });
        assertThat(outbox.send(this::accept)).isZero();
    }

    private CompletableFuture<Void> accept(Outbox.Message message) {
        sent.add(message.key());
        return CompletableFuture.completedFuture(null);
    }

    private static Outbox.Message message(String key) {
        return new Outbox.Message("commands.vibration", key, new byte[] {1});
    }
}
