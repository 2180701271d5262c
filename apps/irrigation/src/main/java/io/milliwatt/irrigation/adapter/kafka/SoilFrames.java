package io.milliwatt.irrigation.adapter.kafka;

import io.milliwatt.platform.ingest.Announcements;
import io.milliwatt.platform.ingest.FrameHandler;
import io.milliwatt.platform.ingest.FrameRows;
import io.milliwatt.platform.ingest.ReceivedFrame;
import io.milliwatt.platform.storage.NodeStateTable;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.UpdateState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Stores the frames of soil nodes. */
@ApplicationScoped
class SoilFrames implements FrameHandler {

    private final NodeStateTable nodes;

    SoilFrames(NodeStateTable nodes) {
        this.nodes = nodes;
    }

    @Override
    public void prepare(List<ReceivedFrame> frames) {
        // Node states are rows of one table without partitions.
    }

    @Override
    public void store(Handle handle, List<ReceivedFrame> frames, Announcements announcements) {
        nodes.heard(handle, FrameRows.heard(frames));
        for (ReceivedFrame frame : frames) {
            long node = frame.frame().node();
            switch (frame.frame().body()) {
                case Status status -> nodes.status(handle, node, frame.at(), status);
                case UpdateState update -> nodes.update(handle, node, frame.at(), update);
                default -> {
                    // The frame table keeps it.
                }
            }
        }
    }
}
