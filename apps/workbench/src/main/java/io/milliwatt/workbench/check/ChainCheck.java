package io.milliwatt.workbench.check;

import io.milliwatt.workbench.check.LiveProbe.ShownAlarm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Follows frames through the chain until the expected alarm is there, or a leg turns out to be broken. */
public final class ChainCheck {
    private static final Duration FIRST_FRAME_PATIENCE = Duration.ofSeconds(30);
    private static final Duration ALARM_PATIENCE = Duration.ofSeconds(75);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Watched for this long after the alarm, the other machines must stay quiet. */
    private static final Duration QUIET_WATCH = Duration.ofSeconds(5);

    private final KafkaProbe kafka;
    private final FrameLedger ledger;
    private final LiveProbe live;
    private final CheckedFleet fleet;
    private final Instant begun = Instant.now();

    public ChainCheck(KafkaProbe kafka, FrameLedger ledger, LiveProbe live, CheckedFleet fleet) {
        this.kafka = kafka;
        this.ledger = ledger;
        this.live = live;
        this.fleet = fleet;
    }

    /** The first leg that does not work, if any. */
    Optional<Leg> brokenLeg() throws InterruptedException {
        if (!await(FIRST_FRAME_PATIENCE, () -> kafka.frames() > 0)) {
            return Optional.of(fleet.gatewayHasHeardANode() ? Leg.GATEWAY_TO_KAFKA : Leg.NODE_TO_GATEWAY);
        }
        if (!await(FIRST_FRAME_PATIENCE, () -> ledger.count(begun) > 0)) {
            return Optional.of(Leg.KAFKA_TO_DATABASE);
        }
        if (!await(FIRST_FRAME_PATIENCE, () -> live.points() > 0)) {
            return Optional.of(Leg.DATABASE_TO_CONSOLE);
        }
        if (!await(ALARM_PATIENCE, () -> expectedAlarm().isPresent())) {
            return Optional.of(Leg.TOTAL);
        }
        Thread.sleep(QUIET_WATCH);
        return Optional.empty();
    }

    /** The alarm of the machine whose damage develops. */
    Optional<ShownAlarm> expectedAlarm() {
        return live.alarms().stream()
                .filter(ShownAlarm::isActive)
                .filter(alarm -> alarm.machineId().equals(fleet.watchedMachine()))
                .findFirst();
    }

    List<String> otherMachinesInAlarm() {
        return live.alarms().stream()
                .filter(ShownAlarm::isActive)
                .map(ShownAlarm::machineId)
                .filter(machine -> !machine.equals(fleet.watchedMachine()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Of all features frames that came through while the check was looking. */
    Map<Leg, List<Double>> featureLegs() {
        Map<Leg, List<Double>> millis = new EnumMap<>(Leg.class);
        frames(StoredFrame.FEATURES)
                .flatMap(frame ->
                        journey(
                                frame,
                                live.shownAt(fleet.machineOf(frame.identity().node()), frame.builtAt()))
                                .stream())
                .forEach(journey -> Stream.of(Leg.values())
                        .forEach(leg -> millis.computeIfAbsent(leg, key -> new ArrayList<>())
                                .add(journey.millis(leg))));
        return millis;
    }

    /** Of the event that raised the expected alarm. */
    Optional<FrameJourney> eventJourney() {
        Optional<Instant> shownAt = expectedAlarm().map(ShownAlarm::shownAt);
        return frames(StoredFrame.EVENT)
                .filter(frame -> fleet.machineOf(frame.identity().node()).equals(fleet.watchedMachine()))
                .findFirst()
                .flatMap(frame -> journey(frame, shownAt));
    }

    private Stream<StoredFrame> frames(long kind) {
        return ledger.since(begun).stream().filter(frame -> frame.kind() == kind);
    }

    private Optional<FrameJourney> journey(StoredFrame frame, Optional<Instant> shownAt) {
        return kafka.seenAt(frame.identity())
                .flatMap(inKafkaAt -> shownAt.map(shown ->
                        new FrameJourney(frame.builtAt(), frame.receivedAt(), inKafkaAt, frame.storedAt(), shown)));
    }

    private static boolean await(Duration patience, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }
}
