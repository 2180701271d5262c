package io.milliwatt.workbench.demo;

import io.milliwatt.workbench.SuiteException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** The ports of one suite: a row of neighbours, so that one option moves them all. */
public record Ports(
        int console,
        int gateway,
        int mqtt,
        int database,
        int broker,
        int brokerController,
        int monitoring,
        int irrigation) {
    public static final int DEFAULT_BASE = 8420;
    private static final List<String> NAMES = List.of(
            "console",
            "gateway",
            "MQTT endpoint",
            "database",
            "broker",
            "broker's controller",
            "monitoring station",
            "irrigation console");

    /**
     * Chooses the row that starts at {@code base}, or any free ports where it is 0, and fails with a sentence that names
     * the port, its use and who has it.
     */
    public static Ports choose(int base) {
        if (base == 0) {
            return of(free());
        }
        if (base < 1024 || base + NAMES.size() > 65536) {
            throw new SuiteException("--port " + base + " leaves no room for " + NAMES.size()
                    + " ports: choose a number from 1024 to " + (65536 - NAMES.size()) + ", or 0 for any free ones.");
        }
        List<Integer> row = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            requireFree(base + i, NAMES.get(i));
            row.add(base + i);
        }
        return of(row);
    }

    private static Ports of(List<Integer> row) {
        return new Ports(
                row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5), row.get(6), row.get(7));
    }

    private static void requireFree(int port, String use) {
        try (ServerSocket probe = open(port)) {
            assert probe.isBound();
        } catch (IOException taken) {
            String owner = PortOwner.find(port).map(name -> " by " + name).orElse("");
            throw new SuiteException("Port " + port + ", meant for the " + use + ", is taken" + owner
                    + ": stop that program, or move the demo with --port, for example --port " + (port + 1000)
                    + " (--port 0 takes any free ones).");
        }
    }

    /** All are held open until the last is found, so that none is given out twice. */
    private static List<Integer> free() {
        List<ServerSocket> probes = new ArrayList<>();
        try {
            for (int i = 0; i < NAMES.size(); i++) {
                probes.add(open(0));
            }
            List<Integer> row = probes.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket probe : probes) {
                probe.close();
            }
            return row;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ServerSocket open(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        // As the servers themselves do: a port whose last connection has just been closed is not taken.
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }
}
