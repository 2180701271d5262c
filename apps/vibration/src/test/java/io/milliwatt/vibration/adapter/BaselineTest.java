package io.milliwatt.vibration.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.telemetry.command.NodeCommand;
import io.milliwatt.telemetry.command.NodeCommand.Lesson;
import io.milliwatt.telemetry.command.NodeCommand.TeachBaseline;
import io.milliwatt.telemetry.encoding.FrameException;
import io.milliwatt.telemetry.encoding.NodeCommandCodec;
import io.milliwatt.testkit.Door;
import io.milliwatt.testkit.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A technician tells a node to learn its machine anew, or to keep what it has learnt; there is no Kafka here to take it away. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class BaselineTest {

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void awaitSchema() {
        Door.awaitReady();
    }

    private List<NodeCommand> commandsTo(long node) throws FrameException {
        List<byte[]> values = jdbi.withHandle(
                handle -> handle.createQuery("SELECT value FROM outbox WHERE topic = :topic AND key = :key ORDER BY id")
                        .bind("topic", "commands.vibration")
                        .bind("key", Long.toString(node))
                        .mapTo(byte[].class)
                        .list());
        List<NodeCommand> commands = new ArrayList<>();
        for (byte[] value : values) {
            commands.add(new NodeCommandCodec().decode(value));
        }
        return commands;
    }

    private static int post(String session, String path) {
        return Door.with(session)
                .contentType("application/json")
                .body("{}")
                .post("/api/machines/" + path)
                .statusCode();
    }

    @Test
    void aTechniciansWishGoesToTheMachinesNode() throws FrameException {
        String session = Door.session("technician", "wrench");
        TestMachine.put(session, "fan-131", 131);
        assertThat(post(session, "fan-131/baseline/learn-anew")).isEqualTo(202);
        assertThat(post(session, "fan-131/baseline/freeze")).isEqualTo(202);
        assertThat(commandsTo(131))
                .containsExactly(new TeachBaseline(131, Lesson.LEARN_ANEW), new TeachBaseline(131, Lesson.FREEZE));
    }

    @Test
    void aViewerMayNotAndAnUnknownMachineHasNoBaseline() throws FrameException {
        String technician = Door.session("technician", "wrench");
        TestMachine.put(technician, "fan-132", 132);
        String viewer = Door.session("viewer", "glass");
        assertThat(post(viewer, "fan-132/baseline/learn-anew")).isEqualTo(403);
        assertThat(post(viewer, "fan-132/baseline/freeze")).isEqualTo(403);
        assertThat(post(technician, "nowhere/baseline/freeze")).isEqualTo(404);
        assertThat(commandsTo(132)).isEmpty();
    }
}
