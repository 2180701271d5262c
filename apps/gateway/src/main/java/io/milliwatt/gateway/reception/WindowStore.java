package io.milliwatt.gateway.reception;

import java.util.List;

/** Where the windows survive a restart. They may lag behind: what was forgotten is forwarded again, which is harmless. */
public interface WindowStore {
    List<WindowState> all();

    /** For each node named: its windows are these now, and no others. */
    void replace(List<WindowState> states);
}
