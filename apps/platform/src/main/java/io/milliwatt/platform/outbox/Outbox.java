package io.milliwatt.platform.outbox;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The table of messages waiting to be sent. */
public final class Outbox {

    private static final int MOST_AT_ONCE = 500;
    private static final long SEND_SECONDS = 15;

    private final Jdbi jdbi;
    private final Clock clock;

    public Outbox(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Something to be sent: to a Kafka topic under a key. */
    public record Message(String topic, String key, byte[] value) {}

    /** Takes a message over to Kafka; the future ends well once Kafka has acknowledged it. */
    @FunctionalInterface
    public interface Sender {
        Future<?> send(Message message);
    }

    /** Adds messages in the caller's transaction. */
    public void add(Handle handle, List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch(
                "INSERT INTO outbox (topic, key, value, created_at) VALUES (:topic, :key, :value, :now)");
        messages.forEach(message -> batch.bind("topic", message.topic())
                .bind("key", message.key())
                .bind("value", message.value())
                .bind("now", clock.instant())
                .add());
        batch.execute();
    }

    /**
     * Sends what waits, oldest first, and removes what was acknowledged. Messages that another server is sending are left
     * to it.
     *
     * @return how many were sent
     * @throws UnsentException when a message was not acknowledged; it stays
     */
    public int send(Sender sender) {
        return jdbi.inTransaction(handle -> {
            List<Waiting> waiting = handle.createQuery("SELECT id, topic, key, value FROM outbox ORDER BY id LIMIT "
                            + MOST_AT_ONCE + " FOR UPDATE SKIP LOCKED")
                    .map((row, context) -> new Waiting(
                            row.getLong("id"),
                            new Message(row.getString("topic"), row.getString("key"), row.getBytes("value"))))
                    .list();
            if (waiting.isEmpty()) {
                return 0;
            }
            List<? extends Future<?>> sent =
                    waiting.stream().map(entry -> sender.send(entry.message())).toList();
            for (Future<?> acknowledgement : sent) {
                await(acknowledgement);
            }
            handle.createUpdate("DELETE FROM outbox WHERE id = ANY(:ids)")
                    .bind("ids", waiting.stream().mapToLong(Waiting::id).toArray())
                    .execute();
            return waiting.size();
        });
    }

    private static void await(Future<?> acknowledgement) {
        try {
            acknowledgement.get(SEND_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new UnsentException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new UnsentException(stopping);
        }
    }

    private record Waiting(long id, Message message) {}

    /** Kafka did not acknowledge a message; it is sent again later. */
    public static final class UnsentException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnsentException(Exception cause) {
            super("Kafka did not acknowledge a message of the outbox; it is sent again.", cause);
        }
    }
}
