package io.milliwatt.firmware;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The functions of {@code include/milliwatt/node.h}. */
final class NodeFunctions {

    static final MemorySegment CRYPTO = FirmwareLibrary.symbol("mw_host_crypto");
    static final MethodHandle SIZE = of("mw_node_size", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG));
    static final MethodHandle START = of(
            "mw_node_start",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));
    static final MethodHandle SAMPLES =
            of("mw_node_samples", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_LONG));
    static final MethodHandle SHAFT_SPEED =
            of("mw_node_shaft_speed", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    static final MethodHandle SECOND_LEAD =
            of("mw_node_second_lead", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
    static final MethodHandle SENSOR_VITALS =
            of("mw_node_sensor_vitals", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    static final MethodHandle BATTERY = of("mw_node_battery", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    static final MethodHandle IRRIGATE = of("mw_node_irrigate", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    static final MethodHandle SOIL = of("mw_node_soil", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    static final MethodHandle WATER =
            of("mw_node_water", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_LONG));
    static final MethodHandle OPEN_VALVES = of("mw_node_open_valves", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    static final MethodHandle NEXT_FRAME =
            of("mw_node_next_frame", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS));
    static final MethodHandle FRAME_IDENTITY =
            of("mw_node_frame_identity", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS));
    static final MethodHandle DELIVERED =
            of("mw_node_delivered", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_INT));
    static final MethodHandle RESEND = of("mw_node_resend", FunctionDescriptor.ofVoid(ADDRESS));
    static final MethodHandle RECEIVE =
            of("mw_node_receive", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG));
    static final MethodHandle REQUEST_CAPTURE =
            of("mw_node_request_capture", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
    static final MethodHandle FREEZE_BASELINE = of("mw_node_freeze_baseline", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    static final MethodHandle LEARN_ANEW = of("mw_node_learn_anew", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    static final MethodHandle SEND_LEARNING = of("mw_node_send_learning", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    static final MethodHandle LOCAL_ALARM =
            of("mw_node_local_alarm", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, JAVA_LONG));
    static final MethodHandle HELD = of("mw_node_held_frames", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    static final MethodHandle DROPPED = of("mw_node_dropped_frames", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    static final MethodHandle SNAPSHOT_SIZE = of("mw_node_snapshot_size", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    static final MethodHandle SNAPSHOT =
            of("mw_node_snapshot", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG));
    static final MethodHandle RESTORE =
            of("mw_node_restore", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG));

    static final MethodHandle SLEEP_MILLIS =
            of("mw_node_sleep_millis", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG));
    static final MethodHandle LEDGER = of("mw_node_ledger", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS));

    static final MethodHandle RESTART_WANTED =
            of("mw_node_restart_wanted", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS));

    private NodeFunctions() {}

    private static MethodHandle of(String name, FunctionDescriptor descriptor) {
        return FirmwareLibrary.function(name, descriptor);
    }

    /** Rethrows what a call threw; the functions themselves throw nothing. */
    static IllegalStateException failed(Throwable thrown) {
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("A call of the firmware library failed.", thrown);
    }
}
