package io.milliwatt.platform.ingest;

import java.util.ArrayList;
import java.util.List;

/** What is to be told after a transaction is committed, in order. */
public final class Announcements {

    private final List<Runnable> all = new ArrayList<>();

    /** Adds something to tell; it must neither block nor throw. */
    public void add(Runnable announcement) {
        all.add(announcement);
    }

    void make() {
        all.forEach(Runnable::run);
    }
}
