package io.milliwatt.firmware;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.milliwatt.dsp.fixedpoint.FaultOrders;
import io.milliwatt.dsp.fixedpoint.HeartBeat;
import io.milliwatt.dsp.fixedpoint.recipe.FeatureVector;
import io.milliwatt.dsp.fixedpoint.recipe.SensorConfiguration;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The firmware's own interpreter of feature recipes ({@code include/milliwatt/recipe.h}), for comparing it with
 * {@link io.milliwatt.dsp.fixedpoint.recipe.RecipeInterpreter} and for running it in this process. One instance serves one
 * thread.
 */
public final class NativeRecipe implements AutoCloseable {

    private static final MethodHandle OBJECT_SIZE =
            FirmwareLibrary.function("mw_recipe_object_size", FunctionDescriptor.of(JAVA_INT));
    private static final MethodHandle STATE_SIZE =
            FirmwareLibrary.function("mw_recipe_state_size", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle START = FirmwareLibrary.function(
            "mw_recipe_start", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS));
    private static final MethodHandle FORGET_BASELINES =
            FirmwareLibrary.function("mw_recipe_forget_baselines", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle SHAFT_SPEED =
            FirmwareLibrary.function("mw_recipe_set_shaft_speed", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle ACCEPT = FirmwareLibrary.function(
            "mw_recipe_accept", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS));

    private static final MethodHandle START_SEASON =
            FirmwareLibrary.function("mw_recipe_start_season", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle NEXT_BEAT = FirmwareLibrary.function(
            "mw_recipe_next_beat", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, JAVA_INT, ADDRESS, ADDRESS));
    private static final MethodHandle ARRAY =
            FirmwareLibrary.function("mw_recipe_array", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, ADDRESS));

    /** {@code struct mw_features}: int32 values[16], uint16 quality, uint8 count. */
    private static final long QUALITY_OFFSET = 64;

    private static final long COUNT_OFFSET = 66;
    private static final long FEATURES_BYTES = 68;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment recipe;
    private final MemorySegment features;
    private final MemorySegment nextBeat;
    private final MemorySegment foundBeat;

    /**
     * Starts the recipe in a section with a standing shaft.
     *
     * @throws FirmwareException if the firmware refuses the section
     */
    public NativeRecipe(byte[] section, SensorConfiguration sensor) {
        boolean started = false;
        try {
            MemorySegment bytes = copied(arena, section);
            int stateBytes = stateBytes(bytes, section.length);
            recipe = arena.allocate((int) OBJECT_SIZE.invokeExact(), 8);
            features = arena.allocate(FEATURES_BYTES, 4);
            nextBeat = arena.allocate(JAVA_INT);
            foundBeat = arena.allocate(JAVA_INT, 2);
            MemorySegment state = arena.allocate(Math.max(8, stateBytes), 8);
            int result =
                    (int) START.invokeExact(recipe, bytes, section.length, state, stateBytes, sensorStructure(sensor));
            FirmwareException.check("The recipe does not start", result);
            started = true;
        } catch (Throwable thrown) {
            throw failed(thrown);
        } finally {
            if (!started) {
                arena.close();
            }
        }
    }

    /**
     * Bytes of state that a node needs for a recipe section.
     *
     * @throws FirmwareException if the firmware refuses the section
     */
    public static int stateBytes(byte[] section) {
        try (Arena arena = Arena.ofConfined()) {
            return stateBytes(copied(arena, section), section.length);
        }
    }

    private static int stateBytes(MemorySegment section, int length) {
        try {
            int size = (int) STATE_SIZE.invokeExact(section, length);
            return (int) FirmwareException.check("The recipe is refused", size);
        } catch (Throwable thrown) {
            throw failed(thrown);
        }
    }

    private static MemorySegment copied(Arena arena, byte[] bytes) {
        MemorySegment copy = arena.allocate(Math.max(1, bytes.length), 4);
        MemorySegment.copy(bytes, 0, copy, JAVA_BYTE, 0, bytes.length);
        return copy;
    }

