package io.milliwatt.gateway.adapter.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.gateway.node.NodeExamples;
import io.milliwatt.gateway.reception.ReceivedFrame;
import io.milliwatt.gateway.reception.Refusal;
import io.milliwatt.gateway.reception.RefusedFrame;
import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.Status;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Topics, keys and headers as the table in frame.md has them. */
class FrameRecordsTest {
    private static final Instant RECEIVED_AT = Instant.ofEpochMilli(1_793_000_000_123L);

    private final EnrolledNode node = NodeExamples.node(4711);
    private final byte[] bytes = {1, 2, 3};

    @Test
    void aFrameGoesToItsDomainsTopicUnderItsNode() {
        Frame frame = Frame.of(new FrameIdentity(4711, 1, 2), Instant.EPOCH, Status.of(Domain.VIBRATION, 1));
        var record = FrameRecords.telemetry(new ReceivedFrame(frame, node, bytes, RECEIVED_AT));
        assertThat(record.topic()).isEqualTo("telemetry.vibration");
        assertThat(new String(record.key(), UTF_8)).isEqualTo("4711");
        assertThat(record.value()).isSameAs(bytes);
        assertThat(headers(record))
                .isEqualTo(Map.of(
                        "mw-node", "4711",
                        "mw-domain", "vibration",
                        "mw-received-at", "1793000000123",
                        "mw-contract", "1.0"));
    }

    @Test
    void aDeadLetterTellsItsReason() {
        var record = FrameRecords.deadLetter(new RefusedFrame(node, new Refusal.UnknownNode(99), bytes, RECEIVED_AT));
        assertThat(record.topic()).isEqualTo("telemetry.dead-letter");
        assertThat(record.value()).isSameAs(bytes);
        assertThat(headers(record)).containsEntry("mw-reason", "unknown-node").containsEntry("mw-node", "4711");
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> record) {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .collect(Collectors.toMap(header -> header.key(), header -> new String(header.value(), UTF_8)));
    }
}
