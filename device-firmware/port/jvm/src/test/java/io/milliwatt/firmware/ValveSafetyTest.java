package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.telemetry.Command;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.ValveState;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.milliwatt.telemetry.command.IrrigationCommand;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.encoding.FrameException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * No sequence of events leaves a valve open beyond its limit: commands of every kind in any order, repeats, a link that is lost, a clock
 * that is set, restarts with and without a snapshot, probes that fail, leaks, blocked pipes, and calls that come late.
 */
class ValveSafetyTest {

    private static final int RUNS = Boolean.getBoolean("milliwatt.all") ? 2_000 : 150;
    private static final int EVENTS = 400;
    private static final byte[] KEY = new byte[32];
    private static final byte[] BUNDLE = SoilBundles.drying().unsigned();

    @Test
    void noSequenceOfEventsLeavesAValveOpenBeyondItsLimit() throws FrameException {
        int opened = 0;
        int closed = 0;
        boolean[] causes = new boolean[ValveState.Cause.values().length];
        for (int seed = 0; seed < RUNS; seed++) {
            try (Field field = new Field(new Random(seed), "run " + seed)) {
                for (int event = 0; event < EVENTS; event++) {
                    field.event();
                }
                opened += field.opened;
                closed += field.closed;
                for (int cause = 0; cause < causes.length; cause++) {
                    causes[cause] |= field.causes[cause];
                }
            }
        }
        assertThat(opened).as("valves opened").isGreaterThan(RUNS * 2);
        assertThat(closed).as("valves closed").isGreaterThan(RUNS * 2);
        assertThat(causes).as("causes told").doesNotContain(false);
    }

    /** A node, its valves and all that can happen to them. Time goes in the node's uptime, which only a restart sets back. */
    private static final class Field implements AutoCloseable {
        private static final long LINK_SECONDS = 300;
        private static final long STALE_SECONDS = 1_800;
        private static final int FLAGGED = 1;

        private final FrameCodec codec = new FrameCodec();
        private final FrameAuthenticator signer = new FrameAuthenticator(NodeKey.of(KEY));
        private final Random random;
        private final String name;
        private final int[] maximum;
        private final long[] openSince;
        private final List<byte[]> sent = new ArrayList<>();
        private final boolean[] causes = new boolean[ValveState.Cause.values().length];
        private NativeNode node;
        private NativeIrrigation irrigation;
        private long boot = 1;
        private long uptime;
        private long clock = 1_793_000_000_000L;
        private long pulses;
        private long downlinks;
        private long sequence = 1;
        private long heard;
        private long read = Long.MIN_VALUE / 2;
        private long newest;
        private boolean stopped;
        private int opened;
        private int closed;

        Field(Random random, String name) {
            this.random = random;
            this.name = name;
            maximum = random.ints(random.nextInt(1, 5), 1, 4_000).toArray();
            openSince = new long[maximum.length];
            Arrays.fill(openSince, -1);
            start();
        }

        private void start() {
            node = new NativeNode(NodeConfiguration.soil(7, boot, KEY), BUNDLE);
            ValveOutputs outputs = new ValveOutputs(
                    Arrays.stream(maximum).boxed().toList(),
                    500,
                    (int) LINK_SECONDS,
                    (int) STALE_SECONDS,
                    90,
                    new ValveOutputs.Leak(20, 200, 5),
                    FLAGGED,
                    2_000);
            irrigation = node.irrigate(
                    new SoilProbes(List.of(SoilProbes.Depth.of(100), SoilProbes.Depth.of(300)), 3_000, 0, 400),
                    outputs,
                    false);
        }

        void event() throws FrameException {
            switch (random.nextInt(24)) {
                case 0, 1, 2, 3, 4 -> open();
                case 5 -> command(new IrrigationCommand.CloseValve(7, sequence++, valve()));
                case 6 -> stop();
                case 7, 8 -> lift();
                case 9 -> repeat();
                case 10, 11, 12, 13 -> reading();
                case 14 -> deliver();
                case 15 -> clock += random.nextLong(-40_000_000, 40_000_000);
                case 16 -> restart();
                case 17 -> pass(random.nextInt(1, 3_000));
                default -> passInSeconds(random.nextInt(1, 200), random.nextInt(3));
            }
            check();
        }

        private int valve() {
            return random.nextInt(1, maximum.length + 1);
        }

        private void open() throws FrameException {
            long seconds = random.nextInt(4) == 0 ? random.nextLong(1, 1L << 32) : random.nextLong(1, 600);
            Instant latest = Instant.ofEpochSecond(Math.max(0, clock / 1000 + random.nextInt(-30, 300)));
            command(
                    random.nextInt(10) == 0
                            ? new Command(
                                    Command.OPEN_VALVE,
                                    sequence++,
                                    List.of(random.nextLong(9), random.nextLong(2), 0xFFFF_FFFFL))
                            : new IrrigationCommand.OpenValve(7, sequence++, valve(), seconds, latest).body());
        }

        private void stop() throws FrameException {
            command(new IrrigationCommand.StopAllValves(7, random.nextLong(1, sequence + 1)));
            stopped = true;
            check();
        }

