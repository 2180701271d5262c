package io.milliwatt.irrigation.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.irrigation.supply.Valve;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random days of wishes, faults, stops, restarts and a channel that loses, repeats, delays and reorders: no sequence leaves a valve open beyond its limit,
 * as long as either the node's own timers or the way to the node work.
 */
class SafetyPropertiesTest {
    private static final Instant START = Instant.parse("2026-10-24T18:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final int STEPS = 8000;
    private static final Duration MAXIMUM = Duration.ofMinutes(20);
    private static final Duration LINK_TIMEOUT = Duration.ofMinutes(15);
    private static final List<Valve> VALVES = List.of(
            valve("v1", Optional.of("z1"), 1, 0),
            valve("v2", Optional.of("z2"), 1, 1),
            valve("v3", Optional.of("z3"), 2, 0),
            new Valve("m", "s", Optional.empty(), "M", 2, 3, Duration.ofMinutes(90), OptionalDouble.empty()));
    private static final SafetyLimits LIMITS = new SafetyLimits(
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(90),
            Duration.ofSeconds(30),
            4,
            Duration.ofHours(3),
            Duration.ofHours(24));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theNodesTimersAloneAreEnough(long seed) {
        // Most of what is sent is lost in some hours; the server is away for whole stretches.
        assertThat(run(new World(seed, 0.5, true, true))).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32})
    void theServersWatchAloneIsEnough(long seed) {
        assertThat(run(new World(seed, 0.2, false, false))).isGreaterThan(10);
    }

    /** @return how often a valve opened, so that a world in which nothing happens does not pass */
    private static int run(World world) {
        for (int i = 0; i < STEPS; i++) {
            world.step();
            world.check();
        }
        return world.nodes.stream().mapToInt(ModelNode::openings).sum();
    }

    private static Valve valve(String id, Optional<String> zone, long node, int output) {
        return new Valve(id, "s", zone, id, node, output, MAXIMUM, OptionalDouble.empty());
    }

    /** Server, channel and nodes. */
    private static final class World {
        private final Random random;
        /** In calm worlds hardly anybody and nothing interferes, so that runs come to their end. */
        private final boolean calm;

        private final double loss;
        private final boolean timersWork;
        private final boolean serverFails;
        private final ValveSupervisor supervisor = new ValveSupervisor(VALVES, LIMITS);
        private final List<ModelNode> nodes = new ArrayList<>();
        private final List<Letter> post = new ArrayList<>();
        private SafetyState state = SafetyState.BLANK;
        private Instant now = START;
        private Instant serverAwayUntil = START;

        /** Something on its way, to the server or to the nodes. */
        private record Letter(Instant arrives, Optional<SafetyEvent> event, Optional<Order> order) {}

        World(long seed, double loss, boolean timersWork, boolean serverFails) {
            random = new Random(seed);
            calm = seed % 2 == 0;
            this.loss = loss;
            this.timersWork = timersWork;
            this.serverFails = serverFails;
            nodes.add(new ModelNode(1, VALVES, LINK_TIMEOUT, timersWork, START));
            nodes.add(new ModelNode(2, VALVES, LINK_TIMEOUT, timersWork, START));
        }

        void step() {
            now = now.plus(STEP);
            deliver();
            for (ModelNode node : nodes) {
                node.pass(now);
                if (random.nextInt(calm ? 20_000 : 2000) == 0) {
                    node.reboot(now);
                }
                node.takeReports().forEach(event -> post(Optional.of(event), Optional.empty()));
            }
            if (serverFails && random.nextInt(1500) == 0) {
                serverAwayUntil = now.plusSeconds(random.nextInt(4000));
            }
            if (!now.isBefore(serverAwayUntil)) {
                wishes();
                if (random.nextInt(3) > 0) {
                    serve(new SafetyEvent.Tick(now));
                }
            }
        }

        private void wishes() {
            Valve valve = VALVES.get(random.nextInt(VALVES.size()));
            switch (random.nextInt(60)) {
                case 0, 1, 2 ->
                    serve(new SafetyEvent.OpenWanted(
                            now,
                            valve.id(),
                            "r" + random.nextInt(1000),
                            Duration.ofSeconds(60 + random.nextInt(6000)),
                            grounds(),
                            List.of()));
                case 3 -> occasionally(1, new SafetyEvent.CloseWanted(now, valve.id(), "ana", "enough"));
                case 4 -> occasionally(30, new SafetyEvent.StopPressed(now, "ana", "burst pipe"));
                case 5 -> serve(new SafetyEvent.StopReleased(now, "ben", "mended"));
                case 6 -> occasionally(5, new SafetyEvent.Leak(now, valve.node(), true, 12));
                case 7 -> serve(new SafetyEvent.FaultCleared(now, valve.id(), "ben", "looked"));
                case 8 -> occasionally(5, new SafetyEvent.Blocked(now, valve.id(), Duration.ofMinutes(2)));
                case 9 -> occasionally(5, new SafetyEvent.DataDoubted(now, "z1", random.nextBoolean()));
                default -> {}
            }
        }

