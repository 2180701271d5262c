package io.milliwatt.gateway.update;

import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.ModelOffer;
import java.util.concurrent.CompletionStage;

/** The way to a node, as an update needs it. Nothing here blocks. */
public interface NodeLink {
    /** Whether the node is connected and hears what is sent now. */
    boolean listens(long node);

    void send(long node, FrameBody body);

    /** Completes when the node has acknowledged the fragment's arrival; fails when the connection ends before. */
    CompletionStage<Void> sendFragment(long node, ModelOffer offer, byte[] bundle, int index);
}