        /** A lift below the newest sequence is refused; then the stop still stands. */
        private void lift() throws FrameException {
            if (command(new IrrigationCommand.LiftStop(7, sequence++).body()) == Reception.ACCEPTED) {
                stopped = false;
            }
        }

        private Reception command(IrrigationCommand command) throws FrameException {
            return command(command.body());
        }

        private Reception command(FrameBody body) throws FrameException {
            Frame frame = Frame.of(new FrameIdentity(7, 1_000, downlinks++), Instant.ofEpochMilli(clock), body);
            byte[] bytes = codec.encode(frame, signer);
            sent.add(bytes);
            return receive(bytes);
        }

        /** An old frame comes again, as from somebody who recorded it: it opens nothing, and is no word of the server. */
        private void repeat() throws FrameException {
            if (!sent.isEmpty()) {
                int before = irrigation.openValves();
                assertThat(receive(sent.get(random.nextInt(sent.size()))))
                        .as(name)
                        .isEqualTo(Reception.SEEN_BEFORE);
                assertThat(irrigation.openValves() & ~before).as(name).isZero();
            }
        }

        private Reception receive(byte[] frame) throws FrameException {
            tick(0, 0);
            Reception reception = node.receive(frame, clock);
            if (reception != Reception.SEEN_BEFORE) {
                heard = uptime;
            }
            see();
            return reception;
        }

        private void reading() throws FrameException {
            tick(0, 0);
            int kind = random.nextInt(6);
            short water = kind == 0 ? SoilMoment.MISSING : (short) (kind == 1 ? 9_000 : 2_000 + random.nextInt(20));
            long seconds = clock / 1000;
            irrigation.soil(new SoilMoment(
                    seconds, new short[] {water, water}, new short[] {900, 900}, (short) 1_000, 0, 2_900));
            read = kind == 0 ? read : uptime;
            see();
            boolean taken = seconds > newest || newest - seconds >= 3_600;
            newest = taken ? seconds : newest;
            if (kind == 1 && taken) {
                assertThat(irrigation.openValves())
                        .as("%s: open on a flagged reading", name)
                        .isZero();
            }
        }

        private void deliver() throws FrameException {
            tick(0, 0);
            Optional<byte[]> frame = node.nextFrame(clock);
            frame.ifPresent(bytes -> {
                node.delivered(bytes);
                heard = uptime;
            });
            see();
        }

        private void restart() {
            boolean kept = random.nextInt(3) > 0;
            byte[] snapshot = node.snapshot();
            node.close();
            boot++;
            uptime = 0;
            heard = 0;
            read = Long.MIN_VALUE / 2;
            Arrays.fill(openSince, -1);
            start();
            if (kept) {
                node.restore(snapshot);
            } else {
                stopped = false;
                newest = 0;
                sent.clear(); // a node that forgot everything takes old frames for new ones
            }
            tick(0, 0);
            assertThat(irrigation.openValves()).as("%s after a restart", name).isZero();
        }

        /** All at once: the port was busy, and its call comes late. */
        private void pass(int seconds) {
            tick(seconds, random.nextInt(3));
        }

        private void passInSeconds(int seconds, int flow) {
            for (int second = 0; second < seconds; second++) {
                tick(1, flow);
                check();
            }
        }

        private void tick(int seconds, int flow) {
            uptime += 1000L * seconds;
            clock += 1000L * seconds;
            pulses += (long) seconds * flow;
            irrigation.water(uptime, pulses, Math.max(0, clock));
            see();
        }

        /** What has opened and closed since the last look. */
        private void see() {
            int open = irrigation.openValves();
            for (int valve = 0; valve < maximum.length; valve++) {
                boolean isOpen = (open >> valve & 1) != 0;
                opened += isOpen && openSince[valve] < 0 ? 1 : 0;
                closed += !isOpen && openSince[valve] >= 0 ? 1 : 0;
                openSince[valve] = !isOpen ? -1 : openSince[valve] < 0 ? uptime : openSince[valve];
            }
            assertThat(open >> maximum.length).as(name).isZero();
        }

        private void check() {
            int open = irrigation.openValves();
            for (int valve = 0; valve < maximum.length; valve++) {
                if ((open >> valve & 1) != 0) {
                    assertThat(uptime - openSince[valve])
                            .as("%s: milliseconds that valve %d is open", name, valve + 1)
                            .isLessThan(1000L * maximum[valve]);
                    assertThat(uptime - heard)
                            .as("%s: silence of the server", name)
                            .isLessThan(1000 * LINK_SECONDS);
                    assertThat(uptime - read)
                            .as("%s: age of the readings", name)
                            .isLessThan(1000 * STALE_SECONDS);
                }
            }
            assertThat(stopped && open != 0).as("%s: open against a stop", name).isFalse();
            drain();
        }

        private void drain() {
            for (Optional<byte[]> frame = node.nextFrame(clock); frame.isPresent(); frame = node.nextFrame(clock)) {
                try {
                    if (codec.decode(frame.get()).body() instanceof ValveState state) {
                        causes[state.cause().ordinal()] = true;
                    }
                } catch (FrameException broken) {
                    throw new AssertionError(broken);
                }
            }
        }

        @Override
        public void close() {
            node.close();
        }
    }
}
