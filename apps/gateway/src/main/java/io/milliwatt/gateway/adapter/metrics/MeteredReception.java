package io.milliwatt.gateway.adapter.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.milliwatt.gateway.reception.NodeActivity;
import io.milliwatt.gateway.reception.ReceivedFrame;
import io.milliwatt.gateway.reception.ReceptionRecord;
import io.milliwatt.gateway.reception.RefusedFrame;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Counts frames for {@code /q/metrics} and for each node. */
@Singleton
public class MeteredReception implements ReceptionRecord {
    private static final Logger LOG = Logger.getLogger(MeteredReception.class);

    private final MeterRegistry meters;
    private final NodeActivity activity;
    private final Timer forwarded;
    private final Counter received;
    private final Counter repeated;
    private final Counter failed;
    private final Map<String, Counter> refused = new ConcurrentHashMap<>();

    MeteredReception(MeterRegistry meters, NodeActivity activity) {
        this.meters = meters;
        this.activity = activity;
        forwarded = Timer.builder("milliwatt.gateway.frames.forwarded")
                .description("Frames that Kafka has acknowledged, and how long that took from their arrival")
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(meters);
        received = meters.counter("milliwatt.gateway.frames.received");
        repeated = meters.counter("milliwatt.gateway.frames.repeated");
        failed = meters.counter("milliwatt.gateway.frames.failed");
    }

    @Override
    public void received() {
        received.increment();
    }

    @Override
    public void forwarded(ReceivedFrame frame, Duration took) {
        forwarded.record(took);
        activity.forwarded(frame.node().number(), frame.receivedAt());
    }

    @Override
    public void repeated(ReceivedFrame frame) {
        repeated.increment();
        activity.repeated(frame.node().number(), frame.receivedAt());
    }

    @Override
    public void refused(RefusedFrame frame) {
        String reason = frame.refusal().reason();
        refused.computeIfAbsent(reason, name -> meters.counter("milliwatt.gateway.frames.refused", "reason", name))
                .increment();
        activity.refused(frame.handedInBy().number(), frame.receivedAt());
        LOG.debugf(
                "From node %d: %s", frame.handedInBy().number(), frame.refusal().sentence());
    }

    @Override
    public void failed(ReceivedFrame frame) {
        failed.increment();
    }
}