    private MemorySegment sensorStructure(SensorConfiguration sensor) {
        FaultOrders orders = sensor.faultOrders();
        return arena.allocateFrom(
                JAVA_INT,
                sensor.nanoUnitsPerCount(),
                orders.outerRaceQ16(),
                orders.innerRaceQ16(),
                orders.ballDefectQ16(),
                orders.cageQ16());
    }

    /** The shaft's speed from now on, 0 … 1,000,000 mHz. */
    public void setShaftSpeed(int milliHertz) {
        try {
            FirmwareException.check("The shaft speed " + milliHertz + " mHz is not taken", (int)
                    SHAFT_SPEED.invokeExact(recipe, milliHertz));
        } catch (Throwable thrown) {
            throw failed(thrown);
        }
    }

    /** Degree-days are counted anew from here on. */
    public void startSeason() {
        try {
            START_SEASON.invokeExact(recipe);
        } catch (Throwable thrown) {
            throw failed(thrown);
        }
    }

    /** Lets every baseline anomaly learn its machine anew; filters go on. Returns how many there are. */
    public int forgetBaselines() {
        try {
            return (int) FORGET_BASELINES.invokeExact(recipe);
        } catch (Throwable thrown) {
            throw failed(thrown);
        }
    }

    /**
     * The heart beats found since the last call, of which the firmware holds the last eight.
     *
     * @param step of the recipe, always the same; a step that does not look for beats finds none
     */
    public List<HeartBeat> newBeats(int step) {
        List<HeartBeat> beats = new ArrayList<>();
        try {
            while ((boolean) NEXT_BEAT.invokeExact(recipe, step, nextBeat, foundBeat)) {
                beats.add(new HeartBeat(unsigned(0), unsigned(1)));
            }
        } catch (Throwable thrown) {
            throw failed(thrown);
        }
        return beats;
    }

    private long unsigned(int index) {
        return Integer.toUnsignedLong(foundBeat.getAtIndex(JAVA_INT, index));
    }

    /** Takes samples; whenever a window is full its features go to {@code consumer}. */
    public void accept(short[] samples, int offset, int length, Consumer<? super FeatureVector> consumer) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment counts = call.allocate(2L * Math.max(1, length), 2);
            MemorySegment.copy(samples, offset, counts, JAVA_SHORT, 0, length);
            int taken = 0;
            while (taken < length) {
                taken += (int) ACCEPT.invokeExact(recipe, counts.asSlice(2L * taken), length - taken, features);
                int count = features.get(JAVA_BYTE, COUNT_OFFSET);
                if (count > 0) {
                    consumer.accept(vector(count));
                }
            }
        } catch (Throwable thrown) {
            throw failed(thrown);
        }
    }

    /**
     * The array that a step has given at the end of the last window; empty for a step without.
     *
     * @param step 1 … number of steps
     */
    public int[] array(int step) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment count = call.allocate(JAVA_INT);
            MemorySegment array = (MemorySegment) ARRAY.invokeExact(recipe, step, count);
            return array.reinterpret(4L * count.get(JAVA_INT, 0)).toArray(JAVA_INT);
        } catch (Throwable thrown) {
            throw failed(thrown);
        }
    }

    private FeatureVector vector(int count) {
        short[] values = new short[count];
        for (int i = 0; i < count; i++) {
            values[i] = (short) features.getAtIndex(JAVA_INT, i);
        }
        return new FeatureVector(values, Short.toUnsignedInt(features.get(JAVA_SHORT, QUALITY_OFFSET)));
    }

    /** What a call threw goes on as it is if it can; the C functions themselves throw nothing. */
    private static IllegalStateException failed(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default -> new IllegalStateException("A call of the firmware library failed.", thrown);
        };
    }

    /** Gives the memory back; every later call fails. */
    @Override
    public void close() {
        arena.close();
    }
}
