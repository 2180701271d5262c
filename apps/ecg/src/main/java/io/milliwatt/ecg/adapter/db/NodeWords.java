package io.milliwatt.ecg.adapter.db;

import io.milliwatt.ecg.alarm.Settings;
import io.milliwatt.platform.outbox.Outbox;
import io.milliwatt.platform.outbox.OutboxSender;
import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.PatientTold;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.command.HeartCommand.TellPatient;
import io.milliwatt.telemetry.encoding.NodeCommandCodec;
import io.milliwatt.telemetry.transport.KafkaTopics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Tells nodes whose heart they watch, by way of the outbox and the gateway, in the transaction that decides on it; and remembers what
 * each node confirmed last. A node that does not confirm is told again with each of its statuses, so once a minute at most.
 */
@ApplicationScoped
public class NodeWords {

    private static final NodeCommandCodec CODEC = new NodeCommandCodec();

    /** The numbers of stays start anew after so many; a ward does not live to see it. */
    private static final long STAYS = 0xFFFF_FFFFL;

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final OutboxSender sender;
    private final Clock clock;

    NodeWords(Jdbi jdbi, Outbox outbox, OutboxSender sender, Clock clock) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.sender = sender;
        this.clock = clock;
    }

    /** What the nodes of a stay are to know. */
    public static PatientTold due(Stay stay) {
        return due(stay.admission().id(), stay.settings());
    }

    private static PatientTold due(long admission, Settings settings) {
        return new PatientTold((admission - 1) % STAYS + 1, settings.hasPacemaker());
    }

    /** Tells nodes; call {@link #committed} afterwards. */
    void tell(Handle handle, long admission, Settings settings, Collection<Long> nodes) {
        outbox.add(
                handle,
                nodes.stream()
                        .map(node -> new Outbox.Message(
                                KafkaTopics.commands(Domain.ECG),
                                Long.toString(node),
                                CODEC.encode(new TellPatient(node, due(admission, settings)))))
                        .toList());
    }

    /** Call it once the transaction is committed. */
    public void committed() {
        sender.wake();
    }

    /**
     * Takes what a status confirms, unless a newer one was there, and tells the node again where that is not what holds.
     *
     * @param stay the open one that the node is on
     * @return whether the node was told again, so that {@link #committed} is to be called
     */
    public boolean confirmed(Handle handle, FrameIdentity frame, Status status, Optional<Stay> stay) {
        int newest = handle.createUpdate("INSERT INTO patient_told (node, boot, sequence, stay, has_pacemaker, at)"
                        + " VALUES (:node, :boot, :sequence, :stay, :pacemaker, :at)"
                        + " ON CONFLICT (node) DO UPDATE SET boot = :boot, sequence = :sequence, stay = :stay,"
                        + " has_pacemaker = :pacemaker, at = :at"
                        + " WHERE (patient_told.boot, patient_told.sequence) < (:boot, :sequence)")
                .bind("node", frame.node())
                .bind("boot", frame.boot())
                .bind("sequence", frame.sequence())
                .bind("stay", status.patient().map(PatientTold::stay).orElse(null))
                .bind(
                        "pacemaker",
                        status.patient().map(PatientTold::hasPacemaker).orElse(null))
                .bind("at", clock.instant())
                .execute();
        if (newest == 0 || stay.isEmpty() || status.patient().equals(stay.map(NodeWords::due))) {
            return false;
        }
        tell(handle, stay.get().admission().id(), stay.get().settings(), List.of(frame.node()));
        return true;
    }

    /** What these nodes confirmed last; those that confirmed nothing are left out. */
    public Map<Long, PatientTold> of(Collection<Long> nodes) {
        Map<Long, PatientTold> told = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT node, stay, has_pacemaker FROM patient_told WHERE node = ANY(:nodes) AND stay IS NOT NULL")
                .bind("nodes", nodes.stream().mapToLong(Long::longValue).toArray())
                .map((row, context) -> Map.entry(
                        row.getLong("node"), new PatientTold(row.getLong("stay"), row.getBoolean("has_pacemaker"))))
                .forEach(entry -> told.put(entry.getKey(), entry.getValue())));
        return told;
    }
}
