package io.milliwatt.irrigation.safety;

import io.milliwatt.irrigation.supply.Valve;
import java.util.List;
import java.util.Optional;

/** Master valves follow the valves behind them: open with the first, closed with the last. */
final class Masters {
    private Masters() {}

    /** @param wish whether somebody just wished a valve open: only then may a master open, and not because an earlier try failed */
    static void follow(Watch watch, boolean wish) {
        watch.valves().stream().filter(Valve::isMaster).forEach(master -> follow(watch, master, wish));
    }

    private static void follow(Watch watch, Valve master, boolean wish) {
        List<Valve> running = watch.sameSource(master).stream()
                .filter(valve -> !valve.isMaster())
                .filter(valve -> watch.of(valve).phase() == ValveWatch.Phase.OPENING
                        || watch.of(valve).phase() == ValveWatch.Phase.OPEN)
                .toList();
        switch (watch.of(master).phase()) {
            case CLOSED -> {
                if (wish && !running.isEmpty()) {
                    watch.open(master, master.maximumOpen(), "master", false, Watch.BY_WATCH);
                } else {
                    closeAll(watch, running);
                }
            }
            case OPENING, OPEN -> {
                if (running.isEmpty()) {
                    watch.close(master, EndCause.COMPLETED, Watch.BY_WATCH, Optional.empty());
                }
            }
            case CLOSING -> closeAll(watch, running);
            case UNKNOWN -> {}
        }
    }

    private static void closeAll(Watch watch, List<Valve> running) {
        running.forEach(valve -> watch.close(valve, EndCause.MASTER_CLOSED, Watch.BY_WATCH, Optional.empty()));
    }
}
