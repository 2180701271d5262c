package io.milliwatt.platform.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** What is to be told after a transaction is committed, in order. */
public final class Announcements {

    private static final Logger LOG = Logger.getLogger(Announcements.class);

    private final List<Runnable> all = new ArrayList<>();

    /** Adds something to tell; it must not block. */
    public void add(Runnable announcement) {
        all.add(announcement);
    }

    /** The frames are stored by now: whatever fails here must not make them look unstored. */
    void make() {
        for (Runnable announcement : all) {
            try {
                announcement.run();
            } catch (RuntimeException failure) {
                LOG.warnf("Stored frames could not be announced: %s", failure.getMessage());
            }
        }
    }
}
