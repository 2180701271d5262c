package io.milliwatt.irrigation.adapter;

import io.milliwatt.telemetry.command.NodeCommand;
import io.milliwatt.telemetry.encoding.FrameException;
import io.milliwatt.telemetry.encoding.NodeCommandCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What lies in the outbox for nodes, as the gateway would read it. */
@ApplicationScoped
class Sent {

    private final Jdbi jdbi;

    Sent(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Commands of a kind to a node, in the order in which they were written. */
    <T extends NodeCommand> List<T> to(long node, Class<T> kind) {
        List<byte[]> values = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT value FROM outbox WHERE key = :node AND topic = 'commands.irrigation' ORDER BY id")
                .bind("node", Long.toString(node))
                .mapTo(byte[].class)
                .list());
        List<T> commands = new ArrayList<>();
        for (byte[] value : values) {
            try {
                NodeCommand command = new NodeCommandCodec().decode(value);
                if (kind.isInstance(command)) {
                    commands.add(kind.cast(command));
                }
            } catch (FrameException broken) {
                throw new AssertionError(broken);
            }
        }
        return commands;
    }
}