        private Grounds grounds() {
            Instant dataAt = now.minusSeconds(random.nextInt(4 * 3600));
            return switch (random.nextInt(3)) {
                case 0 -> new Grounds.Automatic(dataAt, random.nextInt(4) == 0);
                case 1 -> new Grounds.Accepted("ana", dataAt, random.nextInt(4) == 0);
                default -> new Grounds.ByHand("ana");
            };
        }

        private void occasionally(int oneIn, SafetyEvent event) {
            if (random.nextInt(calm ? 20 * oneIn : oneIn) == 0) {
                serve(event);
            }
        }

        private void serve(SafetyEvent event) {
            SafetyState before = state;
            Step step = supervisor.step(state, event);
            state = step.state();
            step.orders().forEach(order -> {
                if (order instanceof Order.Open open) {
                    checkOrder(before, event, open);
                }
                post(Optional.empty(), Optional.of(order));
            });
        }

        private void checkOrder(SafetyState before, SafetyEvent event, Order.Open open) {
            assertThat(before.stop()).isEmpty();
            assertThat(before.leaks()).isEmpty();
            assertThat(before.valve(open.valveId(), now).phase()).isEqualTo(ValveWatch.Phase.CLOSED);
            Valve valve = VALVES.stream()
                    .filter(candidate -> candidate.id().equals(open.valveId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(open.open()).isLessThanOrEqualTo(valve.maximumOpen());
            if (event instanceof SafetyEvent.OpenWanted wanted && wanted.grounds() instanceof Grounds.Automatic data) {
                assertThat(data.flagged()).isFalse();
                assertThat(Duration.between(data.dataAt(), now)).isLessThanOrEqualTo(LIMITS.automaticDataAge());
            }
        }

        private void post(Optional<SafetyEvent> event, Optional<Order> order) {
            int copies = random.nextInt(20) == 0 ? 2 : 1;
            for (int i = 0; i < copies; i++) {
                if (random.nextDouble() >= loss) {
                    long delay = random.nextInt(10) == 0 ? random.nextInt(90) : random.nextInt(8);
                    post.add(new Letter(now.plusSeconds(delay), event, order));
                }
            }
        }

        private void deliver() {
            List<Letter> due = new ArrayList<>();
            for (Iterator<Letter> letters = post.iterator(); letters.hasNext(); ) {
                Letter letter = letters.next();
                if (!letter.arrives().isAfter(now)) {
                    letters.remove();
                    due.add(letter);
                }
            }
            for (Letter letter : due) {
                letter.order()
                        .ifPresent(order -> nodes.stream()
                                .filter(node -> node.concerns(order))
                                .forEach(node -> node.receive(order, now)));
                letter.event()
                        .filter(event -> !now.isBefore(serverAwayUntil))
                        .ifPresent(event -> serve(at(event, now)));
            }
        }

        /** The server stamps what it hears with its own clock. */
        private static SafetyEvent at(SafetyEvent event, Instant time) {
            return switch (event) {
                case SafetyEvent.Reported told ->
                    new SafetyEvent.Reported(time, told.valveId(), told.open(), told.cause());
                case SafetyEvent.Heard heard -> new SafetyEvent.Heard(time, heard.node());
                default -> event;
            };
        }

        void check() {
            for (ModelNode node : nodes) {
                node.openSince().forEach((id, since) -> {
                    Duration limit = VALVES.stream()
                            .filter(valve -> valve.id().equals(id))
                            .findFirst()
                            .orElseThrow()
                            .maximumOpen();
                    // Without its own timers a node is closed by the server, which needs a few tries over a bad
                    // channel.
                    Duration grace = timersWork ? STEP : Duration.ofMinutes(15);
                    assertThat(Duration.between(since, now))
                            .as("%s open since %s at %s", id, since, now)
                            .isLessThanOrEqualTo(limit.plus(grace));
                });
            }
        }
    }
}
