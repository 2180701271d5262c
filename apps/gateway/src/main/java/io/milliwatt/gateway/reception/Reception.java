package io.milliwatt.gateway.reception;

import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.gateway.reception.NodeMemory.Admission;
import io.milliwatt.telemetry.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes frames in: checks, memory, Kafka, and the urgent path for events. Never blocks. */
public final class Reception {
    private final FrameChecks checks;
    private final SequenceMemory memory;
    private final FrameForwarder forwarder;
    private final UrgentPath urgentPath;
    private final FrameListener listener;
    private final ReceptionRecord record;
    private final Clock clock;

    public Reception(
            FrameChecks checks,
            SequenceMemory memory,
            FrameForwarder forwarder,
            UrgentPath urgentPath,
            FrameListener listener,
            ReceptionRecord record,
            Clock clock) {
        this.checks = checks;
        this.memory = memory;
        this.forwarder = forwarder;
        this.urgentPath = urgentPath;
        this.listener = listener;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Takes one frame in.
     *
     * @return completes when the frame may be acknowledged to the node: Kafka has it, as telemetry or as a dead letter, or
     *     had it before. Fails when the node has to send it again.
     */
    public CompletionStage<Outcome> receive(EnrolledNode connectedNode, byte[] bytes) {
        Instant receivedAt = clock.instant();
        record.received();
        return switch (checks.judge(connectedNode.number(), bytes)) {
            case Verdict.Refused(Refusal refusal) ->
                refuse(new RefusedFrame(connectedNode, refusal, bytes, receivedAt));
            case Verdict.Genuine(var frame, var node, var whole) ->
                admit(new ReceivedFrame(frame, node, whole, receivedAt));
        };
    }

    private CompletionStage<Outcome> admit(ReceivedFrame received) {
        NodeMemory node = memory.of(received.frame().node());
        return switch (node.admit(received.frame().boot(), received.frame().sequence())) {
            case Admission.New(var arrival) -> {
                forward(received, node);
                yield arrival.thenApply(nothing -> Outcome.FORWARDED);
            }
            case Admission.OnItsWay(var arrival) -> {
                repeat(received);
                yield arrival.thenApply(nothing -> Outcome.REPEATED);
            }
            case Admission.Seen() -> {
                repeat(received);
                yield CompletableFuture.completedFuture(Outcome.REPEATED);
            }
            case Admission.TooOld() ->
                refuse(new RefusedFrame(
                        received.node(),
                        new Refusal.Replay(received.frame().identity()),
                        received.bytes(),
                        received.receivedAt()));
        };
    }

    private void forward(ReceivedFrame received, NodeMemory node) {
        deliverIfUrgent(received);
        listener.heard(received);
        forwarder.forward(received).whenComplete((nothing, failure) -> {
            if (failure == null) {
                record.forwarded(received, Duration.between(received.receivedAt(), clock.instant()));
            } else {
                record.failed(received);
            }
            node.settle(received.frame().boot(), received.frame().sequence(), Optional.ofNullable(failure));
        });
    }

    /** A node repeats an event while it lacks the end-to-end acknowledgement, so the app is asked again. */
    private void repeat(ReceivedFrame received) {
        record.repeated(received);
        deliverIfUrgent(received);
    }

    private void deliverIfUrgent(ReceivedFrame received) {
        if (received.frame().body() instanceof Event) {
            urgentPath.deliver(received);
        }
    }

    private CompletionStage<Outcome> refuse(RefusedFrame refused) {
        record.refused(refused);
        return forwarder.deadLetter(refused).thenApply(nothing -> Outcome.REFUSED);
    }
}
