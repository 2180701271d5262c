package io.milliwatt.runtime.soil;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.fixedpoint.soil.FutureRain;
import io.milliwatt.dsp.fixedpoint.soil.SoilFeature;
import io.milliwatt.dsp.fixedpoint.soil.SoilFlag;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A season with faults, against {@code generate_soil.py}, which was written from soil.md alone: every flag and every input. */
class SoilVectorsTest {

    private static final Path VECTOR = Path.of("../../device-firmware/contract/vectors/soil-readings.bin");

    private final ByteBuffer in;
    private final int depths;
    private final SoilChain chain;
    private int flagsMet;
    private int inputsCompared;

    SoilVectorsTest() throws IOException {
        in = ByteBuffer.wrap(Files.readAllBytes(VECTOR)).order(ByteOrder.LITTLE_ENDIAN);
        depths = in.get();
        in.get();
        int latitude = in.getShort();
        int offset = in.getShort();
        List<SoilDepth> places = new ArrayList<>();
        for (int i = 0; i < depths; i++) {
            places.add(SoilDepth.of(in.getShort()));
        }
        chain = new SoilChain(SoilBundles.losing(50), new SoilSettings(places, latitude, offset, 900));
    }

    @Test
    void everyFlagAndEveryInputAgrees() {
        int readings = in.getInt();
        for (int i = 0; i < readings; i++) {
            reading(i);
        }
        assertThat(in.hasRemaining()).isFalse();
        assertThat(inputsCompared).isGreaterThan(50);
        for (SoilFlag flag : SoilFlag.values()) {
            assertThat(flag.isIn(flagsMet)).as(flag.name()).isEqualTo(flag != SoilFlag.DRIFT);
        }
    }

    private void reading(int number) {
        long seconds = Integer.toUnsignedLong(in.getInt());
        short[] water = shorts(depths);
        short[] soil = shorts(depths);
        int rain = Short.toUnsignedInt(in.getShort());
        short air = in.getShort();
        int battery = Short.toUnsignedInt(in.getShort());
        List<Integer> flags = new ArrayList<>();
        for (short each : shorts(depths)) {
            flags.add((int) each);
            flagsMet |= each;
        }
        int ended = in.get();
        in.get();
        SoilStatus status = chain.accept(new ProbeReading(seconds, water, soil, rain, air, battery))
                .orElseThrow();
        assertThat(status.flags()).as("reading %d", number).isEqualTo(flags);
        assertThat(status.dayEnded()).as("reading %d", number).isEqualTo(ended > 0);
        for (int depth = 0; ended > 0 && depth < depths; depth++) {
            inputs(number, depth);
        }
    }

    private void inputs(int number, int depth) {
        boolean ready = in.get() == 1;
        in.get();
        assertThat(chain.inputs(depth, FutureRain.UNKNOWN).isPresent())
                .as("reading %d, depth %d", number, depth)
                .isEqualTo(ready);
        if (!ready) {
            return;
        }
        inputsCompared++;
        assertThat(chain.inputs(depth, FutureRain.UNKNOWN).orElseThrow())
                .as("reading %d, depth %d", number, depth)
                .isEqualTo(shorts(SoilFeature.COUNT));
        int[] rain = new int[FutureRain.DAYS];
        Arrays.setAll(rain, day -> Short.toUnsignedInt(in.getShort()));
        short[] known = chain.inputs(depth, new FutureRain(rain)).orElseThrow();
        assertThat(Arrays.copyOfRange(known, SoilFeature.FIRST_OF_FUTURE, SoilFeature.COUNT))
                .isEqualTo(shorts(SoilFeature.COUNT - SoilFeature.FIRST_OF_FUTURE));
    }

    private short[] shorts(int count) {
        short[] values = new short[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.getShort();
        }
        return values;
    }
}
