package io.milliwatt.firmware;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The node's own learning code on a stream of windows. */
final class NativeLearning implements AutoCloseable {

    private static final MethodHandle SIZE = of("size", FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_LONG));
    private static final MethodHandle OPEN = of("open", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_LONG));
    private static final MethodHandle WINDOW =
            of("window", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
    private static final MethodHandle FREEZE = of("freeze", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle RESTART = of("restart", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle LENGTH = of("state_length", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle WRITE = of("write", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS));
    private static final MethodHandle READ = of("read", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
    private static final MethodHandle SCORE = of("score", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));

    private final Arena arena = Arena.ofShared();
    private final MemorySegment bundle;
    private final MemorySegment learning;
    private final MemorySegment inputs;
    private final MemorySegment scores;

    NativeLearning(byte[] file) {
        boolean opened = false;
        try {
            bundle = arena.allocate(file.length, 8);
            MemorySegment.copy(file, 0, bundle, JAVA_BYTE, 0, file.length);
            long size = FirmwareException.check(
                    "The bundle cannot be learnt", (long) SIZE.invokeExact(bundle, (long) file.length));
            learning = arena.allocate(size, 8);
            OPEN.invokeExact(learning, bundle, (long) file.length);
            inputs = arena.allocate(JAVA_SHORT, 64);
            scores = arena.allocate(JAVA_SHORT, 2);
            opened = true;
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        } finally {
            if (!opened) {
                arena.close();
            }
        }
    }

    boolean window(short[] values, int quality) {
        MemorySegment.copy(values, 0, inputs, JAVA_SHORT, 0, values.length);
        try {
            return (int) WINDOW.invokeExact(learning, inputs, quality) == 1;
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    void freeze() {
        try {
            FREEZE.invokeExact(learning);
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    void restart() {
        try {
            RESTART.invokeExact(learning);
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    byte[] state() {
        try (Arena call = Arena.ofConfined()) {
            int length = (int) LENGTH.invokeExact(learning);
            MemorySegment out = call.allocate(length);
            WRITE.invokeExact(learning, out);
            return out.toArray(JAVA_BYTE);
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /** The firmware's return code. */
    int read(byte[] state) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment in = call.allocate(Math.max(1, state.length));
            MemorySegment.copy(state, 0, in, JAVA_BYTE, 0, state.length);
            return (int) READ.invokeExact(learning, in, state.length);
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
    }

    /** Scores with what is learnt. */
    short[] score(short[] values) {
        MemorySegment.copy(values, 0, inputs, JAVA_SHORT, 0, values.length);
        try {
            FirmwareException.check("Nothing is learnt yet", (int) SCORE.invokeExact(learning, inputs, scores));
        } catch (Throwable thrown) {
            throw NodeFunctions.failed(thrown);
        }
        return scores.toArray(JAVA_SHORT);
    }

    @Override
    public void close() {
        arena.close();
    }

    private static MethodHandle of(String name, FunctionDescriptor descriptor) {
        return FirmwareLibrary.function("mw_java_learning_" + name, descriptor);
    }
}
