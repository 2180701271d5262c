package io.milliwatt.platform.ingest;

import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.Features;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.milliwatt.telemetry.encoding.FrameCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records as a node and Kafka would make them. */
final class NumberedFrames {

    static final TopicPartitionKey PARTITION = new TopicPartitionKey("topic-id", "telemetry.vibration", 0);
    private static final FrameAuthenticator AUTHENTICATOR = new FrameAuthenticator(NodeKey.of(new byte[32]));

    private NumberedFrames() {}

    static byte[] features(long sequence, Instant at) {
        return frame(sequence, at, Features.withoutVerdict(1, 1, List.of(sequence, 2L, 3L), 0));
    }

    static byte[] event(long sequence, Instant at) {
        return frame(sequence, at, new Event(2, 200, Event.Urgency.HIGH, true, List.of()));
    }

    static byte[] frame(long sequence, Instant at, FrameBody body) {
        return new FrameCodec().encode(Frame.of(new FrameIdentity(9, 1, sequence), at, body), AUTHENTICATOR);
    }

    static TelemetryRecord record(byte[] bytes, Instant receivedAt, long offset) {
        return new TelemetryRecord(bytes, receivedAt, Optional.of(new TelemetryRecord.Position(PARTITION, offset)));
    }
}
