package io.milliwatt.gateway.adapter.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.gateway.reception.ReceivedFrame;
import io.milliwatt.gateway.reception.RefusedFrame;
import io.milliwatt.telemetry.transport.FrameHeaders;
import io.milliwatt.telemetry.transport.KafkaTopics;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Frames as Kafka records, after the contract's table: the node's own bytes, all else in headers. */
final class FrameRecords {
    private FrameRecords() {}

    static ProducerRecord<byte[], byte[]> telemetry(ReceivedFrame received) {
        String topic = KafkaTopics.telemetry(received.node().domain());
        return record(topic, received.node(), received.bytes(), received.receivedAt());
    }

    static ProducerRecord<byte[], byte[]> deadLetter(RefusedFrame refused) {
        ProducerRecord<byte[], byte[]> record =
                record(KafkaTopics.DEAD_LETTER, refused.handedInBy(), refused.bytes(), refused.receivedAt());
        record.headers().add(FrameHeaders.REASON, refused.refusal().reason().getBytes(UTF_8));
        return record;
    }

    private static ProducerRecord<byte[], byte[]> record(
            String topic, EnrolledNode node, byte[] bytes, Instant receivedAt) {
        byte[] key = Long.toString(node.number()).getBytes(UTF_8);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, bytes);
        FrameHeaders.of(node.number(), node.domain(), receivedAt)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }
}
