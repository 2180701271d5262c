package io.milliwatt.workbench.demo;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import io.milliwatt.firmware.NativeIrrigation;
import io.milliwatt.firmware.NativeNode;
import io.milliwatt.firmware.NodeConfiguration;
import io.milliwatt.firmware.Reception;
import io.milliwatt.firmware.SoilMoment;
import io.milliwatt.firmware.SoilProbes;
import io.milliwatt.firmware.ValveOutputs;
import io.milliwatt.models.ReleasedModels;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.transport.MqttTopics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A soil node at the gateway's door: the firmware with the released model, which feels what a test tells it. */
final class RadioedSoilNode implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;
    private static final int ROOT_MILLIMETRES = 700;
    private static final long BOOT = 1;

    private final long number;
    private final NativeNode node;
    private final NativeIrrigation irrigation;
    private final Mqtt3AsyncClient client;
    private final Queue<byte[]> downlinks = new ConcurrentLinkedQueue<>();
    private final Map<FrameIdentity, byte[]> sent = new LinkedHashMap<>();
    private final List<Reception> receptions = new ArrayList<>();
    private final long begin;

    /** @param awake since when the node lives, by its own clock, which must not run backwards */
    RadioedSoilNode(NodeCredentials.Account account, int mqttPort, List<Integer> depthsMillimetres, Instant awake)
            throws Exception {
        number = account.nodeId();
        begin = awake.toEpochMilli();
        byte[] key = Base64.getDecoder().decode(account.key());
        byte[] bundle = ReleasedModels.newest("soil").orElseThrow().bundle();
        node = new NativeNode(NodeConfiguration.soil(number, BOOT, key), bundle);
        SoilProbes probes = new SoilProbes(
                depthsMillimetres.stream().map(SoilProbes.Depth::of).toList(), -3_302, -180, ROOT_MILLIMETRES);
        irrigation = node.irrigate(probes, ValveOutputs.NONE, true);
        client = MqttClient.builder()
                .useMqttVersion3()
                .identifier(Long.toString(number))
                .serverHost("127.0.0.1")
                .serverPort(mqttPort)
                .simpleAuth()
                .username(Long.toString(number))
                .password(account.password().getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, publish -> downlinks.add(publish.getPayloadAsBytes()));
        client.connect().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        client.subscribeWith()
                .topicFilter(MqttTopics.down(number))
                .qos(MqttQos.AT_LEAST_ONCE)
                .send()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Feels this, tells what is to be told, and returns when the gateway has acknowledged it; a second takes one reading. */
    void feel(Instant at, short[] waterHundredths, short[] soilHundredths, int airHundredths, int rainTenths)
            throws Exception {
        long now = at.toEpochMilli();
        irrigation.water(now - begin, 0, now);
        irrigation.soil(
                new SoilMoment(now / 1_000, waterHundredths, soilHundredths, (short) airHundredths, rainTenths, 3_100));
        send(now);
    }

    /** Takes what the gateway has sent meanwhile. */
    void listen() throws Exception {
        long now = System.currentTimeMillis();
        irrigation.water(now - begin, 0, now);
        for (byte[] frame = downlinks.poll(); frame != null; frame = downlinks.poll()) {
            receptions.add(node.receive(frame, now));
        }
        send(now);
    }

    private void send(long now) throws Exception {
        for (Optional<byte[]> next = node.nextFrame(now); next.isPresent(); next = node.nextFrame(now)) {
            var counters = node.identityOfFrame();
            client.publishWith()
                    .topic(MqttTopics.up(number))
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(next.get())
                    .send()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            sent.put(new FrameIdentity(number, counters.boot(), counters.sequence()), next.get());
            node.delivered(counters.boot(), counters.sequence());
        }
    }

    /** What the gateway has acknowledged, in the order of its sending. */
    Map<FrameIdentity, byte[]> sent() {
        return sent;
    }

    /** What became of the gateway's frames. */
    List<Reception> receptions() {
        return receptions;
    }

    @Override
    public void close() {
        client.disconnect().join();
        node.close();
    }
}
