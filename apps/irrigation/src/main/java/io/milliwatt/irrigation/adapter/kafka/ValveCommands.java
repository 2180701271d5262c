package io.milliwatt.irrigation.adapter.kafka;

import io.milliwatt.irrigation.adapter.db.RunTable;
import io.milliwatt.irrigation.supply.Valve;
import io.milliwatt.platform.outbox.Outbox;
import io.milliwatt.platform.outbox.OutboxSender;
import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.command.IrrigationCommand;
import io.milliwatt.telemetry.command.NodeCommand;
import io.milliwatt.telemetry.encoding.NodeCommandCodec;
import io.milliwatt.telemetry.transport.KafkaTopics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Commands to valves, by way of the outbox and the gateway: written in the transaction that decides on them. */
@ApplicationScoped
public class ValveCommands {

    private static final NodeCommandCodec CODEC = new NodeCommandCodec();

    private final Outbox outbox;
    private final OutboxSender sender;
    private final RunTable runs;

    ValveCommands(Outbox outbox, OutboxSender sender, RunTable runs) {
        this.outbox = outbox;
        this.sender = sender;
        this.runs = runs;
    }

    /** Opens a valve unless the node hears of it only after {@code latestStart}; returns the command's number. */
    public long open(Handle handle, Valve valve, Duration time, Instant latestStart) {
        long sequence = runs.nextCommand(handle, valve.node());
        add(
                handle,
                new IrrigationCommand.OpenValve(
                        valve.node(), sequence, valve.output() + 1, time.toSeconds(), latestStart));
        return sequence;
    }

    public void close(Handle handle, Valve valve) {
        add(
                handle,
                new IrrigationCommand.CloseValve(
                        valve.node(), runs.nextCommand(handle, valve.node()), valve.output() + 1));
    }

    public void stopAll(Handle handle, long node) {
        add(handle, new IrrigationCommand.StopAllValves(node, runs.nextCommand(handle, node)));
    }

    public void liftStop(Handle handle, long node) {
        add(handle, new IrrigationCommand.LiftStop(node, runs.nextCommand(handle, node)));
    }

    /** Any command that needs no number, such as lines or expected rain. */
    public void add(Handle handle, NodeCommand command) {
        outbox.add(
                handle,
                List.of(new Outbox.Message(
                        KafkaTopics.commands(Domain.IRRIGATION),
                        Long.toString(command.node()),
                        CODEC.encode(command))));
    }

    /** Call it once the transaction is committed. */
    public void committed() {
        sender.wake();
    }
}
