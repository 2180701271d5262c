package io.milliwatt.workbench.check;

import java.net.http.HttpClient;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Sits at the monitoring station's WebSocket like a wall of patients that shows every sample. */
public final class WardProbe implements AutoCloseable {
    private final WallLog log = new WallLog();
    private final LiveConnection connection;

    /**
     * @param session logged in
     * @param patients by pseudonym, at most 64
     */
    public WardProbe(HttpClient session, int port, Collection<String> patients) {
        connection = new LiveConnection("monitoring station", session, port, log::take);
        Map<String, String> watched = patients.stream().collect(Collectors.toMap(patient -> patient, _ -> "samples"));
        connection.say(Map.of("type", "watch", "patients", watched));
    }

    /** What this wall was shown until now. */
    public WallLog log() {
        return log;
    }

    @Override
    public void close() {
        connection.close();
    }
}
