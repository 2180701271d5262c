package io.milliwatt.firmware;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.milliwatt.dsp.fixedpoint.heart.BeatClass;
import io.milliwatt.dsp.fixedpoint.heart.Fibrillation;
import io.milliwatt.dsp.fixedpoint.heart.RhythmClass;
import io.milliwatt.dsp.fixedpoint.heart.RhythmEvent;
import io.milliwatt.dsp.fixedpoint.heart.RhythmLimits;
import io.milliwatt.dsp.fixedpoint.heart.RhythmSignal;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

/** The firmware's rhythm rules ({@code include/milliwatt/heart_rhythm.h}). */
final class NativeRhythm implements AutoCloseable {

    private static final MethodHandle ADVANCE =
            FirmwareLibrary.function("mw_rhythm_advance", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS));
    private static final MethodHandle DETECTED =
            FirmwareLibrary.function("mw_rhythm_detected", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT));
    private static final MethodHandle CLASSED = FirmwareLibrary.function(
            "mw_rhythm_classed", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT, JAVA_BYTE, JAVA_BOOLEAN));
    private static final MethodHandle NEXT = FirmwareLibrary.function(
            "mw_rhythm_next_event", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, ADDRESS, ADDRESS));
    private static final MethodHandle SHARE =
            FirmwareLibrary.function("mw_rhythm_ventricular_share", FunctionDescriptor.of(JAVA_INT, ADDRESS));

    /** What tests/rhythm_test.c holds the structure to. */
    private static final long STATE_BYTES = 1_024;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment state = arena.allocate(STATE_BYTES, 8);
    private final MemorySegment limits = arena.allocate(10, 4);
    private final MemorySegment signal = arena.allocate(40, 4);
    private final MemorySegment event = arena.allocate(16, 4);

    NativeRhythm(RhythmLimits values) {
        int[] shorts = {
            values.sampleRateHz(),
            values.pauseMillis(),
            values.bradycardiaPerMinute(),
            values.tachycardiaPerMinute(),
            values.frequentVentricularBeats()
        };
        for (int i = 0; i < shorts.length; i++) {
            limits.setAtIndex(JAVA_SHORT, i, (short) shorts[i]);
        }
    }

    List<RhythmEvent> advance(RhythmSignal value) throws Throwable {
        signal.setAtIndex(JAVA_INT, 0, (int) value.sample());
        signal.setAtIndex(
                JAVA_INT,
                1,
                switch (value.state()) {
                    case GOOD -> 0;
                    case LEARNING -> 1;
                    case LEAD_OFF -> 2;
                    case CANNOT_TELL -> 3;
                });
        write(value.ventricular(), 2);
        write(value.atrial(), 6);
        ADVANCE.invokeExact(state, limits, signal);
        return events();
    }

    /** {@code struct mw_rhythm_fibrillation} at a word of the signal. */
    private void write(Fibrillation fibrillation, int at) {
        signal.setAtIndex(JAVA_INT, at, fibrillation.stands() ? 1 : 0);
        signal.setAtIndex(JAVA_INT, at + 1L, (int) fibrillation.sinceSample());
        signal.setAtIndex(JAVA_INT, at + 2L, (int) fibrillation.beats());
        signal.setAtIndex(JAVA_INT, at + 3L, (int) fibrillation.newestSample());
    }

    List<RhythmEvent> detected(long sample) throws Throwable {
        DETECTED.invokeExact(state, limits, (int) sample);
        return events();
    }

    List<RhythmEvent> classed(long sample, BeatClass beatClass, boolean certain) throws Throwable {
        CLASSED.invokeExact(state, limits, (int) sample, (byte) beatClass.number(), certain);
        return events();
    }

    int ventricularSharePermille() throws Throwable {
        return (int) SHARE.invokeExact(state);
    }

    /** {@code struct mw_rhythm_event}: uint8 class, bool ended, uint16 rate, uint32 beats, onset, sample. */
    private List<RhythmEvent> events() throws Throwable {
        List<RhythmEvent> events = new ArrayList<>();
        while ((boolean) NEXT.invokeExact(state, limits, event)) {
            events.add(new RhythmEvent(
                    RhythmClass.of(event.get(JAVA_BYTE, 0)).orElseThrow(),
                    event.get(JAVA_BYTE, 1) != 0,
                    Short.toUnsignedInt(event.get(JAVA_SHORT, 2)),
                    Integer.toUnsignedLong(event.getAtIndex(JAVA_INT, 1)),
                    Integer.toUnsignedLong(event.getAtIndex(JAVA_INT, 2)),
                    Integer.toUnsignedLong(event.getAtIndex(JAVA_INT, 3))));
        }
        return events;
    }

    @Override
    public void close() {
        arena.close();
    }
}
