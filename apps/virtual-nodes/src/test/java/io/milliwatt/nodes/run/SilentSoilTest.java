package io.milliwatt.nodes.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.firmware.NativeIrrigation;
import io.milliwatt.firmware.NativeNode;
import io.milliwatt.firmware.NodeConfiguration;
import io.milliwatt.firmware.SoilMoment;
import io.milliwatt.firmware.SoilProbes;
import io.milliwatt.firmware.ValveOutputs;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.SoilReading;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.milliwatt.telemetry.encoding.CompactReading;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.encoding.FrameException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The firmware says nothing for hours while nothing happens, and then every change once, in 11 bytes as long as the radio is there. */
class SilentSoilTest {
    private static final Path BUNDLE =
            Path.of("..", "..", "device-firmware", "contract", "vectors", "bundle-soil-1.0.mwm");
    private static final int NODE = 317;
    private static final byte[] KEY = new byte[32];
    private static final FrameCodec CODEC = new FrameCodec();
    private static final List<Long> DEPTHS = List.of(100L, 300L, 600L);
    private static final int SECOND = 1_000;
    private static final int MINUTE = 60 * SECOND;
    private static final int QUARTER_HOUR = 15 * MINUTE;
    /** A reading is told when the water has changed by as much, 0.01 %. */
    private static final int WORTH_TELLING = 110;

    private NativeNode node;
    private NativeIrrigation irrigation;
    private long now = 1_796_000_000_000L;
    private long begin;
    private int water = 3_200;
    private int handedOut;
    private final LinkedHashMap<FrameIdentity, byte[]> heard = new LinkedHashMap<>();
    private final Map<FrameIdentity, SoilReading> readings = new LinkedHashMap<>();

    @BeforeEach
    void start() throws IOException {
        begin = now;
        node = new NativeNode(NodeConfiguration.soil(NODE, 1, KEY), Files.readAllBytes(BUNDLE));
        irrigation = node.irrigate(
                new SoilProbes(
                        DEPTHS.stream()
                                .map(depth -> SoilProbes.Depth.of(depth.intValue()))
                                .toList(),
                        3_800,
                        60,
                        700),
                ValveOutputs.NONE,
                true);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void afterHoursOfSilenceEachChangeComesOnceThoughAcknowledgementsGetLost() throws FrameException {
        read();
        radio(20 * SECOND, every -> true);
        assertThat(readings).as("the node has started").hasSize(1);
        for (int quiet = 0; quiet < 40; quiet++) {
            pass(QUARTER_HOUR - 20 * SECOND);
            read();
            radio(20 * SECOND, every -> true);
        }
        assertThat(readings).as("nothing happens in ten hours").hasSize(1);

        int known = heard.size();
        List<Integer> told = new ArrayList<>();
        handedOut = 0;
        for (int change = 0; change < 30; change++) {
            pass(10 * SECOND);
            water += change / 10 % 2 == 0 ? -WORTH_TELLING : WORTH_TELLING;
            read();
            told.add(water / 10);
            radio(50 * SECOND, delivery -> delivery % 3 != 0);
        }
        List<SoilReading> burst = after(1);
        assertThat(handedOut).as("repeats are among them").isGreaterThan(told.size());
        assertThat(burst).extracting(SilentSoilTest::uppermost).isEqualTo(told);
        assertThat(heard.values().stream().skip(known)).allMatch(bytes -> bytes.length == CompactReading.BYTES);
    }

    @Test
    void whatChangesWhileTheRadioIsAwayComesInFullWithItsOwnTimes() throws FrameException {
        read();
        radio(20 * SECOND, every -> true);
        int before = heard.size();
        List<Integer> told = new ArrayList<>();
        List<Instant> times = new ArrayList<>();
        for (int change = 0; change < 20; change++) {
            pass(QUARTER_HOUR);
            water -= WORTH_TELLING;
            read();
            told.add(water / 10);
            times.add(Instant.ofEpochMilli(now));
        }
        pass(5 * MINUTE);
        radio(40 * SECOND, delivery -> delivery % 2 == 0);
        radio(40 * SECOND, delivery -> true);
        List<Frame> full = new ArrayList<>();
        for (byte[] bytes : heard.values().stream().skip(before).toList()) {
            full.add(CODEC.decode(bytes));
        }
        // The first could not know that the radio was away: in 11 bytes it has no time, so it is dropped, and all that
        // follow have theirs.
        assertThat(after(1)).extracting(SilentSoilTest::uppermost).isEqualTo(told.subList(1, told.size()));
        assertThat(full).extracting(Frame::time).isEqualTo(times.subList(1, times.size()));

        // What was dropped is owed, so one more goes in full; then the radio is trusted again.
        boolean[] compact = new boolean[2];
        for (int change = 0; change < compact.length; change++) {
            int known = heard.size();
            pass(5 * MINUTE);
            water -= WORTH_TELLING;
            read();
            radio(20 * SECOND, every -> true);
            assertThat(heard).hasSize(known + 1);
            compact[change] = heard.lastEntry().getValue().length == CompactReading.BYTES;
        }
        assertThat(compact).containsExactly(false, true);
    }

    private static int uppermost(SoilReading reading) {
        return (int) reading.depths().getFirst().waterContentPermille().orElseThrow();
    }

    private List<SoilReading> after(int first) {
        return readings.values().stream().skip(first).toList();
    }

    private void pass(int millis) {
        now += millis;
    }

    private void read() {
        irrigation.water(now - begin, 0, now);
        short[] contents = {(short) water, (short) (water + 100), (short) (water + 200)};
        irrigation.soil(new SoilMoment(
                now / SECOND, contents, new short[] {1_800, 1_700, 1_600}, SoilMoment.MISSING, 0, 3_000));
    }

    /** For a while all that the node hands out arrives; of some deliveries the acknowledgement gets lost, and they come again. */
    private void radio(int millis, IntPredicate acknowledged) throws FrameException {
        for (long until = now + millis; now < until; now += SECOND) {
            for (Optional<byte[]> next = node.nextFrame(now); next.isPresent(); next = node.nextFrame(now)) {
                var counters = node.identityOfFrame();
                FrameIdentity identity = new FrameIdentity(NODE, counters.boot(), counters.sequence());
                byte[] before = heard.putIfAbsent(identity, next.get());
                assertThat(before == null || Arrays.equals(before, next.get()))
                        .as("a repeat is the same frame")
                        .isTrue();
                reading(identity, next.get()).ifPresent(reading -> readings.put(identity, reading));
                if (acknowledged.test(handedOut++)) {
                    node.delivered(counters.boot(), counters.sequence());
                }
            }
        }
    }

    private static Optional<SoilReading> reading(FrameIdentity identity, byte[] bytes) throws FrameException {
        Optional<CompactReading> compact = CompactReading.of(bytes);
        if (compact.isPresent()) {
            assertThat(compact.get().isOf(identity, new FrameAuthenticator(NodeKey.of(KEY))))
                    .isTrue();
            return Optional.of(compact.get().at(DEPTHS));
        }
        return CODEC.decode(bytes).body() instanceof SoilReading reading ? Optional.of(reading) : Optional.empty();
    }
}
