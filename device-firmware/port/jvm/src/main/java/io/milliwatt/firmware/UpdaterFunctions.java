package io.milliwatt.firmware;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The functions of {@code port/host/java_update.h} that start a node with its updater. */
final class UpdaterFunctions {
    private static final MethodHandle SIZE =
            FirmwareLibrary.function("mw_java_updater_size", FunctionDescriptor.of(JAVA_LONG));
    private static final MethodHandle START = FirmwareLibrary.function(
            "mw_java_start_updatable",
            FunctionDescriptor.of(
                    JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG,
                    ADDRESS));

    private UpdaterFunctions() {}

    /** Leaves the node's address in {@code pointer}; returns 0 or a negative error. */
    static int start(
            Arena arena,
            MemorySegment pointer,
            MemorySegment memory,
            MemorySegment configuration,
            ModelFlash flash,
            MemorySegment factory)
            throws Throwable {
        MemorySegment updater = arena.allocate((long) SIZE.invokeExact(), 8);
        return (int) START.invokeExact(
                pointer,
                memory,
                memory.byteSize(),
                configuration,
                updater,
                flash.map(arena),
                flash.plan(arena),
                factory,
                (long) flash.factory().length,
                flash.keys(arena));
    }
}
