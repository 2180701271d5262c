package io.milliwatt.platform.ingest;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What an app does with frames. One per app. */
public interface FrameHandler {

    /**
     * Gets ready for frames outside the transaction, such as by making partitions. May be called for frames that are then
     * not stored.
     */
    void prepare(List<ReceivedFrame> frames);

    /**
     * Stores frames that were never stored before, in the order in which they came.
     *
     * @param handle of the transaction, in which everything that must hold together is written
     * @param announcements to be made once the transaction is committed; not made if it is not
     * @throws UnusableFrameException when a frame can be read but never be stored; it becomes a dead letter
     */
    void store(Handle handle, List<ReceivedFrame> frames, Announcements announcements);
}
